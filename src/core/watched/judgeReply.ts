import { httpFacts } from '../session/httpFacts.ts';
import type { Unlogged } from '../session/log.ts';
import { readSessionReply } from '../session/sessionReply.ts';
import type { SessionStep } from '../session/step.ts';
import type { Fact } from './fact.ts';
import type { KnownSession } from './sessionRoster.ts';

/** A request under way, and what came back so far. */
export interface WatchedExchange {
  readonly session: KnownSession;
  readonly request: Extract<Unlogged, { kind: 'request' }>;
  readonly step: SessionStep;
  response?: { readonly id: string; readonly entry: Extract<Unlogged, { kind: 'response' }> };
  servers?: Extract<Unlogged, { kind: 'ice-servers' }>;
}

/** A body of this many characters was cut: what it lacks proves nothing. */
const mostKept = 64 * 1024;

/** The id of the entry that tells what is wrong with what came back; undefined where all is well. */
export function judgeReply(
  { session, request, step, response }: WatchedExchange,
  end: Extract<Fact, { saw: 'request-end' }>,
): string | undefined {
  const { request: id, endpoint, method, url } = request;
  const text = response?.entry.body ?? '';
  const status = response?.entry.status;
  const contentType = response?.entry.headers['content-type'];
  const read = status === undefined ? undefined : readSessionReply(endpoint, status, contentType, text);
  const isWhole = text.length < mostKept;
  const unread = read?.ok === false && (isWhole || read.failure.reason === 'http') ? read.failure : undefined;
  // A reply that broke off is judged by what came of it.
  const brokeOff = end.failure?.reason === 'unreachable' && unread !== undefined;
  const failure = brokeOff ? unread : (end.failure ?? unread);
  if (failure === undefined) return undefined;
  const correlationId = response?.entry.correlationId;
  return session.fold.report(
    {
      kind: 'rest-error',
      step,
      request: { id, endpoint, method, url },
      failure,
      ...(status === undefined ? {} : { http: httpFacts({ status, contentType, text }, failure) }),
      ...(correlationId === undefined ? {} : { correlationId }),
      ...(response === undefined ? {} : { response: response.id }),
    },
    end.at,
  );
}
