import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRelay } from './relay.mjs';

const key = 'sk_orga_ai_CANARY_of_the_relay';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

let upstream: Server;
let front: Server;
let port = 0;
let upstreamPort = 0;
let seen: Seen[] = [];
let answer: { status: number; headers: Record<string, string | string[]>; body: string };

beforeEach(async () => {
  seen = [];
  answer = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' };
  upstream = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += String(chunk);
    });
    incoming.on('end', () => {
      seen.push({ method: incoming.method, url: incoming.url, headers: incoming.headers, body });
      if (incoming.url === '/login') response.end('<form>log in</form>');
      else response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  upstreamPort = await listen(upstream);
  const relay = createRelay({
    upstream: new URL(`http://127.0.0.1:${upstreamPort}`),
    apiKey: key,
    backend: {
      url: new URL(`http://127.0.0.1:${upstreamPort}/api/session?app=1`),
      headers: { cookie: 'sid=from-the-command-line' },
    },
    base: '/debugger/',
    mostBytes: 1_000,
    longest: 400,
  });
  front = createServer((incoming, response) => {
    if (!relay.handle(incoming, response)) response.writeHead(418).end();
  });
  port = await listen(front);
});
afterEach(() => {
  front.closeAllConnections();
  upstream.closeAllConnections();
  front.close();
  upstream.close();
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function ask(path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers: { 'sec-fetch-site': 'same-origin', ...headers } },
      (incoming) => {
        let text = '';
        incoming.on('data', (chunk) => {
          text += String(chunk);
        });
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
        );
        incoming.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function secret(): Promise<string> {
  return (JSON.parse((await ask('/debugger/__relay')).text) as { secret: string }).secret;
}

async function asPage(path: string, options: Ask = {}): Promise<Answer> {
  return ask(`/debugger/__relay${path}`, {
    ...options,
    headers: { 'x-relay-secret': await secret(), ...options.headers },
  });
}

test('the page learns what the relay can do, and never the key', async () => {
  const { status, headers, text } = await ask('/debugger/__relay');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/json');
  expect(headers['cache-control']).toBe('no-store');
  expect(JSON.parse(text)).toEqual({
    relay: 1,
    secret: expect.stringMatching(/^[\w-]{43}$/) as string,
    apiKey: true,
    upstream: `http://127.0.0.1:${upstreamPort}`,
    backend: `http://127.0.0.1:${upstreamPort}/api/session?app=1`,
  });
  expect(text).not.toContain('CANARY');
});

test('the key is added to client-secrets and to nothing else', async () => {
  await asPage('/v1/realtime/client-secrets?email=a%40b.example', {
    method: 'POST',
    headers: { authorization: 'Bearer mine' },
  });
  await asPage('/v1/realtime/ice-config', { headers: { authorization: 'Bearer token' } });
  await asPage('/v1/realtime/calls', {
    method: 'POST',
    headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
    body: '{"offer":{}}',
  });
  expect(seen.map(({ method, url, headers, body }) => [method, url, headers.authorization, body])).toEqual([
    ['POST', '/v1/realtime/client-secrets?email=a%40b.example', `Bearer ${key}`, ''],
    ['GET', '/v1/realtime/ice-config', 'Bearer token', ''],
    ['POST', '/v1/realtime/calls', 'Bearer token', '{"offer":{}}'],
  ]);
});

test.each([
  ['GET', '/v1/realtime/client-secrets'],
  ['POST', '/v1/realtime/ice-config'],
  ['GET', '/v1/realtime/calls'],
  ['POST', '/v1/realtime/calls?x=1'],
  ['POST', '/v1/realtime/client-secrets?email=a&x=1'],
  ['POST', '/v1/realtime/client-secrets/'],
  ['POST', '/v1/realtime/../realtime/client-secrets'],
  ['POST', '/v1/realtime/%63lient-secrets'],
  ['POST', '/v1/realtime/client-secrets@evil.example'],
  ['GET', '//evil.example/'],
  ['DELETE', '/session'],
])('%s %s is no pair of the relay, and nothing reaches the upstream', async (method, path) => {
  expect((await asPage(path, { method })).status).toBe(404);
  expect(seen).toEqual([]);
});

test.each([
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['a foreign site', { 'sec-fetch-site': 'cross-site' }],
  ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
  ['a rebound host', { host: 'evil.example' }],
  ['a rebound host with the right port', { host: 'evil.example:PORT', origin: 'http://evil.example:PORT' }],
  ['the wrong port', { host: '127.0.0.1:1' }],
  ['the opaque origin', { origin: 'null' }],
])('%s gets 403, without the secret, and nothing reaches the upstream', async (_, headers) => {
  const known = await secret();
  const forged = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replaceAll('PORT', String(port))]),
  );
  const facts = await ask('/debugger/__relay', { headers: forged });
  const call = await ask('/debugger/__relay/v1/realtime/client-secrets', {
    method: 'POST',
    headers: { ...forged, 'x-relay-secret': known },
  });
  expect([facts.status, call.status]).toEqual([403, 403]);
  expect(facts.text).not.toContain(known);
  expect(facts.headers['access-control-allow-origin']).toBeUndefined();
  expect(seen).toEqual([]);
});

test('without the secret, or with another, a request gets 403', async () => {
  const path = '/debugger/__relay/v1/realtime/client-secrets';
  const without = await ask(path, { method: 'POST' });
  const wrong = await ask(path, { method: 'POST', headers: { 'x-relay-secret': 'a'.repeat(43) } });
  expect([without.status, wrong.status]).toEqual([403, 403]);
  expect(seen).toEqual([]);
});

test('a preflight of a foreign page is refused without CORS headers', async () => {
  const { status, headers } = await ask('/debugger/__relay/v1/realtime/calls', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-relay-secret',
    },
  });
  expect(status).toBe(403);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
});

test('cookies and what the browser adds stay here; the header of the command line goes to the backend', async () => {
  await asPage('/session', {
    method: 'POST',
    headers: {
      cookie: 'other=app-of-localhost',
      origin: `http://127.0.0.1:${port}`,
      referer: 'http://127.0.0.1/secret-path',
      'x-app': 'demo',
    },
    body: '{}',
  });
  const [request_] = seen;
  expect(request_?.url).toBe('/api/session?app=1');
  expect(request_?.headers.cookie).toBe('sid=from-the-command-line');
  expect(request_?.headers['x-app']).toBe('demo');
  expect(request_?.headers.host).toBe(`127.0.0.1:${upstreamPort}`);
  expect(Object.keys(request_?.headers ?? {})).not.toContain('x-relay-secret');
  expect(Object.keys(request_?.headers ?? {})).not.toContain('origin');
  expect(Object.keys(request_?.headers ?? {})).not.toContain('referer');
});

test('cookies, CORS headers and orders to the browser of the upstream do not come back', async () => {
  answer.headers = {
    'content-type': 'application/json',
    'set-cookie': ['a=1', 'b=2'],
    'access-control-allow-origin': '*',
    'access-control-allow-credentials': 'true',
    'clear-site-data': '"*"',
    'strict-transport-security': 'max-age=1',
    'x-request-id': 'req-7',
    'retry-after': '3',
  };
  answer.status = 429;
  const { status, headers, text } = await asPage('/v1/realtime/ice-config');
  expect([status, text]).toEqual([429, '{"ok":true}']);
  expect(headers['x-request-id']).toBe('req-7');
  expect(headers['retry-after']).toBe('3');
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['clear-site-data']).toBeUndefined();
  expect(headers['strict-transport-security']).toBeUndefined();
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
});

test('a redirect of the API is not followed, and the browser has nothing to follow', async () => {
  answer = { status: 302, headers: { location: '/login' }, body: '' };
  const { status, headers } = await asPage('/v1/realtime/ice-config');
  expect([status, headers.location, seen.length]).toEqual([302, undefined, 1]);
});

test('a backend’s redirect on its own origin is followed, and the page is told', async () => {
  answer = { status: 302, headers: { location: '/login' }, body: '' };
  const { status, headers, text } = await asPage('/session');
  expect([status, text]).toEqual([200, '<form>log in</form>']);
  expect(headers['x-relay-redirected']).toBe(`http://127.0.0.1:${upstreamPort}/login`);
});

test('a backend’s redirect to another origin is not followed', async () => {
  answer = { status: 302, headers: { location: 'http://localhost:1/login' }, body: '' };
  expect((await asPage('/session')).status).toBe(302);
  expect(seen).toHaveLength(1);
});

test('too long a body gets 413', async () => {
  const { status } = await asPage('/v1/realtime/calls', { method: 'POST', body: 'x'.repeat(2_000) });
  expect(status).toBe(413);
  expect(seen).toEqual([]);
});

test('a body that never ends gets 504 when time is up, and the server stays up', async () => {
  const known = await secret();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path: '/debugger/__relay/v1/realtime/calls',
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', 'x-relay-secret': known, 'transfer-encoding': 'chunked' },
      },
      (incoming) => {
        resolve(incoming.statusCode);
        outgoing.destroy();
      },
    );
    outgoing.on('error', reject);
    outgoing.write('{');
  });
  expect(status).toBe(504);
  expect((await ask('/debugger/__relay')).status).toBe(200);
});

test('an upstream that refuses the connection is told as such', async () => {
  upstream.closeAllConnections();
  await new Promise((resolve) => {
    upstream.close(resolve);
  });
  const { status, headers, text } = await asPage('/v1/realtime/ice-config');
  expect([status, headers['x-relay']]).toEqual([502, 'unreachable']);
  expect(text).toContain('ECONNREFUSED');
});

test('what is not the relay’s is left to others', async () => {
  expect((await ask('/debugger/')).status).toBe(418);
  expect((await ask('/debugger/__relays')).status).toBe(418);
});
