import { expect, test } from 'vitest';
import { fieldsOf } from './fieldsOf.ts';
import { testWorld } from './testWorld.ts';
import { withOverrides } from './world.ts';

const down = { kind: 'reply', reply: { status: 503, body: 'down' } } as const;

test('faults come one per request, and the last one stays', async () => {
  const recovering = testWorld({ faults: { 'client-secrets': [down, undefined] } });
  expect((await recovering.clientSecrets()).status).toBe(503);
  expect((await recovering.clientSecrets()).status).toBe(200);
  expect((await recovering.clientSecrets()).status).toBe(200);
  const lasting = testWorld({ faults: { 'client-secrets': [undefined, down] } });
  expect((await lasting.clientSecrets()).status).toBe(200);
  expect((await lasting.clientSecrets()).status).toBe(503);
  expect((await lasting.clientSecrets()).status).toBe(503);
});

test('a canned reply can come without CORS headers', async () => {
  const world = testWorld({
    faults: { calls: [{ kind: 'reply', reply: { status: 503, withoutCors: true } }] },
  });
  const { status, headers } = await world.call();
  expect(status).toBe(503);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
});

test('a body that never ends has its headers', async () => {
  const world = testWorld({ faults: { 'ice-config': [{ kind: 'stalled-body' }] } });
  expect(await world.iceConfig()).toMatchObject({
    kind: 'stalled',
    status: 200,
    headers: { 'content-type': 'application/json' },
  });
});

test('silence and refusal are no replies', async () => {
  const world = testWorld({ faults: { 'ice-config': [{ kind: 'silence' }, { kind: 'refused' }] } });
  expect((await world.iceConfig()).kind).toBe('silence');
  expect((await world.iceConfig()).kind).toBe('refused');
});

test('a rewrite changes what succeeded, and nothing else', async () => {
  const world = testWorld({
    faults: { calls: [{ kind: 'rewrite', rewrite: { kind: 'omit', field: 'answer' } }] },
  });
  expect((await world.call()).status).toBe(403);
  expect([...fieldsOf((await world.call(await world.token())).body).keys()]).toEqual(['conversation_id']);
});

test('rewrites unwrap, rename and truncate', async () => {
  const rewritten = (
    rewrite: { kind: 'unwrap'; field: string } | { kind: 'snake-case' } | { kind: 'truncate' },
  ) => testWorld({ faults: { session: [{ kind: 'rewrite', rewrite }] } }).session();
  expect((await rewritten({ kind: 'unwrap', field: 'iceServers' })).body).toHaveLength(3);
  expect([...fieldsOf((await rewritten({ kind: 'snake-case' })).body).keys()]).toEqual([
    'ephemeral_token',
    'ice_servers',
  ]);
  expect((await rewritten({ kind: 'truncate' })).body).toMatch(/^\{"ephemeralToken":"eyJ/);
});

test('an override answers one request, before the faults of the world', async () => {
  const world = testWorld(
    withOverrides(
      { faults: { 'ice-config': [down] } },
      { 'ice-config': { status: 418, headers: { 'X-Pot': 'tea' }, body: { short: true } } },
    ),
  );
  const first = await world.iceConfig();
  expect(first.status).toBe(418);
  expect(first.headers['x-pot']).toBe('tea');
  expect(fieldsOf(first.body).get('short')).toBe(true);
  expect((await world.iceConfig()).status).toBe(503);
});

test('an override without status and body leaves the answer as it is', async () => {
  const world = testWorld(withOverrides({}, { 'client-secrets': { headers: { 'X-Pot': 'tea' }, delay: 1 } }));
  const { status, headers } = await world.clientSecrets();
  expect(status).toBe(200);
  expect(headers['x-pot']).toBe('tea');
});
