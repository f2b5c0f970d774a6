import type { Unlogged } from '../../core/session/log.ts';
import { errorFacts } from '../errorFacts.ts';

/** As much of a message as an entry keeps, characters. */
const mostKept = 64 * 1024;

/** Reports what happens on a data channel, whoever made it. Returns what ends the watching. */
export function observeChannel(channel: RTCDataChannel, report: (entry: Unlogged) => string): () => void {
  const detached = new AbortController();
  const { signal } = detached;
  const { label } = channel;
  const state = () => report({ kind: 'state', machine: 'channel', to: channel.readyState });

  state();
  for (const event of ['open', 'closing', 'close'] as const) {
    const listener = () => {
      state();
      report({ kind: 'channel', event, label });
    };
    channel.addEventListener(event, listener, { signal });
  }
  channel.addEventListener(
    'error',
    ({ error }) => {
      const { name, message, errorDetail, sctpCauseCode } = errorFacts(error);
      report({
        kind: 'channel',
        event: 'error',
        label,
        error: {
          name,
          message,
          ...(errorDetail === undefined ? {} : { errorDetail }),
          ...(sctpCauseCode === undefined ? {} : { sctpCauseCode }),
        },
      });
    },
    { signal },
  );
  channel.addEventListener(
    'message',
    ({ data }) => report({ kind: 'channel', event: 'received', label, ...messageFacts(data) }),
    { signal },
  );
  return () => detached.abort();
}

function messageFacts(data: unknown): { text?: string; messageType?: string } {
  if (typeof data !== 'string') return {};
  const messageType = messageTypeOf(data);
  return { text: data.slice(0, mostKept), ...(messageType === undefined ? {} : { messageType }) };
}

/** `type` of a server's message; older servers spelt it `event` (orga-contract.md, section d). */
export function messageTypeOf(data: unknown): string | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message !== 'object' || message === null) return undefined;
    const { type, event }: { type?: unknown; event?: unknown } = message;
    if (typeof type === 'string') return type;
    return typeof event === 'string' ? event : undefined;
  } catch {
    return undefined;
  }
}
