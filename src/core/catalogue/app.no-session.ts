import { connectionFailure, counted, howItEnded } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const appNoSession = {
  code: 'app.no-session',
  origin: 'debugger',
  title: 'The far end opened the channel and said nothing',
  cause: 'Everything is connected, but the session.created that begins every session did not come.',
  remedy: 'Try a new session; report the conversation id if it stays silent.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    silent: {
      title: 'The far end never said session.created',
      actor: 'far-end',
      specificity: 71,
      recognise: (evidence) => {
        const failure = connectionFailure(evidence);
        if (failure?.reason !== 'timeout' || failure.waitingFor !== 'session.created') return undefined;
        const { channel, messages } = evidence.connection;
        const opened = channel.find(({ event }) => event === 'open');
        const said =
          messages === 0
            ? 'no message at all came'
            : `${counted(messages, 'other message')} came, session.created did not`;
        return {
          certainty: 'proved',
          cause: `ICE, DTLS and the data channel stand; then ${said} within ${failure.limit / 1_000} s. The network is fine: the service behind it does not speak.`,
          remedy: 'Try a new session. If it stays silent, report the conversation id and the time.',
          evidence: [
            ...(opened === undefined ? [] : [{ entry: opened.id, says: 'the channel opened' }]),
            howItEnded(evidence),
          ],
          ruledOut: [
            { code: 'dc.remote-close', variant: 'closed', because: 'the channel is still open' },
            {
              code: 'ice.unreachable',
              variant: 'no-answer',
              because: 'the channel opened over the connection',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
