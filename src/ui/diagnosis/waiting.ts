import type { LogEntry } from '../../core/session/log.ts';
import type { Limits } from '../../core/session/settings.ts';
import type { SessionSummary } from '../../core/session/summary.ts';
import { duration, pathOf } from '../../core/session/wording.ts';

export interface Waiting {
  /** what for, as a sentence without its end */
  readonly sentence: string;
  /** ms since the run began */
  readonly since: number;
  /** when it is over, ms since the run began; counted down to */
  readonly until?: number;
  /** ms, and what happens then */
  readonly limit?: { readonly after: number; readonly andThen: string };
}

/** What a run waits for at this moment, read from the end of its log. */
export function waitingFor(log: readonly LogEntry[], summary: SessionSummary, limits: Limits): Waiting {
  const step = summary.steps.findLast((candidate) => candidate.state === 'running');
  const last = log.at(-1);
  if (step === undefined && last?.kind === 'attempt' && last.delay > 0) {
    return { sentence: `Attempt ${last.number} begins`, since: last.at, until: last.at + last.delay };
  }
  if (step === undefined) return { sentence: 'The next step is about to begin', since: log.at(-1)?.at ?? 0 };
  const since = step.startedAt ?? 0;
  const limit = { after: limits[step.step], andThen: 'gives up' };
  switch (step.step) {
    case 'offer':
      return {
        sentence: 'This browser gathers ICE candidates for its offer',
        since,
        limit: { after: limits.offer, andThen: 'goes on with those it has, as the SDK does' },
      };
    case 'connection':
      return { sentence: connectionWait(log, summary.attempts), since, limit };
    case 'token':
    case 'ice-config':
    case 'call': {
      const request = log.findLast((entry) => entry.kind === 'request' && entry.step === step.step);
      if (request?.kind !== 'request') return { sentence: 'The request is about to be sent', since };
      return {
        sentence: `Waiting for the answer to ${request.method} ${pathOf(request.url)}`,
        since: request.at,
        limit,
      };
    }
  }
}

/** The layers open one after the other: ICE, DTLS, the channel, the session. */
function connectionWait(log: readonly LogEntry[], attempt: number): string {
  const reached = new Set(
    log.flatMap((entry) =>
      entry.attempt === attempt && entry.kind === 'state' ? [`${entry.machine} ${entry.to}`] : [],
    ),
  );
  const opened = log.some(
    (entry) => entry.attempt === attempt && entry.kind === 'channel' && entry.event === 'open',
  );
  if (opened || reached.has('channel open'))
    return 'The data channel is open; the far end has not sent session.created';
  if (reached.has('dtls connected')) return 'DTLS is connected; the data channel has not opened';
  if (reached.has('ice connected') || reached.has('ice completed'))
    return 'ICE found a path; the DTLS handshake is under way';
  return 'ICE looks for a path to the far end';
}

/**
 * `for 2.4 s; this page gives up after 10 s`, or `in 1.4 s`. `past`: it is over, and nothing is promised:
 * `for 2.4 s; the limit was 10 s`.
 */
export function waitedWords(waiting: Waiting, now: number, past: boolean): string {
  if (waiting.until !== undefined) {
    const left = `in ${duration(Math.max(0, Math.round((waiting.until - now) / 100) * 100))}`;
    return past ? left : `${left}; Stop ends the run instead`;
  }
  const waited = `for ${duration(Math.max(0, Math.round((now - waiting.since) / 100) * 100))}`;
  if (waiting.limit === undefined) return waited;
  if (past) return `${waited}; the limit was ${duration(waiting.limit.after)}`;
  return `${waited}; this page ${waiting.limit.andThen} after ${duration(waiting.limit.after)}`;
}
