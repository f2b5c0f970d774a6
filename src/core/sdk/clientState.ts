import type { LogEntry } from '../session/log.ts';

/** What the official client SDK makes of the connection at this moment. Times in ms since the run began. */
export type ClientState =
  /** It resolved as soon as the answer was applied; nothing is connected yet. `until`: when Chromium will say failed. */
  | { readonly says: 'connected'; readonly entry: string; readonly since: number; readonly until: number }
  /** The browser reports `disconnected`, which may pass; the SDK has ended the call. */
  | { readonly says: 'closed'; readonly entry: string; readonly since: number };

/** Chromium gives ICE up 15 s after the checks began (failures.md, section e: 15.1 to 15.3 s). */
const givesUpAfter = 15_000;

/**
 * Where the official client SDK says something else than what is true; undefined where it does not. Source:
 * orga-contract.md, section d, observed: `connected` with the answer, torn down at the first `disconnected`.
 */
export function clientState(log: readonly LogEntry[]): ClientState | undefined {
  let answered: LogEntry | undefined;
  let lost: LogEntry | undefined;
  let connected = false;
  for (const entry of log) {
    if (entry.kind === 'attempt' || entry.kind === 'run-started') {
      answered = undefined;
      lost = undefined;
      connected = false;
    } else if (entry.kind === 'description' && entry.side === 'remote') answered = entry;
    else if (entry.kind === 'state' && (entry.machine === 'connection' || entry.machine === 'ice')) {
      // Chromium's ICE state stays `disconnected` where the connection has failed already.
      if (entry.to === 'disconnected') lost ??= entry;
      else if (entry.to !== 'checking') lost = undefined;
      if (entry.to === 'connected' && entry.machine === 'connection') connected = true;
    }
  }
  if (connected) return lost === undefined ? undefined : { says: 'closed', entry: lost.id, since: lost.at };
  if (answered === undefined) return undefined;
  return { says: 'connected', entry: answered.id, since: answered.at, until: answered.at + givesUpAfter };
}
