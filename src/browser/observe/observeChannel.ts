import type { Unlogged } from '../../core/session/log.ts';
import { errorFacts } from '../errorFacts.ts';

/** As much of a message as an entry keeps, characters. */
const mostKept = 64 * 1024;

export interface ChannelWatch {
  readonly report: (entry: Unlogged) => string;
  /** Applied to a message before it is cut, so that no secret is cut in two. */
  readonly redact: (text: string) => string;
}

/** Reports what happens on a data channel, whoever made it. Returns what ends the watching. */
export function observeChannel(channel: RTCDataChannel, { report, redact }: ChannelWatch): () => void {
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
    ({ data }) => report({ kind: 'channel', event: 'received', label, ...messageFacts(data, redact) }),
    { signal },
  );
  return () => detached.abort();
}

/** What an entry keeps of a message, sent or received. */
export function messageFacts(
  data: unknown,
  redact: (text: string) => string,
): { readonly text: string; readonly bytes?: number; readonly messageType?: string } {
  if (typeof data !== 'string') {
    const bytes = byteLength(data);
    return { text: `[binary ${bytes} bytes]`, bytes };
  }
  const messageType = messageTypeOf(data);
  const named = messageType === undefined ? {} : { messageType };
  if (data.length <= mostKept) return { text: data, ...named };
  return { text: redact(data).slice(0, mostKept), bytes: new TextEncoder().encode(data).length, ...named };
}

/** `type` of a server's message, `event` of a client's; older servers spelt it `event` too (orga-contract.md, section d). */
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

function byteLength(data: unknown): number {
  if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) return data.byteLength;
  return data instanceof Blob ? data.size : 0;
}
