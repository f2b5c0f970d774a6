import { createRedactor } from '../../redaction.ts';
import type { ConnectionFailure, RestFailure } from '../../session/failure.ts';
import type { CredentialFacts, Endpoint, LogEntry, ProbeNote } from '../../session/log.ts';
import { restHttp } from '../../session/restHttp.ts';
import { readSessionReply } from '../../session/sessionReply.ts';
import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';
import { stepOfEndpoint } from '../../session/stepOfEndpoint.ts';
import { createForeignLog, type ForeignLog } from './foreignLog.ts';

/** A request that a text tells of, as far as it does. */
export interface SuspectedRequest {
  readonly endpoint: Endpoint;
  readonly url?: string;
  readonly credential?: CredentialFacts;
  readonly token?: { readonly name: string; readonly issuedAt?: number; readonly expiresAt?: number };
  readonly outcome:
    | { readonly status: number; readonly body: string; readonly contentType?: string }
    | {
        readonly failure: Extract<RestFailure, { reason: 'unreachable' | 'timeout' }>;
        /** what the browser's own words say of the host */
        readonly probe?: Pick<ProbeNote, 'result' | 'plain' | 'preflight' | 'online'>;
      };
}

const credentials: Readonly<Record<Endpoint, CredentialFacts>> = {
  'client-secrets': { kind: 'api-key', name: 'api-key#1' },
  'ice-config': { kind: 'token', name: 'token#1' },
  calls: { kind: 'token', name: 'token#1' },
  session: { kind: 'none' },
};

/** The shortest log in which this request failed; the catalogue's own recognisers judge it. */
export function requestLog(request: SuspectedRequest, now: number): readonly LogEntry[] {
  const { endpoint, outcome, token } = request;
  const out = begin(endpoint === 'session' ? 'backend' : 'rest', now);
  const step = stepOfEndpoint[endpoint];
  const url =
    request.url ??
    (endpoint === 'session' ? 'https://your-app/session' : `https://api.orga-ai.com/v1/realtime/${endpoint}`);
  const method = endpoint === 'ice-config' || endpoint === 'session' ? 'GET' : 'POST';
  out.add(now, { kind: 'step', step, state: 'running' });
  if (token !== undefined) {
    const { name, ...dates } = token;
    out.add(now, { kind: 'token', step: 'token', token: name, from: 'pasted', wallClock: now, ...dates });
  }
  const common = { step, request: 'r1' } as const;
  out.add(now, {
    kind: 'request',
    ...common,
    endpoint,
    method,
    url,
    headers: {},
    credential: request.credential ?? credentials[endpoint],
    crossOrigin: true,
    altered: [],
  });
  const failure = 'failure' in outcome ? outcome.failure : failureOf(endpoint, outcome);
  if (failure === undefined) return out.entries;
  if ('status' in outcome) {
    const { status, body } = outcome;
    out.add(now, {
      kind: 'response',
      ...common,
      status,
      statusText: '',
      headers: {},
      body,
      bodyBytes: body.length,
      headersAfter: 0,
      took: 0,
      correlationExposed: false,
      redirected: false,
    });
  }
  const http =
    'status' in outcome && 'reading' in failure ? { http: restHttp(outcome.status, failure.reading) } : {};
  const failedBy = out.add(now, {
    kind: 'rest-error',
    step,
    request: { id: 'r1', endpoint, method, url },
    failure,
    ...http,
  });
  if ('failure' in outcome && outcome.probe !== undefined) {
    out.add(now, { kind: 'note', step, topic: 'probe', request: 'r1', url, ...outcome.probe });
  }
  return ended(out, now, step, failedBy);
}

/** The shortest log in which the connection failed so. */
export function connectionLog(failure: ConnectionFailure, now: number, answer?: string): readonly LogEntry[] {
  const out = begin('rest', now);
  const device = failure.reason === 'permission' || failure.reason === 'device';
  const step = device ? 'offer' : 'connection';
  out.add(now, { kind: 'step', step, state: 'running' });
  if (answer !== undefined)
    out.add(now, { kind: 'description', step, side: 'remote', type: 'answer', sdp: answer });
  const failedBy = out.add(now, { kind: 'connection-failure', step, failure });
  return ended(out, now, step, failedBy);
}

function begin(route: 'rest' | 'backend', now: number): ForeignLog {
  const out = createForeignLog(now);
  out.add(now, {
    kind: 'run-started',
    run: 1,
    wallClock: now,
    target: 'watched',
    route,
    from: 'token',
    settings: { ...defaultSettings, route, email: '' },
    limits: defaultLimits(route),
    userAgent: '',
    pageUrl: '',
  });
  return out;
}

function ended(out: ForeignLog, now: number, step: SessionStep, failedBy: string): readonly LogEntry[] {
  out.add(now, { kind: 'step', step, state: 'failed', failedBy });
  out.add(now, { kind: 'run', state: 'failed', by: 'failure' });
  return out.entries;
}

function failureOf(
  endpoint: Endpoint,
  {
    status,
    body,
    contentType,
  }: { readonly status: number; readonly body: string; readonly contentType?: string },
): RestFailure | undefined {
  const reply = readSessionReply(endpoint, status, contentType, createRedactor().redact(body));
  return reply.ok ? undefined : reply.failure;
}
