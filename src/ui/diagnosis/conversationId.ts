import type { LogEntry } from '../../core/session/log.ts';
import { ofKind } from '../inspector/inspected.ts';

/** The id that the reply to the call gave the conversation, for searching the service's logs. */
export function conversationId(log: readonly LogEntry[]): string | undefined {
  const reply = ofKind(log, 'response').findLast((entry) => entry.step === 'call');
  return /"conversation_id"\s*:\s*"([^"]{1,200})"/.exec(reply?.body ?? '')?.[1];
}
