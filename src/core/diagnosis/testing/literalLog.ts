import type { ConnectionFailure, RestFailure } from '../../session/failure.ts';
import type { CredentialFacts, Endpoint, LogEntry, LogEntryOf, Unlogged } from '../../session/log.ts';
import type { ReplyReading } from '../../session/reply.ts';
import { defaultLimits, defaultSettings, type Route } from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';
import { stepOfEndpoint } from '../../session/stepOfEndpoint.ts';
import { diagnose } from '../diagnose.ts';

/** An entry as a test writes it: `at` in ms, else 100 ms after the one before it. */
export type Literal = Unlogged & { readonly at?: number };

/** 2025-11-11 11:34:43 UTC, the `iat` of the documentation's sample token, in ms. */
export const wallClock = 1_762_860_883_000;

/** A log whose first entry, `e1`, is the start of the run; the others are `e2`, `e3`, … */
export function logOf(route: Route, ...entries: readonly Literal[]): readonly LogEntry[] {
  return runOf({ route }, ...entries);
}

/** What a test says of the run itself. */
export interface LiteralRun {
  readonly route?: Route;
  readonly policy?: 'all' | 'relay';
  readonly userAgent?: string;
  readonly pageUrl?: string;
}

/** The same, with what matters of the run. */
export function runOf(given: LiteralRun, ...entries: readonly Literal[]): readonly LogEntry[] {
  const { route = 'rest', policy = 'all', userAgent = 'test' } = given;
  const started: Literal = {
    kind: 'run-started',
    run: 1,
    wallClock,
    target: 'live',
    route,
    from: 'token',
    settings: { ...defaultSettings, route, iceTransportPolicy: policy },
    limits: defaultLimits(route),
    userAgent,
    pageUrl: given.pageUrl ?? 'https://debugger.example/',
    at: 0,
  };
  let attempt = 1;
  let time = 0;
  return [started, ...entries].map((entry, index) => {
    if (entry.kind === 'attempt') attempt = entry.number;
    time = entry.at ?? time + 100;
    return { ...entry, id: `e${index + 1}`, at: time, attempt };
  });
}

const urls: Readonly<Record<Endpoint, string>> = {
  'client-secrets': 'https://api.orga-ai.com/v1/realtime/client-secrets',
  'ice-config': 'https://api.orga-ai.com/v1/realtime/ice-config',
  calls: 'https://api.orga-ai.com/v1/realtime/calls',
  session: 'https://app.example/api/orga-client-secrets',
};

const credentials: Readonly<Record<Endpoint, CredentialFacts>> = {
  'client-secrets': { kind: 'api-key', name: 'api-key#1' },
  'ice-config': { kind: 'token', name: 'token#1' },
  calls: { kind: 'token', name: 'token#1' },
  session: { kind: 'none' },
};

export interface Sent {
  readonly at?: number;
  readonly request?: string;
  readonly credential?: CredentialFacts;
  readonly url?: string;
  readonly body?: string;
  readonly crossOrigin?: boolean;
}

export function request(endpoint: Endpoint, sent: Sent = {}): Literal {
  return {
    kind: 'request',
    step: stepOfEndpoint[endpoint],
    request: sent.request ?? 'r1',
    endpoint,
    method: endpoint === 'ice-config' || endpoint === 'session' ? 'GET' : 'POST',
    url: sent.url ?? urls[endpoint],
    headers: {},
    credential: sent.credential ?? credentials[endpoint],
    crossOrigin: sent.crossOrigin ?? true,
    altered: [],
    ...(sent.body !== undefined && { body: sent.body }),
    ...(sent.at !== undefined && { at: sent.at }),
  };
}

export function response(
  status: number,
  rest: Partial<LogEntryOf<'response'>> = {},
): Extract<Literal, { kind: 'response' }> {
  return {
    kind: 'response',
    request: 'r1',
    status,
    statusText: '',
    headers: {},
    body: '',
    bodyBytes: 0,
    headersAfter: 20,
    took: 25,
    correlationExposed: false,
    redirected: false,
    ...rest,
  };
}

export function restError(endpoint: Endpoint, failure: RestFailure, sent: Sent = {}): Literal {
  const method = endpoint === 'ice-config' || endpoint === 'session' ? 'GET' : 'POST';
  return {
    kind: 'rest-error',
    step: stepOfEndpoint[endpoint],
    request: { id: sent.request ?? 'r1', endpoint, method, url: sent.url ?? urls[endpoint] },
    failure,
  };
}

/** The end of a run: the step fails because of the entry `failedBy`. */
export function ended(step: SessionStep, failedBy: string): readonly Literal[] {
  return [
    { kind: 'step', step, state: 'failed', failedBy },
    { kind: 'run', state: 'failed', by: 'failure' },
  ];
}

/** A run whose only request is refused: e2 request, e3 response, e4 rest-error, e5 step, e6 run. */
export function refused(
  endpoint: Endpoint,
  status: number,
  reading: ReplyReading,
  sent: Sent & { readonly response?: Partial<LogEntryOf<'response'>> } = {},
): readonly LogEntry[] {
  return logOf(
    endpoint === 'session' ? 'backend' : 'rest',
    request(endpoint, sent),
    response(status, sent.response),
    restError(endpoint, { reason: 'http', status, reading }, sent),
    ...ended(stepOfEndpoint[endpoint], 'e4'),
  );
}

/** A run whose connection fails after these entries; e2 is the answer. */
export function connectionFailed(
  answer: string,
  entries: readonly Literal[],
  failure: ConnectionFailure,
): readonly LogEntry[] {
  const failedBy = `e${entries.length + 3}`;
  return logOf(
    'rest',
    { kind: 'description', step: 'connection', side: 'remote', type: 'answer', sdp: answer },
    ...entries,
    { kind: 'connection-failure', step: 'connection', failure },
    ...ended('connection', failedBy),
  );
}

/** The envelope of an error, as it is read. */
export function envelope(message: string, rest: Partial<ReplyReading> = {}): ReplyReading {
  return { format: 'envelope', answeredBy: 'orga', type: 'invalid_request_error', message, ...rest };
}

/** The verdict, in what a test says of it by hand. */
export function verdict(log: readonly LogEntry[]) {
  const [first] = diagnose(log);
  return (
    first && {
      is: `${first.code}/${first.variant}`,
      certainty: first.certainty,
      step: first.causedBy.step,
      evidence: first.evidence.map(({ entry }) => entry),
    }
  );
}
