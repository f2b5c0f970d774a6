import { connectionFailure, howItEnded } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { quoted } from './reply.ts';

export const sdpNotsdp = {
  code: 'sdp.notsdp',
  origin: 'debugger',
  title: 'The answer is no SDP',
  cause: 'Every session description begins with “v=0”. What stood in answer.sdp does not.',
  remedy: 'Look at the answer in the log: it shows what was put there instead.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    text: {
      title: 'The answer is no SDP',
      actor: 'orga',
      specificity: 84,
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        if (failure?.reason !== 'sdp' || failure.operation !== 'setRemoteDescription') return undefined;
        const { answer } = evidence.connection;
        const noSdp =
          answer === undefined
            ? /expect line: v=/i.test(failure.error.message)
            : !answer.sdp.startsWith('v=');
        if (!noSdp) return undefined;
        const beginning = answer?.sdp.slice(0, 40) ?? '';
        return {
          certainty: answer === undefined ? 'likely' : 'proved',
          cause:
            answer === undefined
              ? 'The browser found no “v=” line at the beginning of the answer.'
              : `answer.sdp ${beginning === '' ? 'is empty' : `begins with ${quoted(beginning)}, which looks like ${looksLike(answer.sdp)}`}; every session description begins with “v=0”.`,
          remedy:
            'Report the reply of the call with its correlation id. If a proxy of yours handles the reply, let it pass answer.sdp on as it is.',
          evidence: [
            ...(answer === undefined ? [] : [{ entry: answer.entry, says: 'the answer as it came' }]),
            howItEnded(evidence),
          ],
          causedBy: { step: 'call', entry: answer?.entry ?? evidence.failing.id },
          ruledOut: [
            { code: 'sdp.rejected', variant: 'other', because: 'not even the first line is SDP' },
            { code: 'ice.unreachable', variant: 'no-answer', because: 'no connection check was made' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

function looksLike(sdp: string): string {
  if (/^\s*</.test(sdp)) return 'a web page';
  if (/^\s*[{["]/.test(sdp)) return 'JSON';
  if (/^\s+v=/.test(sdp)) return 'SDP with white space before it';
  return 'plain text';
}
