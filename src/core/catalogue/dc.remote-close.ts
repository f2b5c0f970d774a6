import { connectionFailure, howItEnded } from './connection.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry } from './entry.ts';
import { onlyLogsClose } from './sdkBehaviour.ts';

export const dcRemoteClose = {
  code: 'dc.remote-close',
  origin: 'debugger',
  title: 'The far end closed the data channel',
  cause: 'The channel was open, and the other side ended it.',
  remedy: 'Begin a new session; ask why the service ended this one if it was too early.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [onlyLogsClose],
  variants: {
    closed: {
      title: 'The far end hung up',
      actor: 'far-end',
      specificity: 73,
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        const ending =
          failure?.reason === 'channel' || failure?.reason === 'ice' || failure?.reason === 'timeout';
        if (!ending) return undefined;
        const { channel } = evidence.connection;
        const opened = channel.find(({ event }) => event === 'open');
        const aborted = channel.find(({ error }) => error?.sctpCauseCode === 12);
        const closed = aborted ?? channel.find(({ event }) => event === 'close' || event === 'closing');
        const told = failure.reason === 'channel' && failure.error?.sctpCauseCode === 12;
        if (opened === undefined || (closed === undefined && failure.reason !== 'channel')) return undefined;
        if (closed !== undefined && closed.at < opened.at) return undefined;
        const end = closed ?? evidence.failing;
        const abort = told || aborted !== undefined;
        return {
          certainty: abort ? 'proved' : 'likely',
          cause: `The data channel was open for ${duration(end.at - opened.at)}, then the far end ended it${abort ? ' (SCTP “User-Initiated Abort”: it called close)' : ''}. The SDK only logs this; its state changes some 7 s later, when ICE notices.`,
          remedy:
            'Begin a new session with a new token. If this comes early or always, ask the service why it hangs up.',
          evidence: [
            { entry: opened.id, says: 'the channel opened' },
            ...(closed === undefined ? [] : [{ entry: closed.id, says: 'the far end ended it' }]),
            howItEnded(evidence),
          ],
          ruledOut: [
            {
              code: 'ice.unreachable',
              variant: 'no-answer',
              because: 'the connection stood: the channel had been open',
            },
            { code: 'net.loss', variant: 'mid-call', because: 'the channel was closed, not lost' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
