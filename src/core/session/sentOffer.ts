import type { LogEntry } from './log.ts';

/**
 * The offer as the call carried it: with the candidates that had been gathered by then, and whatever was altered. The
 * local description in the log is older. Undefined before the call.
 */
export function sentOffer(log: readonly LogEntry[]): string | undefined {
  const call = log.findLast(
    (entry) => entry.kind === 'attempt' || (entry.kind === 'request' && entry.endpoint === 'calls'),
  );
  if (call?.kind !== 'request' || call.body === undefined) return undefined;
  try {
    const body: unknown = JSON.parse(call.body);
    const offer: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'offer') : undefined;
    const sdp: unknown = typeof offer === 'object' && offer !== null ? Reflect.get(offer, 'sdp') : undefined;
    return typeof sdp === 'string' ? sdp : undefined;
  } catch {
    // What was sent on purpose need not be JSON.
    return undefined;
  }
}
