import { duration } from '../catalogue/duration.ts';
import type { LogEntry, LogEntryOf, Watch } from '../session/log.ts';

/** The silences that last, each as it was last reported, the longest first. */
export function standingSilences(log: readonly LogEntry[]): readonly LogEntryOf<'watch'>[] {
  const standing = new Map<string, LogEntryOf<'watch'>>();
  for (const entry of log) {
    if (entry.kind !== 'watch') continue;
    const key = `${entry.watch} ${entry.subject ?? ''}`;
    if (entry.over === true) standing.delete(key);
    else standing.set(key, entry);
  }
  return [...standing.values()].toSorted((left, right) => right.silentFor - left.silentFor);
}

const awaited: { readonly [W in Watch]: string } = {
  'ice-server': 'the ICE server',
  gathering: 'the end of gathering',
  'ice-new': 'the first connection check',
  'no-candidates': 'an address in the answer',
  checks: 'an answer to the connection checks',
  dtls: 'the end of the DTLS handshake',
  channel: 'the data channel to open',
  session: 'session.created',
};

/** What is waited for, how long already, and when the browser itself will say so. */
export function silenceInWords({ watch, subject, silentFor, at, until }: LogEntryOf<'watch'>): string {
  const what =
    watch === 'ice-server'
      ? `${subject ?? 'An ICE server'} has not answered for ${duration(silentFor)}`
      : `Waiting for ${awaited[watch]} for ${duration(silentFor)}`;
  return until === undefined || until <= at
    ? what
    : `${what}; the browser itself will report it in about ${duration(until - at)}`;
}
