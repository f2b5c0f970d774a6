import { expect, test } from 'vitest';
import { fieldsOf } from './fieldsOf.ts';
import { simulatedApiKey } from './origins.ts';
import { testWorld } from './testWorld.ts';
import type { World } from './world.ts';

const error = (code: string | undefined, status: number | undefined, message: string) => ({
  error: {
    name: 'OrgaAIError',
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    message,
  },
});

const session = (world: World) => testWorld(world).session();

test('the session endpoint answers a token and ICE servers in camelCase', async () => {
  const { status, body } = await session({});
  expect(status).toBe(200);
  expect([...fieldsOf(body).keys()]).toEqual(['ephemeralToken', 'iceServers']);
  expect(fieldsOf(body).get('iceServers')).toHaveLength(3);
});

test('no reply holds the API key', async () => {
  expect(JSON.stringify((await session({})).body)).not.toContain(simulatedApiKey);
  expect(JSON.stringify((await session({ backend: { apiKey: 'wrong' } })).body)).not.toContain('sk_orga_ai');
});

test('each session has its own token, unless the backend caches', async () => {
  const fresh = testWorld();
  expect((await fresh.session()).body).not.toEqual((await fresh.session()).body);
  const cached = testWorld({ backend: { caches: true } });
  expect((await cached.session()).body).toEqual((await cached.session()).body);
});

test('a wrong key is forwarded as the SDK throws it', async () => {
  const { status, body } = await session({ backend: { apiKey: 'wrong' } });
  expect(status).toBe(401);
  expect(body).toEqual(error('AUTHENTICATION_ERROR', 401, 'Invalid API key or user email'));
});

test('an unset key is a constructor error without status', async () => {
  const { status, body } = await session({ backend: { apiKey: 'unset' } });
  expect(status).toBe(500);
  expect(body).toEqual(error(undefined, undefined, 'API key is required'));
});

test('upstream statuses are forwarded with the SDK’s words for each endpoint', async () => {
  const failing = (status: number) => [{ kind: 'reply', reply: { status, body: '<p>' } }] as const;
  expect((await session({ faults: { 'client-secrets': failing(403) } })).body).toEqual(
    error('SERVER_ERROR', 403, 'Failed to fetch ephemeral token: Forbidden'),
  );
  expect((await session({ faults: { 'ice-config': failing(401) } })).body).toEqual(
    error('SERVER_ERROR', 401, 'Failed to fetch ICE servers: Unauthorized'),
  );
  const bad = await session({ faults: { 'ice-config': failing(502) } });
  expect(bad.status).toBe(502);
  expect(bad.body).toEqual(error('SERVER_ERROR', 502, 'Failed to fetch ICE servers: Bad Gateway'));
});

test('what never was a response is a 500 that only its message explains', async () => {
  expect((await session({ faults: { 'client-secrets': [{ kind: 'refused' }] } })).body).toEqual(
    error('SERVER_ERROR', 500, 'Failed to get session config: fetch failed'),
  );
  expect((await session({ faults: { 'ice-config': [{ kind: 'silence' }] } })).body).toEqual(
    error('SERVER_ERROR', 500, 'Failed to get session config: This operation was aborted'),
  );
});

test('a page with 200 is forwarded as the JSON parser’s complaint', async () => {
  const page = { kind: 'reply', reply: { status: 200, body: '<!doctype html>' } } as const;
  expect((await session({ faults: { 'client-secrets': [page] } })).body).toEqual(
    error(
      'SERVER_ERROR',
      500,
      `Failed to get session config: Unexpected token '<', "<!doctype html>" is not valid JSON`,
    ),
  );
});

test('a body that never ends is not covered by the SDK’s timeout', async () => {
  expect((await session({ faults: { 'client-secrets': [{ kind: 'stalled-body' }] } })).kind).toBe('silence');
});

test('without a token the SDK goes on with the word undefined', async () => {
  const omit = { kind: 'rewrite', rewrite: { kind: 'omit', field: 'ephemeral_token' } } as const;
  const { body } = await session({ faults: { 'client-secrets': [omit] } });
  expect(body).toEqual(error('SERVER_ERROR', 401, 'Failed to fetch ICE servers: Unauthorized'));
});

test('ICE servers of an older shape vanish from the reply', async () => {
  const unwrap = { kind: 'rewrite', rewrite: { kind: 'unwrap', field: 'iceServers' } } as const;
  const { status, body } = await session({ faults: { 'ice-config': [unwrap] } });
  expect(status).toBe(200);
  expect([...fieldsOf(body).keys()]).toEqual(['ephemeralToken']);
});

test('CORS does not bind a server', async () => {
  const hidden = { kind: 'reply', reply: { status: 503, withoutCors: true } } as const;
  const { status, headers } = await session({ faults: { 'client-secrets': [hidden] } });
  expect(status).toBe(503);
  expect(headers['access-control-allow-origin']).toBe('*');
});

test('the opaque style says 500 and nothing else', async () => {
  const { status, body } = await session({ backend: { style: 'opaque', apiKey: 'wrong' } });
  expect(status).toBe(500);
  expect(body).toBe('Internal Server Error');
});

test('other paths of the app are not found, its login page is there', async () => {
  expect((await testWorld().session('/api/other')).status).toBe(404);
  expect((await testWorld().session('/login')).body).toContain('<form');
});
