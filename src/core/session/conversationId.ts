import type { LogEntry } from './log.ts';

/** The id that the reply to the call gave the conversation, for searching the service's logs. */
export function conversationId(log: readonly LogEntry[]): string | undefined {
  const reply = log.findLast((entry) => entry.kind === 'response' && entry.step === 'call');
  if (reply?.kind !== 'response') return undefined;
  return /"conversation_id"\s*:\s*"([^"]{1,200})"/.exec(reply.body)?.[1];
}
