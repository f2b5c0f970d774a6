import { correlationId } from '../../session/correlationId.ts';
import { credentialFacts } from '../../session/credentialFacts.ts';
import type { RestFailure } from '../../session/failure.ts';
import { parseJson } from '../../session/foreignJson.ts';
import type { CredentialFacts, Endpoint, LogEntry } from '../../session/log.ts';
import { readReply } from '../../session/readReply.ts';
import { restHttp } from '../../session/restHttp.ts';
import { retryAfter } from '../../session/retryAfter.ts';
import { readSessionReply, type SessionReply } from '../../session/sessionReply.ts';
import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import { type SessionStep, sessionSteps, stepIndex } from '../../session/step.ts';
import { readToken } from '../../token.ts';
import { candidatesInSdp } from '../../webrtc/sdpCandidates.ts';
import { createForeignLog } from './foreignLog.ts';
import { given, memberOf, textOf } from './foreignValue.ts';
import type { SessionExchange } from './harEndpoint.ts';
import { noReply } from './harFailure.ts';
import { serverFacts } from './peerConfiguration.ts';

/** As much of a body as an entry keeps, characters. */
const mostKept = 64 * 1024;

const stepOf: Readonly<Record<Endpoint, SessionStep>> = {
  'client-secrets': 'token',
  session: 'token',
  'ice-config': 'ice-config',
  calls: 'call',
};

interface Origin {
  readonly page: string;
  readonly browser: string;
  /** written by this debugger, of what its page could read: then a reply in it was readable */
  readonly ownFile: boolean;
}

export interface HarLog {
  readonly entries: readonly LogEntry[];
  /** epoch ms */
  readonly startedAt: number;
  readonly userAgent: string;
  readonly notes: readonly string[];
}

/** The log that the debugger would have written of these requests, in the order in which they began. */
export function harLog(found: readonly SessionExchange[], { page, browser, ownFile }: Origin): HarLog {
  const first = found[0]?.exchange;
  const startedAt = first?.at ?? 0;
  const out = createForeignLog(startedAt);
  const notes = new Set<string>();
  const backend = found.some(({ endpoint }) => endpoint === 'session');
  const route = backend ? ('backend' as const) : ('rest' as const);
  const userAgent =
    found.map(({ exchange }) => exchange.headers['user-agent']).find((each) => each !== undefined) ?? browser;
  const pageUrl =
    page !== ''
      ? page
      : (found
          .map(({ exchange }) => exchange.headers.referer ?? exchange.headers.origin)
          .find((each) => each !== undefined) ?? '');
  const pageOrigin = originOf(
    found.map(({ exchange }) => exchange.headers.origin).find((each) => each !== undefined) ?? pageUrl,
  );
  const sanitized = !found.some(({ exchange }) => exchange.headers.authorization !== undefined);
  const orga = found.find(({ endpoint }) => endpoint !== 'session')?.exchange;
  const session = found.find(({ endpoint }) => endpoint === 'session')?.exchange;
  const firstStep = stepOf[found[0]?.endpoint ?? 'session'];
  let held: { readonly token: string; readonly name: string } | undefined;
  let reached: SessionStep | undefined;
  const end = { failed: false };
  let last = startedAt;

  out.add(startedAt, {
    kind: 'run-started',
    run: 1,
    wallClock: startedAt,
    target: 'watched',
    route,
    from: beginning(firstStep),
    settings: {
      ...defaultSettings,
      route,
      email: '',
      ...(orga === undefined ? {} : { baseUrl: orga.url.replace(/\/v1\/realtime\/[^]*$/, '') }),
      ...(session === undefined ? {} : { sessionEndpoint: session.url }),
    },
    limits: defaultLimits(route),
    userAgent: userAgent.slice(0, 500),
    pageUrl,
  });
  skipBefore(beginning(firstStep));

  for (const each of found) tellExchange(each);
  out.add(
    last,
    end.failed
      ? { kind: 'run', state: 'failed', by: 'failure' }
      : { kind: 'run', state: 'stopped', by: 'user' },
  );
  if (!end.failed && reached === 'call')
    notes.add(
      'The requests went well. What became of the connection a HAR does not show: a webrtc-internals dump does.',
    );
  return {
    entries: out.entries,
    startedAt,
    userAgent: out.redactor.redact(userAgent.slice(0, 500)),
    notes: [...notes],
  };

  function skipBefore(from: SessionStep): void {
    for (const step of sessionSteps) {
      if (stepIndex(step) < stepIndex(from)) out.add(startedAt, { kind: 'step', step, state: 'skipped' });
    }
  }

  /** A step that was reached before is another attempt. */
  function beginStep(step: SessionStep, at: number): void {
    const again = reached !== undefined && stepIndex(step) <= stepIndex(reached);
    if (again) {
      out.attempt += 1;
      const from = beginning(step);
      out.add(at, { kind: 'attempt', number: out.attempt, from, why: 'again', delay: 0 });
      skipBefore(from);
    }
    end.failed = false;
    reached = step;
  }

  function tellExchange(each: SessionExchange): void {
    const { endpoint, exchange } = each;
    const { at, method, url } = exchange;
    const step = stepOf[endpoint];
    beginStep(step, at);
    if (endpoint === 'calls') tellOffer(each);
    out.add(at, { kind: 'step', step, state: 'running' });
    const request = `r${out.entries.length}`;
    const crossOrigin = pageOrigin !== '' && pageOrigin !== exchange.origin;
    const reply = ownFile && exchange.status > 0 ? undefined : noReply(each, pageOrigin);
    out.add(at, {
      kind: 'request',
      step,
      request,
      endpoint,
      method,
      url,
      headers: exchange.headers,
      ...given('body', out.redactor.redact(exchange.body)?.slice(0, mostKept)),
      credential: credentialOf(each),
      crossOrigin,
      altered: [],
    });
    const endAt = at + exchange.took;
    last = Math.max(last, endAt);
    if (reply !== undefined) {
      if (reply.failure === undefined) {
        notes.add(
          `The page called off its request to ${exchange.path} after ${Math.round(exchange.took)} ms.`,
        );
        return;
      }
      const failedBy = out.add(endAt, {
        kind: 'rest-error',
        step,
        request: { id: request, endpoint, method, url },
        failure: reply.failure,
      });
      if (reply.probe !== undefined) {
        const preflight = crossOrigin && needsPreflight(each);
        out.add(endAt, { kind: 'note', step, topic: 'probe', request, url, preflight, ...reply.probe });
      }
      fail(step, endAt, exchange.took, failedBy);
      return;
    }
    tellReply(each, request, crossOrigin);
  }

  function tellReply(
    { endpoint, exchange, redirected }: SessionExchange,
    request: string,
    crossOrigin: boolean,
  ): void {
    const { at, method, url, status, responseHeaders, took } = exchange;
    const step = stepOf[endpoint];
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
    nameSecrets(endpoint, reply);
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
      tellGood(endpoint, reply, endAt);
      out.add(endAt, { kind: 'step', step, state: 'done', took });
      if (endpoint === 'session')
        out.add(endAt, { kind: 'step', step: 'ice-config', state: 'done', took: 0 });
      return;
    }
    const reading =
      'reading' in failure
        ? failure.reading
        : readReply({ status, contentType: exchange.contentType, text: body ?? '' });
    const failedBy = out.add(endAt, {
      kind: 'rest-error',
      step,
      request: { id: request, endpoint, method, url },
      failure,
      http: restHttp(status, reading),
      ...given('correlationId', correlation),
      response,
    });
    fail(step, endAt, took, failedBy);
  }

  function nameSecrets(endpoint: Endpoint, reply: SessionReply<Endpoint> | undefined): void {
    const value = reply === undefined ? undefined : reply.ok ? reply.value : reply.partial;
    const token = textOf(memberOf(value, 'token'), 20_000);
    if (token === undefined) return;
    const kind = readToken(token).kind === 'api-key' ? 'api-key' : 'token';
    if (endpoint === 'session' || endpoint === 'client-secrets')
      held = { token, name: out.redactor.name(kind, token) };
  }

  function tellGood(endpoint: Endpoint, reply: SessionReply<Endpoint> | undefined, at: number): void {
    if (reply?.ok !== true) return;
    const { value } = reply;
    if ('token' in value && held !== undefined && (endpoint === 'session' || endpoint === 'client-secrets')) {
      const { issuedAt, expiresAt } = readToken(value.token);
      const text = 'expiresAtText' in value ? value.expiresAtText : undefined;
      out.add(at, {
        kind: 'token',
        step: 'token',
        token: held.name,
        from: endpoint,
        ...given('issuedAt', issuedAt),
        ...given('expiresAt', expiresAt),
        ...given('expiresAtText', text),
        wallClock: at,
      });
    }
    if ('iceServers' in value) {
      const from = endpoint === 'session' ? 'session' : 'ice-config';
      out.add(at, {
        kind: 'ice-servers',
        step: 'ice-config',
        from,
        servers: serverFacts(value.iceServers, out.redactor),
        leftOut: [],
      });
      if (endpoint === 'session') reached = 'ice-config';
    }
    if ('answerSdp' in value) {
      out.add(at, {
        kind: 'description',
        step: 'call',
        side: 'remote',
        type: 'answer',
        sdp: value.answerSdp,
      });
      for (const candidate of candidatesInSdp(value.answerSdp).slice(0, 1_000)) {
        out.add(at, { kind: 'candidate', step: 'call', side: 'remote', ...candidate });
      }
    }
  }

  function tellOffer({ exchange }: SessionExchange): void {
    const offer = memberOf(parseJson(exchange.body ?? '')?.value, 'offer');
    const sdp = textOf(memberOf(offer, 'sdp'), 1024 * 1024);
    out.add(exchange.at, { kind: 'step', step: 'offer', state: 'running' });
    if (sdp !== undefined && sdp !== '') {
      out.add(exchange.at, { kind: 'description', step: 'offer', side: 'local', type: 'offer', sdp });
      for (const candidate of candidatesInSdp(sdp).slice(0, 1_000)) {
        out.add(exchange.at, { kind: 'candidate', step: 'offer', side: 'local', ...candidate });
      }
    }
    out.add(exchange.at, { kind: 'step', step: 'offer', state: 'done', took: 0 });
  }

  /** Chromium leaves credentials out of a HAR unless it is told otherwise; then the token that was handed out is meant. */
  function credentialOf({ endpoint, exchange }: SessionExchange): CredentialFacts {
    const [, bearer] = /^Bearer\s+([^]*)$/i.exec(exchange.headers.authorization ?? '') ?? [];
    if (bearer !== undefined || !sanitized || endpoint === 'session') {
      // A file that this debugger wrote names the secret that it replaced.
      const [name, kind] = /^(token|api-key)#\d{1,9}$/.exec(bearer?.trim() ?? '') ?? [];
      if (ownFile && name !== undefined) return { kind: kind === 'token' ? 'token' : 'api-key', name };
      return credentialFacts(bearer?.trim(), { token: held?.token, apiKey: undefined }, out.redactor);
    }
    notes.add(
      'The file has no Authorization headers: which credential was sent is taken from the replies before.',
    );
    if (endpoint === 'client-secrets') return { kind: 'other' };
    return held === undefined ? { kind: 'other' } : { kind: 'token', name: held.name };
  }

  function fail(step: SessionStep, at: number, took: number, failedBy: string): void {
    out.add(at, { kind: 'step', step, state: 'failed', took, failedBy });
    end.failed = true;
  }
}

function failureOf(status: number, reply: SessionReply<Endpoint> | undefined): RestFailure | undefined {
  if (reply !== undefined) return reply.ok ? undefined : reply.failure;
  if (status >= 200 && status <= 299) return undefined;
  return { reason: 'http', status, reading: { format: 'empty', answeredBy: 'unknown' } };
}

/** The debugger makes a new offer for each call. */
function beginning(step: SessionStep): SessionStep {
  return step === 'call' || step === 'connection' ? 'offer' : step;
}

/** CORS-safelisted are GET and POST of plain types without Authorization (Fetch, section 2.2.2). */
function needsPreflight({ exchange, preflight }: SessionExchange): boolean {
  const { headers, method } = exchange;
  if (preflight !== undefined || headers.authorization !== undefined) return true;
  return !['GET', 'POST', 'HEAD'].includes(method) || /json/i.test(headers['content-type'] ?? '');
}

function originOf(url: string): string {
  return /^https?:\/\/[^/?#]+/i.exec(url)?.[0].toLowerCase() ?? '';
}
