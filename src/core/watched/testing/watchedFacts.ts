import type { Endpoint, LogEntry, Unlogged } from '../../session/log.ts';
import { defaultLimits } from '../../session/settings.ts';
import type { Fact, ObservedEntry, WatchedPage } from '../fact.ts';

/** A page that asks its own backend for sessions. */
export const page: WatchedPage = {
  startedAt: 1_000_000,
  userAgent: 'Chrome/156',
  pageUrl: 'https://app.example/',
  limits: defaultLimits('backend'),
};

/** The label that the official client SDK uses. */
export const label = 'orga-realtime-client-events';

export const entry = (
  at: number,
  observed: ObservedEntry,
  peer?: number,
): Extract<Fact, { saw: 'entry' }> => ({
  at,
  saw: 'entry',
  entry: observed,
  ...(peer === undefined ? {} : { peer }),
});

type PeerFact = Extract<Fact, { saw: 'peer' }>;
type Request = Extract<Unlogged, { kind: 'request' }>;
type Response = Extract<Unlogged, { kind: 'response' }>;

const urls: Readonly<Record<Endpoint, string>> = {
  session: 'https://app.example/api/session?u=1',
  'client-secrets': 'https://api.orga-ai.com/v1/realtime/client-secrets?email=a@b.c',
  'ice-config': 'https://api.orga-ai.com/v1/realtime/ice-config',
  calls: 'https://api.orga-ai.com/v1/realtime/calls',
};

/** What is told of a request; a call carries the offer whose ICE user name is `ufrag`. */
export function requestOf(id: string, endpoint: Endpoint, token?: string, ufrag = 'abcd'): Request {
  return {
    kind: 'request',
    request: id,
    endpoint,
    method: endpoint === 'calls' ? 'POST' : 'GET',
    url: urls[endpoint],
    headers: {},
    ...(endpoint === 'calls' ? { body: `{"offer":{"sdp":"v=0\\r\\na=ice-ufrag:${ufrag}\\r\\n"}}` } : {}),
    credential: token === undefined ? { kind: 'none' } : { kind: 'token', name: token },
    crossOrigin: false,
    altered: [],
  };
}

export const request = (at: number, ...rest: Parameters<typeof requestOf>): Fact =>
  entry(at, requestOf(...rest));

export function responseOf(id: string, status: number, body: string): Response {
  return {
    kind: 'response',
    request: id,
    status,
    statusText: '',
    headers: { 'content-type': 'application/json' },
    body,
    bodyBytes: body.length,
    headersAfter: 1,
    took: 2,
    correlationExposed: true,
    redirected: false,
  };
}

export const response = (at: number, id: string, status: number, body: string): readonly Fact[] => [
  entry(at, responseOf(id, status, body)),
  { at, saw: 'request-end', request: id },
];

export const session = (at: number, id: string, token = 'token#1'): readonly Fact[] => [
  request(at, id, 'session'),
  {
    at: at + 10,
    saw: 'token',
    request: id,
    entry: { kind: 'token', token, from: 'session', step: 'token', wallClock: 1_000_000 },
  },
  ...response(at + 10, id, 200, `{"ephemeralToken":"${token}","iceServers":[]}`),
];

/** A peer connection begins to be used, with the SDK’s channel and no servers. */
export const peerFact = (at: number, number: number, more: Partial<PeerFact> = {}): PeerFact => ({
  at,
  saw: 'peer',
  peer: number,
  servers: { kind: 'ice-servers', step: 'ice-config', from: 'carried', servers: [], leftOut: [] },
  channels: [label],
  ...more,
});

export const peer = (at: number, number: number, ufrag = 'abcd'): readonly Fact[] => [
  peerFact(at, number),
  entry(
    at + 1,
    { kind: 'description', side: 'local', type: 'offer', sdp: `v=0\r\na=ice-ufrag:${ufrag}\r\n` },
    number,
  ),
  entry(at + 2, { kind: 'state', machine: 'gathering', to: 'complete' }, number),
];

export const answered = (at: number, id: string): readonly Fact[] =>
  response(at, id, 200, '{"conversation_id":"c1","answer":{"type":"answer","sdp":"v=0\\r\\n"}}');

export const applied = (at: number, number: number): readonly Fact[] => [
  { at, saw: 'peer-answer', peer: number, state: 'applying' },
  entry(at, { kind: 'description', side: 'remote', type: 'answer', sdp: 'v=0\r\n' }, number),
  { at: at + 1, saw: 'peer-answer', peer: number, state: 'applied' },
];

export const up = (at: number, number: number): readonly Fact[] => [
  entry(at, { kind: 'state', machine: 'ice', to: 'connected' }, number),
  entry(at, { kind: 'state', machine: 'connection', to: 'connected' }, number),
  entry(at, { kind: 'state', machine: 'channel', to: 'open' }, number),
  entry(
    at + 5,
    { kind: 'channel', event: 'received', label, messageType: 'session.created', text: '{}' },
    number,
  ),
];

/** The entries of a log, a line each: `e2 0 #1 token step state=running`. */
export const linesOf = (log: readonly LogEntry[]): readonly string[] =>
  log.map(({ id, at, attempt, step, kind, ...facts }) => {
    const members = Object.entries(facts).map(
      ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    return [id, at, `#${attempt}`, step ?? '-', kind, ...members].join(' ');
  });
