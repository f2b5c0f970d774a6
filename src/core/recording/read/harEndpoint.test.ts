import { expect, test } from 'vitest';
import { findSessionExchanges } from './harEndpoint.ts';
import type { HarExchange } from './harEntry.ts';
import { harExchange } from './testing/harExchange.ts';

const at = (url: string, rest: Partial<HarExchange> = {}) => {
  const { origin, pathname } = new URL(url);
  return harExchange({ url, origin, path: pathname, ...rest });
};
const endpoints = (...all: readonly HarExchange[]) =>
  findSessionExchanges(all).map(({ endpoint, exchange }) => `${endpoint} ${exchange.status} ${exchange.url}`);

test('the endpoints of the service are known by their paths', () => {
  for (const [url, endpoint] of [
    ['https://api.orga-ai.com/v1/realtime/client-secrets', 'client-secrets'],
    ['https://proxy.example/orga/v1/realtime/ice-config/', 'ice-config'],
    ['https://api.orga-ai.com/v1/realtime/calls?a=b', 'calls'],
  ] as const) {
    expect(endpoints(at(url)), url).toEqual([`${endpoint} 200 ${url}`]);
  }
});

test('other requests that went well are none of a session', () => {
  for (const url of [
    'https://app.example/v1/realtime/calls/7',
    'https://app.example/v1/realtime/models',
    'https://app.example/realtime/calls',
    'https://app.example/orga-session',
  ]) {
    expect(endpoints(at(url)), url).toEqual([]);
  }
});

const start = 'https://app.example/api/start';
const good = { responseBody: '{"ephemeralToken":"t","iceServers":[]}' };

test('the session endpoint is known by what it answers', () => {
  expect(endpoints(at(start, good))).toEqual([`session 200 ${start}`]);
  expect(endpoints(at(start, { responseBody: '\uFEFF {"ephemeral_token":"t"}\n', status: 299 }))).toEqual([
    `session 299 ${start}`,
  ]);
  for (const none of [
    { ...good, status: 199 },
    { ...good, status: 300 },
    { responseBody: undefined },
    { responseBody: '{"iceServers":[]}' },
    { responseBody: '["ephemeralToken"]' },
    { responseBody: '{"about":"ephemeralToken"}' },
    { responseBody: '{"ephemeral_token":"t","expires_at":"x"}' },
    { responseBody: 'ephemeralToken' },
  ])
    expect(endpoints(at(start, none))).toEqual([]);
});

test('what answered as the session endpoint once is it always, by the same method only', () => {
  expect(
    endpoints(
      at(`${start}?a=1`, { status: 404, responseBody: 'x' }),
      at(start, good),
      at(start, { responseBody: '' }),
      at(start, { method: 'POST', responseBody: '' }),
      at('https://other.example/api/start', { responseBody: '' }),
    ),
  ).toEqual([`session 404 ${start}?a=1`, `session 200 ${start}`, `session 200 ${start}`]);
});

test('a failed request to an address that names it was for the session', () => {
  for (const path of [
    '/api/orga-session',
    '/api/orga_client-secret',
    '/orga/clientsecrets',
    '/api/OrgaAI/token',
    '/orga-ai-config',
    '/orgasession',
  ]) {
    const url = `https://app.example${path}`;
    expect(endpoints(at(url, { status: 400 }), at(url, { status: 0 }), at(url, { status: 399 }))).toEqual([
      `session 400 ${url}`,
      `session 0 ${url}`,
    ]);
  }
});

test('a failed request that passes the SDK’s error on was for the session', () => {
  for (const responseBody of [
    '{"error":"Failed to fetch ephemeral token: Unauthorized"}',
    '{"error":"OrgaAIServerError: Failed to fetch ICE servers: x"}',
    'Failed to get session config: fetch failed',
    '<pre>OrgaAIAuthenticationError: 401</pre>',
  ]) {
    expect(endpoints(at(start, { status: 500, responseBody }))).toEqual([`session 500 ${start}`]);
    expect(endpoints(at(start, { status: 200, responseBody }))).toEqual([]);
  }
});

test('a failed request that says something else was not', () => {
  for (const [path, responseBody] of [
    ['/api/organ', 'x'],
    ['/api/start', undefined],
    ['/api/start', 'your ephemeral token is bad'],
    ['/api/start', 'fetch failed'],
  ] as const) {
    expect(endpoints(at(`https://app.example${path}`, { status: 500, responseBody }))).toEqual([]);
  }
});

test('a preflight stands beside the request to the same address that comes after it', () => {
  const url = 'https://api.orga-ai.com/v1/realtime/calls';
  const preflight = at(url, { method: 'OPTIONS', status: 204 });
  const before = at(url, { status: 401 });
  const after = at(url);
  expect(findSessionExchanges([before, preflight, after])).toEqual([
    { endpoint: 'calls', exchange: before, redirected: false },
    { endpoint: 'calls', exchange: after, redirected: false, preflight },
  ]);
});

test.each([
  ['/login', 300, 'https://api.orga-ai.com/login'],
  ['//cdn.example/x', 308, '//cdn.example/x'],
  ['https://b.example/x', 399, 'https://b.example/x'],
])('a redirect to %s is followed: what answers there is the endpoint', (redirectTo, status, url) => {
  const from = at('https://api.orga-ai.com/v1/realtime/calls', { status, redirectTo });
  const to = harExchange({ url, origin: 'https://b.example', path: '/x' });
  expect(findSessionExchanges([from, to])).toEqual([{ endpoint: 'calls', exchange: to, redirected: true }]);
});

test('a redirect to nowhere, and an address with any other status, are replies', () => {
  const url = 'https://api.orga-ai.com/v1/realtime/calls';
  expect(
    endpoints(
      at(url, { status: 302 }),
      at(url, { status: 299, redirectTo: '/x' }),
      at(url, { status: 400, redirectTo: '/x' }),
    ),
  ).toEqual([`calls 302 ${url}`, `calls 299 ${url}`, `calls 400 ${url}`]);
});

test('of a long reply the beginning is looked at', () => {
  const failed = (spaces: number) =>
    endpoints(at(start, { status: 500, responseBody: `${' '.repeat(spaces)}OrgaAIServerError` })).length;
  expect([failed(99_900), failed(100_000)]).toEqual([1, 0]);
});
