import { connectionFailure, howItEnded, proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { onlyLogsClose } from './sdkBehaviour.ts';
import { lineInWords, linted } from './sdpFault.ts';

export const sdpRejectedDc = {
  code: 'sdp.rejected-dc',
  origin: 'debugger',
  title: 'The answer refuses the data channel',
  cause:
    'The answer’s m=application section has port 0, which means “not this one”. Sound may still connect, but the session’s messages go over the channel. Chromium closes it with an error; in Firefox it stays “connecting” for ever.',
  remedy: 'Let the far end accept the m=application section.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [onlyLogsClose],
  variants: {
    'port-0': {
      title: 'The far end refused the data channel',
      actor: 'far-end',
      specificity: 82,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        const { answer, channel } = evidence.connection;
        const rejected = channel.find(({ error }) => error?.errorDetail === 'data-channel-failure');
        const told = failure?.reason === 'channel' && failure.error?.errorDetail === 'data-channel-failure';
        const found = linted(evidence, 'rejected-channel');
        const noPort = found !== undefined || /^m=application 0 /m.test(answer?.sdp ?? '');
        if (!noPort && rejected === undefined && !told) return undefined;
        const atChannel =
          evidence.phase === 'waiting' ||
          failure?.reason === 'channel' ||
          (failure?.reason === 'timeout' && ['channel', 'session.created'].includes(failure.waitingFor));
        if (!atChannel || channel.some(({ event }) => event === 'open')) return undefined;
        const says = found === undefined ? 'm=application has port 0' : lineInWords(found);
        return {
          certainty: 'proved',
          cause: `The answer gives the data channel port 0: the far end refuses it${rejected !== undefined || told ? ', and the browser closed the channel with an error' : ', and this browser leaves the channel “connecting” without any event'}.`,
          remedy:
            'Report the answer with the correlation id of the call. Without the channel there is no session.created, no transcript and no update.',
          evidence: [
            ...proofOf(noPort ? answer?.entry : undefined, says),
            ...proofOf(rejected?.id, 'the browser rejected the channel'),
            howItEnded(evidence),
          ],
          causedBy: { step: 'call', entry: answer?.entry ?? evidence.failing.id },
          ruledOut: [
            { code: 'dc.remote-close', variant: 'closed', because: 'the channel never was open' },
            {
              code: 'ice.unreachable',
              variant: 'no-answer',
              because: 'it is the answer that refuses the channel',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
