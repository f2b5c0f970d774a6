import { correlationId } from '../../session/correlationId.ts';
import type { RestFailure } from '../../session/failure.ts';
import type { Endpoint } from '../../session/log.ts';
import { restHttp } from '../../session/restHttp.ts';
import { retryAfter } from '../../session/retryAfter.ts';
import { readSessionReply, type SessionReply } from '../../session/sessionReply.ts';
import { defaultSettings } from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';
import { readToken } from '../../token.ts';
import type { ForeignLog } from './foreignLog.ts';
import { given } from './foreignValue.ts';
import type { HarCredentials } from './harCredentials.ts';
import { tellHarAnswer } from './harDescription.ts';
import type { SessionExchange } from './harEndpoint.ts';
import type { HarSteps } from './harSteps.ts';
import { serverFacts } from './peerConfiguration.ts';

/** As much of a body as an entry keeps, characters. */
export const mostKept = 64 * 1024;

/** What a HAR's log is written with. */
export interface HarTelling {
  readonly out: ForeignLog;
  readonly steps: HarSteps;
  readonly credentials: HarCredentials;
  readonly notes: Set<string>;
}

/** A request as the log has it. */
export interface HarRequest {
  readonly id: string;
  readonly step: SessionStep;
  readonly crossOrigin: boolean;
}

/** A reply that came and could be read by the page, with what it hands out or what is wrong with it. */
export function tellHarReply(
  { out, steps, credentials, notes }: HarTelling,
  { endpoint, exchange, redirected }: SessionExchange,
  { id: request, step, crossOrigin }: HarRequest,
): void {
  const { at, method, url, status, responseHeaders, took } = exchange;
  const endAt = at + took;
  const body = exchange.responseBody;
  const correlation = correlationId(
    { get: (name) => responseHeaders[name] ?? null },
    defaultSettings.correlationHeaders,
  );
  const wait = retryAfter(responseHeaders['retry-after'] ?? null, endAt);
  // What the body holds is named before it is redacted, so that it is what it is said to be.
  const reply =
    body === undefined ? undefined : readSessionReply(endpoint, status, exchange.contentType, body);
  credentials.nameSecrets(endpoint, reply);
  const response = out.add(endAt, {
    kind: 'response',
    step,
    request,
    status,
    statusText: exchange.statusText,
    headers: responseHeaders,
    body: out.redactor.redact(body ?? '').slice(0, mostKept),
    bodyBytes: exchange.responseBytes,
    headersAfter: exchange.headersAfter,
    took,
    ...given('correlationId', correlation),
    correlationExposed: correlation !== undefined || !crossOrigin,
    redirected,
    ...given('retryAfter', wait),
  });
  const failure = failureOf(status, reply);
  if (reply === undefined)
    notes.add(
      `The file was saved without the body of the reply to ${exchange.path}, or it is compressed: it cannot be read.`,
    );
  if (failure === undefined) {
    if (reply?.ok === true) tellGood({ out, steps, credentials }, endpoint, reply.value, endAt);
    out.add(endAt, { kind: 'step', step, state: 'done', took });
    if (endpoint === 'session') out.add(endAt, { kind: 'step', step: 'ice-config', state: 'done', took: 0 });
    return;
  }
  const failedBy = out.add(endAt, {
    kind: 'rest-error',
    step,
    request: { id: request, endpoint, method, url },
    failure,
    ...('reading' in failure ? { http: restHttp(status, failure.reading) } : {}),
    ...given('correlationId', correlation),
    response,
  });
  steps.fail(step, endAt, took, failedBy);
}

function tellGood(
  { out, steps, credentials }: Omit<HarTelling, 'notes'>,
  endpoint: Endpoint,
  value: Extract<SessionReply<Endpoint>, { readonly ok: true }>['value'],
  at: number,
): void {
  const token = credentials.held();
  if ('token' in value && token !== undefined && (endpoint === 'session' || endpoint === 'client-secrets')) {
    const { issuedAt, expiresAt } = readToken(value.token);
    const text = 'expiresAtText' in value ? value.expiresAtText : undefined;
    out.add(at, {
      kind: 'token',
      step: 'token',
      token,
      from: endpoint,
      ...given('issuedAt', issuedAt),
      ...given('expiresAt', expiresAt),
      ...given('expiresAtText', text),
      wallClock: at,
    });
  }
  if ('iceServers' in value) {
    out.add(at, {
      kind: 'ice-servers',
      step: 'ice-config',
      from: endpoint === 'session' ? 'session' : 'ice-config',
      servers: serverFacts(value.iceServers, out.redactor),
      leftOut: [],
    });
    steps.reached = 'ice-config';
  }
  if ('answerSdp' in value) tellHarAnswer(out, value.answerSdp, at);
}

function failureOf(status: number, reply: SessionReply<Endpoint> | undefined): RestFailure | undefined {
  if (reply !== undefined) return reply.ok ? undefined : reply.failure;
  if (status >= 200 && status <= 299) return undefined;
  return { reason: 'http', status, reading: { format: 'empty', answeredBy: 'unknown' } };
}
