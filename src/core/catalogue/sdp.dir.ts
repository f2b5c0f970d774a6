import type { Evidence } from '../diagnosis/evidence.ts';
import type { LintFinding } from '../webrtc/lintFinding.ts';
import { tokenizeSdp } from '../webrtc/sdp.ts';
import { howItEnded, proofOf } from './connection.ts';
import type { CatalogueEntry, Finding } from './entry.ts';
import { lineInWords } from './sdpFault.ts';

export const sdpDir = {
  code: 'sdp.dir',
  origin: 'debugger',
  title: 'The answer does not let sound flow',
  cause:
    'The offer wants sound both ways; the answer’s direction allows one way or none. Browsers accept that silently: everything connects, and somebody hears nothing.',
  remedy: 'Let the far end answer the audio section with a=sendrecv.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    inactive: {
      title: 'Connected, but the answer switches sound off',
      actor: 'far-end',
      specificity: 79,
      of: ['connected'],
      recognise: (evidence) => {
        const found = wrongDirection(evidence);
        if (found?.direction !== 'inactive') return undefined;
        return finding(
          evidence,
          found.finding,
          'The answer’s audio section is inactive: no sound flows either way.',
        );
      },
    },
    'one-way': {
      title: 'Connected, but sound flows one way only',
      actor: 'far-end',
      specificity: 78,
      of: ['connected'],
      recognise: (evidence) => {
        const found = wrongDirection(evidence);
        if (found === undefined || found.direction === 'inactive') return undefined;
        return finding(
          evidence,
          found.finding,
          found.direction === 'recvonly'
            ? 'The far end says recvonly: it listens and will never send a sound.'
            : 'The far end says sendonly: it speaks and will never hear the user.',
        );
      },
    },
  },
} as const satisfies CatalogueEntry;

/** The direction of the answer’s audio section, where lint finds that it does not fit the offer. */
function wrongDirection({
  connection,
}: Evidence): { readonly finding: LintFinding; readonly direction: string } | undefined {
  const findings = connection.lint.filter(
    ({ rule, side, severity }) => rule === 'direction' && side === 'answer' && severity !== 'info',
  );
  if (findings.length === 0) return undefined;
  const { sections } = tokenizeSdp(connection.answer?.sdp ?? '');
  for (const found of findings) {
    const section = sections.find(({ lines }) => lines.some((line) => line.number === found.line));
    if (section?.media !== 'audio') continue;
    const line = section.lines.find(({ type, value }) => type === 'a' && directions.includes(value));
    return { finding: found, direction: line?.value ?? 'sendrecv' };
  }
  return undefined;
}

const directions: readonly string[] = ['inactive', 'recvonly', 'sendonly'];

function finding(evidence: Evidence, found: LintFinding, cause: string): Finding {
  const { answer } = evidence.connection;
  return {
    certainty: 'proved',
    cause: `${cause} The browser took the answer without a word.`,
    remedy:
      'Report the answer with the correlation id of the call; a far end without anything to send answers so, or with a muted track.',
    evidence: [...proofOf(answer?.entry, lineInWords(found)), howItEnded(evidence)],
    causedBy: { step: 'call', entry: answer?.entry ?? evidence.failing.id },
    ruledOut: [
      {
        code: 'sdp.codec',
        variant: 'none-common',
        because: 'both sides have a codec in common',
      },
      {
        code: 'media.noframes',
        variant: 'received',
        because: 'the answer itself says that it does not send both ways',
      },
    ],
  };
}
