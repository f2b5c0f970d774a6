import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReply } from './readReply.ts';
import { restHttp } from './restHttp.ts';

const json = (value: unknown) =>
  readReply({ status: 401, contentType: 'application/json', text: JSON.stringify(value) });
const body = (text: string, contentType?: string) => readReply({ status: 500, contentType, text });

const envelope = {
  message: 'Invalid ephemeral token',
  type: 'invalid_request_error',
  param: null,
  code: null,
};

test('the envelope is the service’s', () => {
  expect(json({ error: envelope })).toEqual({
    format: 'envelope',
    answeredBy: 'orga',
    type: 'invalid_request_error',
    message: 'Invalid ephemeral token',
  });
});

test('code and param are read where they are populated', () => {
  expect(
    json({ error: { ...envelope, param: 'temperature', code: 'invalid_ephemeral_token' } }),
  ).toMatchObject({
    param: 'temperature',
    code: 'invalid_ephemeral_token',
  });
});

test('the double-wrapped 401 is unwrapped', () => {
  const inner = {
    message: 'Incorrect or inactive API key provided.',
    type: 'invalid_request_error',
    param: null,
  };
  expect(
    json({ error: { message: { error: inner }, type: 'invalid_request_error', param: null, code: null } }),
  ).toEqual({
    format: 'envelope',
    answeredBy: 'orga',
    nested: true,
    type: 'invalid_request_error',
    message: 'Incorrect or inactive API key provided.',
  });
});

test('an envelope as JSON text inside the message is unwrapped, at any depth to eight', () => {
  let value: unknown = { error: envelope };
  for (let depth = 0; depth < 3; depth += 1) {
    value = {
      error: { ...envelope, type: `outer${depth}`, message: depth % 2 ? value : JSON.stringify(value) },
    };
  }
  expect(json(value)).toEqual({
    format: 'envelope',
    answeredBy: 'orga',
    nested: true,
    type: 'invalid_request_error',
    message: 'Invalid ephemeral token',
  });
});

test('an envelope nested without end is read as far as it goes', () => {
  let value: unknown = { error: envelope };
  for (let depth = 0; depth < 100; depth += 1) value = { error: { ...envelope, message: value } };
  expect(json(value)).toMatchObject({ format: 'envelope', nested: true, type: 'invalid_request_error' });
});

test('a detail array is the service’s, and its input is never kept', () => {
  const item = {
    type: 'missing',
    loc: ['body', 'offer'],
    msg: 'Field required',
    input: 'v=0',
    url: 'https://x',
  };
  expect(json({ detail: [item] })).toEqual({
    format: 'detail',
    answeredBy: 'orga',
    message: 'Field required',
    detail: [{ type: 'missing', loc: ['body', 'offer'], msg: 'Field required' }],
  });
});

test('a detail text and a detail that holds an envelope are read', () => {
  expect(json({ detail: 'Not authenticated' })).toEqual({
    format: 'detail',
    answeredBy: 'orga',
    message: 'Not authenticated',
  });
  expect(json({ detail: { error: envelope } })).toMatchObject({
    format: 'envelope',
    answeredBy: 'orga',
    nested: true,
    message: 'Invalid ephemeral token',
  });
});

test('a detail array inside the envelope’s message is read', () => {
  const detail = [{ type: 'missing', loc: ['query', 'email'], msg: 'Field required' }];
  const reading = { answeredBy: 'orga', format: 'envelope', nested: true, message: 'Field required', detail };
  expect(json({ error: { ...envelope, message: { detail } } })).toMatchObject(reading);
  expect(json({ error: { ...envelope, message: detail } })).toMatchObject(reading);
});

test.each([
  [
    { error: 'Failed to fetch ephemeral token: Unauthorized' },
    { message: 'Failed to fetch ephemeral token: Unauthorized' },
  ],
  [{ error: 'Failed to fetch ICE servers: ' }, { message: 'Failed to fetch ICE servers:' }],
  [
    { message: 'Invalid API key or user email', code: 'AUTHENTICATION_ERROR', status: 401 },
    { code: 'AUTHENTICATION_ERROR', status: 401, message: 'Invalid API key or user email' },
  ],
  [
    {
      error: {
        name: 'OrgaAIError',
        code: 'SERVER_ERROR',
        status: 500,
        message: 'Failed to get session config: fetch failed',
      },
    },
    {
      name: 'OrgaAIError',
      code: 'SERVER_ERROR',
      status: 500,
      message: 'Failed to get session config: fetch failed',
    },
  ],
  [
    { error: { message: 'OrgaAIError: Invalid API key' } },
    { name: 'OrgaAIError', message: 'Invalid API key' },
  ],
  [{ errors: [{ detail: 'API key is required' }] }, { message: 'API key is required' }],
  [
    { error: JSON.stringify({ message: 'x', code: 'SERVER_ERROR', status: 503 }) },
    { code: 'SERVER_ERROR', status: 503, message: 'x' },
  ],
  [{ error: 'This operation was aborted' }, { message: 'This operation was aborted' }],
  [{ error: 'fetch failed' }, { message: 'fetch failed' }],
  [
    { code: 'SERVER_ERROR', status: '502' },
    { code: 'SERVER_ERROR', status: 502 },
  ],
  [
    { error: { ...envelope, message: 'Failed to fetch ephemeral token: Bad Gateway' } },
    { message: 'Failed to fetch ephemeral token: Bad Gateway' },
  ],
])('the SDK’s text in %j is the backend’s', (value, passedOn) => {
  expect(json(value)).toMatchObject({ format: 'sdk-text', answeredBy: 'backend', passedOn });
});

test('the SDK’s text is found in plain text and in an error page', () => {
  expect(body('Failed to get session config: This operation was aborted', 'text/plain')).toMatchObject({
    format: 'sdk-text',
    answeredBy: 'backend',
    passedOn: { message: 'Failed to get session config: This operation was aborted' },
  });
  expect(
    body(
      '<pre>OrgaAIError: Failed to fetch ICE servers: Unauthorized<br> at getSessionConfig</pre>',
      'text/html',
    ),
  ).toMatchObject({
    format: 'html',
    answeredBy: 'backend',
    passedOn: { name: 'OrgaAIError', message: 'Failed to fetch ICE servers: Unauthorized' },
  });
});

test('an envelope that a backend wraps into its own JSON was passed on', () => {
  expect(json({ success: false, upstream: { error: envelope } })).toMatchObject({
    format: 'json',
    answeredBy: 'backend',
    message: 'Invalid ephemeral token',
    passedOn: { code: 'invalid_request_error', message: 'Invalid ephemeral token' },
  });
});

test('HTML is known by how it begins or by its content type', () => {
  expect(body('<!doctype html><title>502 Bad Gateway</title>')).toEqual({
    format: 'html',
    answeredBy: 'unknown',
    message: '502 Bad Gateway',
  });
  expect(body('Sign in', 'text/html; charset=utf-8').format).toBe('html');
  expect(body('{"error":"x"}', 'text/html').format).toBe('json');
});

test('nothing, half a JSON and plain text are nobody’s', () => {
  expect(body('')).toEqual({ format: 'empty', answeredBy: 'unknown' });
  expect(body(' \r\n')).toEqual({ format: 'empty', answeredBy: 'unknown' });
  expect(body('{"error":{"mess')).toEqual({ format: 'malformed-json', answeredBy: 'unknown' });
  expect(body('upstream connect error', 'text/plain')).toEqual({
    format: 'text',
    answeredBy: 'unknown',
    message: 'upstream connect error',
  });
});

test('foreign JSON says what it says, but not who says it', () => {
  expect(json({ error: 'Internal Server Error' })).toEqual({
    format: 'json',
    answeredBy: 'unknown',
    message: 'Internal Server Error',
  });
  expect(json({ error: { message: 'Please log in', code: 7 } })).toEqual({
    format: 'json',
    answeredBy: 'unknown',
    code: '7',
    message: 'Please log in',
  });
  for (const value of [null, 1, true, [], [1], {}]) {
    expect(json(value)).toEqual({ format: 'json', answeredBy: 'unknown' });
  }
});

test('wrong types everywhere are read leniently', () => {
  expect(json({ error: { message: 42, type: ['a', 'b'], param: {}, code: false } })).toEqual({
    format: 'envelope',
    answeredBy: 'orga',
    type: 'a; b',
    code: 'false',
    message: '42',
  });
  expect(
    json({ detail: [{ type: 1, loc: 'body', msg: null }, 3, { msg: 'x', loc: [1, null, 'a'] }] }),
  ).toEqual({
    format: 'detail',
    answeredBy: 'orga',
    detail: [
      { type: '1', loc: [], msg: '' },
      { type: 'unknown', loc: [1, 'a'], msg: 'x' },
    ],
    message: '',
  });
});

test('a byte order mark does not matter', () => {
  expect(body('\uFEFF{"detail":"Not Found"}').message).toBe('Not Found');
});

test('a huge body is read in time, and no text of it is kept whole', () => {
  const reading = json({ error: { message: 'x'.repeat(3_000_000), type: 'invalid_request_error' } });
  expect(reading.message?.length).toBe(2000);
  expect(body(`<p>${'Failed to fetch '.repeat(200_000)}`).format).toBe('html');
  expect(json(Array.from({ length: 100_000 }, () => ({ error: {} }))).format).toBe('json');
});

test('no body whatever throws, and no input is ever kept', () => {
  const member = fc.constantFrom(
    'error',
    'message',
    'type',
    'param',
    'code',
    'detail',
    'loc',
    'msg',
    'input',
    'name',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 6 }, fc.jsonValue(), tie('list'), tie('object'), tie('text')),
    list: fc.array(tie('tree'), { maxLength: 3 }),
    object: fc.dictionary(member, tie('tree'), { maxKeys: 4 }),
    text: tie('tree').map((value) => JSON.stringify(value)),
  }));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        tree.map((value) => JSON.stringify(value)),
      ),
      fc.string(),
      (text, contentType) => {
        const reading = readReply({ status: 500, contentType, text });
        expect(restHttp(500, reading).status).toBe(500);
        for (const item of reading.detail ?? []) expect(Object.keys(item)).toEqual(['type', 'loc', 'msg']);
      },
    ),
  );
});

test('what is logged of a validation error is its first item', () => {
  const detail = [{ type: 'missing', loc: ['body', 'offer'], msg: 'Field required' }];
  expect(restHttp(422, { format: 'detail', answeredBy: 'orga', detail })).toEqual({
    status: 422,
    type: 'missing',
    param: 'body.offer',
    message: 'Field required',
  });
});

test('what is logged of an envelope are its members, without those that are null', () => {
  expect(restHttp(401, json({ error: envelope }))).toEqual({
    status: 401,
    type: 'invalid_request_error',
    message: 'Invalid ephemeral token',
  });
});
