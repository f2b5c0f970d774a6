import type { LogEntryOf, Watch } from '../../core/session/log.ts';
import { duration } from '../../core/session/wording.ts';

const awaited: Readonly<Record<Exclude<Watch, 'ice-server'>, string>> = {
  gathering: 'Gathering has not ended',
  'ice-new': 'This browser has not begun to check any path',
  'no-candidates': 'The answer has named no address of the far end',
  checks: 'No connection check has been answered',
  dtls: 'The DTLS handshake has not ended',
  channel: 'The data channel has not opened',
  session: 'The far end has not sent session.created',
};

/**
 * `TURN turn:relay.example:3478 has not answered for 3.2 s; Chromium will report it at about 40 s`: a silence as it is
 * at this moment. `now` in ms since the run began.
 */
export function silenceWords(silence: LogEntryOf<'watch'>, now: number, browser: string): string {
  const { watch, subject, silentFor, at, until } = silence;
  const lasted = silentFor + Math.max(0, now - at);
  // A tenth of a second is as exact as a clock that somebody watches needs to be.
  const shown = duration(Math.round(lasted / 100) * 100);
  const what =
    watch === 'ice-server'
      ? `${serverName(subject)} has not answered for ${shown}`
      : `${awaited[watch]} for ${shown}`;
  if (until === undefined) return `${what}; ${browser} itself will say nothing`;
  const report = duration(Math.round((until - at + silentFor) / 1000) * 1000);
  return until <= now ? what : `${what}; ${browser} will report it at about ${report}`;
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
