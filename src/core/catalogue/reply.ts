import type { Proof } from '../diagnosis/diagnosis.ts';
import type { Evidence, Trouble } from '../diagnosis/evidence.ts';
import type { RestFailure } from '../session/failure.ts';
import type { Endpoint } from '../session/log.ts';
import type { ReplyReading, ValidationItem } from '../session/reply.ts';
import { visibleLine } from '../session/visibleText.ts';

export type HttpTrouble = Extract<Trouble, { readonly what: 'http' }>;

/** An error status of Orga's API, met here or by the backend; not one of the session endpoint's own. */
export function orgaHttp({ trouble }: Evidence, ...statuses: readonly number[]): HttpTrouble | undefined {
  if (trouble.what !== 'http' || trouble.at === 'session') return undefined;
  return statuses.length === 0 || statuses.includes(trouble.status) ? trouble : undefined;
}

/** An error status of the session endpoint itself, with which nothing was passed on. */
export function backendHttp({ trouble }: Evidence): HttpTrouble | undefined {
  return trouble.what === 'http' && trouble.at === 'session' ? trouble : undefined;
}

/** An endpoint as a sentence names it. */
export function endpointName(at: Endpoint): string {
  return at === 'session' ? 'your session endpoint' : `/${at}`;
}

/** What came back, or that nothing did: the entry that failed. */
export function whatCameBack(evidence: Evidence): Proof {
  return { entry: evidence.failing.id, says: inWords(evidence) };
}

/** The request's own entry as a proof; none where the log has no such entry, or where the backend made the request. */
export function whatWasSent({ exchange, trouble }: Evidence, says: string): readonly Proof[] {
  if (isForwarded(trouble) || exchange?.request === undefined) return [];
  return [{ entry: exchange.request.id, says }];
}

/** The response's own entry as a proof; none where the log has no such entry, or where the backend got the response. */
export function whatWasAnswered({ exchange, trouble }: Evidence, says: string): readonly Proof[] {
  if (isForwarded(trouble) || exchange?.response === undefined) return [];
  return [{ entry: exchange.response.id, says }];
}

function isForwarded(trouble: Trouble): boolean {
  return 'forwarded' in trouble && trouble.forwarded;
}

/** “…” with what hides in it spelt, or nothing; the log entry has all of a long one. */
export function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `“${visibleLine(text, 1_000)}”`;
}

/** The field that an item of FastAPI’s `detail` speaks of: `body.offer.sdp`. */
export function placeOf({ loc }: ValidationItem): string {
  return loc.join('.') || 'a field';
}

/** True where the API itself answered, so that the texts of its reply count. */
export function answeredByOrga(trouble: HttpTrouble): boolean {
  return trouble.forwarded || trouble.reading.answeredBy === 'orga';
}

function inWords({ exchange, trouble }: Evidence): string {
  if (exchange === undefined) return 'The step failed here.';
  const { failure, request } = exchange.error;
  const what = `${request.method} ${exchange.path === '' ? request.url : exchange.path}`;
  switch (failure.reason) {
    case 'unreachable':
      return `${what} got no HTTP response: ${failure.error.name}, ${quoted(failure.error.message)}`;
    case 'timeout':
      return failure.phase === 'headers'
        ? `${what} got no HTTP response within ${failure.limit / 1_000} s`
        : `${what} got headers, then a body that did not end within ${failure.limit / 1_000} s`;
    case 'http':
    case 'bad-reply':
      return isForwarded(trouble)
        ? `${what}: your backend answered ${failure.status} and passed on ${passedOnInWords(failure.reading)}`
        : `${what} was answered ${failure.status}, ${replyInWords(failure)}`;
  }
}

function replyInWords(failure: Extract<RestFailure, { readonly reason: 'http' | 'bad-reply' }>): string {
  if (failure.reason === 'http') {
    const { type, code, message, format } = failure.reading;
    return listed([type, code, quoted(message)]) || format;
  }
  const fields = listed(failure.fields);
  return `but the reply cannot be used: ${failure.problem.replaceAll('-', ' ')}${fields === '' ? '' : ` (${fields})`}`;
}

function passedOnInWords({ passedOn, message, type }: ReplyReading): string {
  const said =
    passedOn === undefined
      ? listed([type, quoted(message)])
      : listed([passedOn.name, passedOn.code, passedOn.status, quoted(passedOn.message)]);
  return said || 'an error of the API';
}

function listed(parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}
