import { connectionFailure, howItEnded, proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { quoted } from './reply.ts';

export const sdpRejected = {
  code: 'sdp.rejected',
  origin: 'debugger',
  title: 'The browser rejected a session description',
  cause:
    'The text is SDP, but something in it is wrong or does not fit the offer, and no known rule says what.',
  remedy: 'Read the browser’s words; they name the line or the rule.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    other: {
      title: 'The browser rejected the answer',
      actor: 'orga',
      specificity: 62,
      fallback: 'in-all',
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        if (failure?.reason !== 'sdp') return undefined;
        const { answer, lint } = evidence.connection;
        const remote = failure.operation === 'setRemoteDescription';
        const line = failure.error.sdpLineNumber;
        const suspects = remote
          ? lint.filter(({ side, severity }) => side === 'answer' && severity === 'error')
          : [];
        return {
          certainty: 'proved',
          actor: remote ? 'orga' : 'browser',
          cause: `${failure.operation} threw ${failure.error.name}: ${quoted(failure.error.message.slice(0, 300))}${line === undefined ? '' : ` (line ${line})`}. ${remote ? 'The answer is SDP, but this browser does not take it for this offer.' : 'The browser could not make or keep its own offer.'}${suspects.length === 0 ? '' : ` ${suspects.map(({ cause }) => cause).join(' ')}`}`,
          remedy: remote
            ? 'Check that answer.sdp reached the page unchanged (line ends, last line, no trimming). If so, report it with the correlation id of the call.'
            : 'Check what the page changed in the offer, and that the connection had not been closed.',
          evidence: [
            ...proofOf(remote ? answer?.entry : undefined, 'the answer as it came'),
            howItEnded(evidence),
          ],
          ...(remote && { causedBy: { step: 'call' as const, entry: answer?.entry ?? evidence.failing.id } }),
          ruledOut: remote
            ? [{ code: 'sdp.notsdp', variant: 'text', because: 'the answer begins as SDP does' }]
            : [],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
