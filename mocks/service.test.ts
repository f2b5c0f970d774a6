import { expect, test } from 'vitest';
import { fieldsOf } from './fieldsOf.ts';
import { testWorld } from './testWorld.ts';

const invalidToken = {
  error: { message: 'Invalid ephemeral token', type: 'invalid_request_error', param: null, code: null },
};

test('client-secrets answers the documented fields, with expires_at in UTC without a zone', async () => {
  const { status, body } = await testWorld().clientSecrets();
  expect(status).toBe(200);
  expect([...fieldsOf(body).keys()]).toEqual(['ephemeral_token', 'token_type', 'expires_at']);
  expect(fieldsOf(body).get('token_type')).toBe('bearer');
  expect(fieldsOf(body).get('expires_at')).toMatch(/^2025-11-11T11:49:43\.252\d{3}$/);
});

test('a token is a JWT of 900 s without jti', async () => {
  const [header = '', payload = '', signature] = (await testWorld().token()).split('.');
  expect(JSON.parse(atob(header))).toEqual({ alg: 'HS256', typ: 'JWT' });
  const claims: unknown = JSON.parse(atob(payload));
  expect(claims).toMatchObject({ scope: 'api', iat: 1762860883, exp: 1762861783 });
  expect([...fieldsOf(claims).keys()]).toEqual(['sub', 'api_key_id', 'scope', 'iat', 'exp']);
  expect(signature).toMatch(/^CANARY[0-9a-f]{37}$/);
});

test('a wrong API key is refused with an envelope inside the message of an envelope', async () => {
  const { status, body } = await testWorld().clientSecrets('sk_orga_ai_other');
  expect(status).toBe(401);
  const inner = {
    error: {
      message: 'Incorrect or inactive API key provided.',
      type: 'invalid_request_error',
      param: null,
      code: null,
    },
  };
  expect(body).toEqual({
    error: { message: inner, type: 'invalid_request_error', param: null, code: null },
  });
});

test('an unknown user is not found', async () => {
  const { status, body } = await testWorld().clientSecrets(undefined, '?email=nobody%40example.com');
  expect(status).toBe(404);
  expect(body).toEqual({
    error: { message: 'User not found.', type: 'not_found_error', param: null, code: null },
  });
});

test('an absent email is a 422 only where the switch requires it', async () => {
  expect((await testWorld().clientSecrets(undefined, '')).status).toBe(200);
  const { status, body } = await testWorld({}, { emailRequired: true }).clientSecrets(undefined, '');
  expect(status).toBe(422);
  expect(body).toEqual({
    detail: [{ type: 'missing', loc: ['query', 'email'], msg: 'Field required', input: null }],
  });
});

test('the documented ICE servers come under reserved names', async () => {
  const canary: unknown = expect.stringMatching(/^cafecafe[0-9a-f]{56}$/);
  const world = testWorld();
  const { status, body } = await world.iceConfig(await world.token());
  expect(status).toBe(200);
  expect(body).toEqual({
    iceServers: [
      { urls: ['stun:stun1.orga-ai.test:19302', 'stun:stun2.orga-ai.test:19302'] },
      { urls: ['stun:stun3.orga-ai.test:19302', 'stun:stun4.orga-ai.test:19302'] },
      {
        urls: ['turn:turn.orga-ai.test:3478?transport=udp'],
        username: canary,
        credential: canary,
      },
    ],
  });
});

test('a call answers a conversation id and the answer', async () => {
  const world = testWorld();
  const { status, body } = await world.call(await world.token());
  expect(status).toBe(200);
  expect(fieldsOf(body).get('conversation_id')).toMatch(/^\w{24}$/);
  expect(fieldsOf(body).get('answer')).toEqual({ sdp: 'v=0 answer', type: 'answer' });
});

test('without an Authorization header the token endpoints answer 403, or 401 by switch', async () => {
  const body = {
    error: { message: 'Not authenticated', type: 'invalid_request_error', param: null, code: null },
  };
  const usual = testWorld();
  expect(await usual.iceConfig()).toMatchObject({ status: 403, body });
  expect(await usual.call()).toMatchObject({ status: 403, body });
  expect(await testWorld({}, { missingAuthorization: 401 }).call()).toMatchObject({ status: 401, body });
});

test('unknown, expired and spent tokens get the identical body', async () => {
  const world = testWorld();
  const spent = await world.token();
  await world.call(spent);
  const expired = await world.token();
  expect(await world.iceConfig('no-token')).toMatchObject({ status: 401, body: invalidToken });
  expect(await world.iceConfig(spent)).toMatchObject({ status: 401, body: invalidToken });
  expect(await world.call(spent)).toMatchObject({ status: 401, body: invalidToken });
  world.clock.ms += 900_000;
  expect(await world.iceConfig(expired)).toMatchObject({ status: 401, body: invalidToken });
});

test('a token is good until the second in which it expires', async () => {
  const world = testWorld();
  const token = await world.token();
  world.clock.ms = 1762861783_000 - 1;
  expect((await world.iceConfig(token)).status).toBe(200);
  world.clock.ms += 1;
  expect((await world.iceConfig(token)).status).toBe(401);
});

test('a token survives ice-config and a failed call; the first successful call spends it', async () => {
  const world = testWorld();
  const token = await world.token();
  expect((await world.iceConfig(token)).status).toBe(200);
  expect((await world.call(token, '{"offer":{"sdp":"garbage"}}')).status).toBe(400);
  expect((await world.call(token)).status).toBe(200);
  expect((await world.call(token)).status).toBe(401);
});

test('of two calls at the same time one gets the token', async () => {
  const world = testWorld();
  const token = await world.token();
  const replies = await Promise.all([world.call(token), world.call(token)]);
  expect(replies.map(({ status }) => status)).toEqual([200, 401]);
});

test('by switch ice-config spends the token', async () => {
  const world = testWorld({}, { tokenSpentBy: 'ice-config' });
  const token = await world.token();
  expect((await world.iceConfig(token)).status).toBe(200);
  expect((await world.call(token)).status).toBe(401);
});

test('a token stays what it is in the next world', async () => {
  const ledger = new Map();
  const first = testWorld({}, {}, ledger);
  const token = await first.token();
  expect((await testWorld({}, {}, ledger).call(token)).status).toBe(200);
  expect((await testWorld({}, {}, ledger).call(token)).status).toBe(401);
});

test('broken JSON comes before authentication, absent fields come after it', async () => {
  const world = testWorld();
  const anyText: unknown = expect.any(String);
  const broken = await world.call(undefined, '{"offer": ');
  expect(broken.status).toBe(422);
  expect(broken.body).toEqual({
    detail: [
      {
        type: 'json_invalid',
        loc: ['body', 10],
        msg: 'JSON decode error',
        input: {},
        ctx: { error: anyText },
      },
    ],
  });
  expect((await world.call(undefined, '{}')).status).toBe(403);
  expect((await world.call('no-token', '{}')).status).toBe(401);
  expect((await world.call(await world.token(), '{}')).status).toBe(422);
});

test('absent fields are listed with their input', async () => {
  const world = testWorld({}, { paramsRequired: true });
  const token = await world.token();
  const missing = (loc: unknown[], input: unknown) => ({
    type: 'missing',
    loc,
    msg: 'Field required',
    input,
  });
  expect((await world.call(token, '')).body).toEqual({ detail: [missing(['body'], null)] });
  expect((await world.call(token, '{"offer":{"sdp":"v=0"}}')).body).toEqual({
    detail: [missing(['body', 'params'], { offer: { sdp: 'v=0' } })],
  });
  expect((await world.call(token, '{"offer":{}}')).body).toEqual({
    detail: [missing(['body', 'params'], { offer: {} })],
  });
  expect((await testWorld().call(undefined, '{"offer":{}}')).status).toBe(403);
});

test('params are optional unless the switch says otherwise', async () => {
  const world = testWorld();
  expect((await world.call(await world.token(), '{"offer":{"sdp":"v=0"}}')).status).toBe(200);
});

test('a parameter out of range is a 400 that names it', async () => {
  const world = testWorld();
  const { status, body } = await world.call(
    await world.token(),
    '{"offer":{"sdp":"v=0"},"params":{"temperature":2}}',
  );
  expect(status).toBe(400);
  expect(fieldsOf(body).get('error')).toMatchObject({ type: 'invalid_request_error', param: 'temperature' });
});

test('unknown and legacy paths are not found', async () => {
  const world = testWorld();
  const body = { error: { message: 'Not Found', type: 'not_found_error', param: null, code: null } };
  const ask = (method: string, path: string) =>
    world.send({ method, url: `https://api.orga-ai.test${path}` });
  expect(await ask('POST', '/ephemeral-token?email=a')).toMatchObject({ status: 404, body });
  expect(await ask('GET', '/ice-config')).toMatchObject({ status: 404, body });
  expect(await ask('POST', '/realtime')).toMatchObject({ status: 404, body });
  expect(await ask('POST', '/api/v1/realtime/calls')).toMatchObject({ status: 404, body });
});

test('each reply has its own request id, exposed by switch', async () => {
  const world = testWorld();
  const first = await world.iceConfig();
  const second = await world.iceConfig();
  expect(first.headers['x-request-id']).toMatch(/^req_\w{24}$/);
  expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  expect(first.headers['access-control-allow-origin']).toBe('*');
  expect(first.headers['access-control-expose-headers']).toBe('x-request-id, retry-after');
  const hidden = await testWorld({}, { exposeRequestId: false }).iceConfig();
  expect(hidden.headers['access-control-expose-headers']).toBe(undefined);
});

test('the identifier of the specification can stand in the envelope', async () => {
  const inCode = testWorld({ tokens: { refused: true, identifierIn: 'code' } });
  expect(fieldsOf((await inCode.iceConfig(await inCode.token())).body).get('error')).toMatchObject({
    type: 'invalid_request_error',
    code: 'invalid_ephemeral_token',
  });
  const inType = testWorld({ tokens: { refused: true, identifierIn: 'type', passIceConfig: true } });
  const token = await inType.token();
  expect((await inType.iceConfig(token)).status).toBe(200);
  expect(fieldsOf((await inType.call(token)).body).get('error')).toMatchObject({
    type: 'invalid_ephemeral_token',
  });
});

test('tokens age one after the other', async () => {
  const world = testWorld({ tokens: { age: [1000, 0] } });
  expect((await world.iceConfig(await world.token())).status).toBe(401);
  expect((await world.iceConfig(await world.token())).status).toBe(200);
});
