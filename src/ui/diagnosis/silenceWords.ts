import type { LogEntryOf, Watch } from '../../core/session/log.ts';
import { duration } from '../../core/session/wording.ts';

/** Who is silent, and about what; between them stands `has` or `had`. */
const awaited: Readonly<Record<Exclude<Watch, 'ice-server'>, readonly [who: string, what: string]>> = {
  gathering: ['Gathering', 'not ended'],
  'ice-new': ['This browser', 'not begun to check any path'],
  'no-candidates': ['The answer', 'named no address of the far end'],
  checks: ['No connection check', 'been answered'],
  dtls: ['The DTLS handshake', 'not ended'],
  channel: ['The data channel', 'not opened'],
  session: ['The far end', 'not sent session.created'],
};

/**
 * `TURN turn:relay.example:3478 has not answered for 3.2 s; Chromium will report it at about 40 s`: a silence as it is
 * at this moment. `now` in ms since the run began. `past`: the moment is over: `had not answered for 3.2 s`.
 */
export function silenceWords(
  silence: LogEntryOf<'watch'>,
  now: number,
  browser: string,
  past: boolean,
): string {
  const { watch, subject, silentFor, at, until } = silence;
  const lasted = silentFor + Math.max(0, now - at);
  // A tenth of a second is as exact as a clock that somebody watches needs to be.
  const shown = duration(Math.round(lasted / 100) * 100);
  const [who, what] = watch === 'ice-server' ? [serverName(subject), 'not answered'] : awaited[watch];
  const told = `${who} ${past ? 'had' : 'has'} ${what} for ${shown}`;
  const will = past ? 'would' : 'will';
  if (until === undefined) return `${told}; ${browser} itself ${will} say nothing`;
  const report = duration(Math.round((until - at + silentFor) / 1000) * 1000);
  return until <= now ? told : `${told}; ${browser} ${will} report it at about ${report}`;
}

/** `TURN turn:…`, `STUN stun:…` */
function serverName(url: string | undefined): string {
  if (url === undefined) return 'An ICE server';
  return `${/^turns?:/i.test(url) ? 'TURN' : 'STUN'} ${url}`;
}

/** How people call the browser that a user agent string belongs to. */
export function browserName(userAgent: string): string {
  if (/Firefox\//.test(userAgent)) return 'Firefox';
  return /Chrom(?:e|ium)\//.test(userAgent) ? 'Chromium' : 'this browser';
}
