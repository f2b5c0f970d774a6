import type { Evidence } from '../diagnosis/evidence.ts';
import type { ErrorFacts } from '../session/failure.ts';
import { howItEnded } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { quoted } from './reply.ts';

export const iceAdd = {
  code: 'ice.add',
  origin: 'debugger',
  title: 'A candidate was refused',
  cause:
    'addIceCandidate takes candidates of the answer that has been applied, spelt as SDP spells them. This API has no trickle ICE: the official SDK never calls it.',
  remedy: 'Leave addIceCandidate out; or call it after setRemoteDescription with what the far end sent.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    early: {
      title: 'A candidate came before the answer',
      actor: 'browser',
      specificity: 86,
      recognise: (evidence) => {
        const error = refusedCandidate(evidence);
        if (error?.name !== 'InvalidStateError') return undefined;
        return {
          certainty: 'proved',
          cause:
            'addIceCandidate was called before setRemoteDescription: there is no section yet to which the candidate could belong.',
          remedy: 'Keep candidates in a list until the answer has been applied, then add them.',
          evidence: [howItEnded(evidence)],
          ruledOut: [
            { code: 'ice.add', variant: 'garbage', because: 'the browser names the state, not the text' },
          ],
        };
      },
    },
    garbage: {
      title: 'A candidate cannot be read, or belongs to no section',
      actor: 'browser',
      specificity: 85,
      recognise: (evidence) => {
        const error = refusedCandidate(evidence);
        if (error === undefined || error.name === 'InvalidStateError') return undefined;
        return {
          certainty: 'proved',
          cause: `addIceCandidate threw ${error.name}: ${quoted(error.message)}. Its text is no candidate, its sdpMid is unknown, or both sdpMid and sdpMLineIndex are absent.`,
          remedy:
            'Hand on candidate, sdpMid and sdpMLineIndex together, unchanged. Chromium does not check the user name fragment, so a candidate of an old session may pass there.',
          evidence: [howItEnded(evidence)],
          ruledOut: [
            { code: 'ice.add', variant: 'early', because: 'the browser names the candidate, not the state' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

function refusedCandidate({ trouble }: Evidence): ErrorFacts | undefined {
  if (trouble.what === 'connection' && trouble.failure.reason === 'candidate') return trouble.failure.error;
  return trouble.what === 'unexpected' && /addIceCandidate/.test(trouble.error.message)
    ? trouble.error
    : undefined;
}
