import { afterEach, expect, test, vi } from 'vitest';
import { createRelayClient } from './liveRelay.ts';
import type { OutgoingRequest } from './request.ts';

const root = new URL('http://127.0.0.1:4173/debugger/');
const secrets: OutgoingRequest = {
  endpoint: 'client-secrets',
  method: 'POST',
  url: 'https://api.orga-ai.com/v1/realtime/client-secrets?email=a%40b.example',
  headers: { Authorization: 'Bearer api-key#0', 'Content-Type': 'application/json' },
  body: undefined,
  bearer: 'api-key#0',
  credentials: 'omit',
  altered: [],
};

interface Call {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers the requests of a test in turn, and keeps what they were. */
function answerWith(...answers: readonly Response[]): Call[] {
  const calls: Call[] = [];
  const left = [...answers];
  vi.stubGlobal('fetch', async (url: URL, options: { headers?: Record<string, string> }) => {
    calls.push({ url: url.href, headers: options.headers ?? {} });
    return left.shift() ?? Promise.reject(new TypeError('Failed to fetch'));
  });
  return calls;
}

function facts(secret = 's1'): Response {
  return Response.json({ relay: 1, secret, apiKey: true, upstream: 'https://api.orga-ai.com' });
}

function own(status: number, relay: string, message: string): Response {
  return Response.json({ relay, message }, { status, headers: { 'x-relay': relay } });
}

const { signal } = new AbortController();

afterEach(() => vi.unstubAllGlobals());

test('what the relay can do is known once, without its secret', async () => {
  const calls = answerWith(facts());
  const relay = createRelayClient(root);
  expect(await relay.find()).toEqual({ apiKey: true, upstream: 'https://api.orga-ai.com' });
  await relay.find();
  expect(calls.map(({ url }) => url)).toEqual(['http://127.0.0.1:4173/debugger/__relay']);
});

test('a page from elsewhere asks for no relay', async () => {
  const calls = answerWith(facts());
  expect(await createRelayClient(new URL('https://debugger.example/')).find()).toBeUndefined();
  expect(calls).toEqual([]);
});

test.each([
  ['a page', new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
  ['404', new Response('', { status: 404 })],
  ['foreign JSON', Response.json({ hello: 1 })],
])('%s in its place is no relay', async (_, answer) => {
  answerWith(answer);
  expect(await createRelayClient(root).find()).toBeUndefined();
});

test('a request carries the secret, and no key', async () => {
  const calls = answerWith(facts(), Response.json({ ok: true }));
  const response = await createRelayClient(root).send(secrets, signal);
  expect(await response.json()).toEqual({ ok: true });
  expect(calls[1]).toEqual({
    url: 'http://127.0.0.1:4173/debugger/__relay/v1/realtime/client-secrets?email=a%40b.example',
    headers: { 'Content-Type': 'application/json', 'x-relay-secret': 's1' },
  });
});

test('after a restart of the relay its new secret is fetched, once', async () => {
  const calls = answerWith(facts(), own(403, 'refused', 'stale'), facts('s2'), Response.json({}));
  await createRelayClient(root).send(secrets, signal);
  expect(calls.map(({ headers }) => headers['x-relay-secret'])).toEqual([undefined, 's1', undefined, 's2']);
});

test('an upstream that gave the relay no answer fails as a request fails, with the reason', async () => {
  answerWith(facts(), own(502, 'unreachable', 'https://api.orga-ai.com: connect ECONNREFUSED'));
  await expect(createRelayClient(root).send(secrets, signal)).rejects.toThrow(
    new TypeError('The relay on this machine got no answer: https://api.orga-ai.com: connect ECONNREFUSED'),
  );
});

test('a 403 of the service itself is handed on', async () => {
  answerWith(facts(), new Response('{}', { status: 403 }));
  expect((await createRelayClient(root).send(secrets, signal)).status).toBe(403);
});
