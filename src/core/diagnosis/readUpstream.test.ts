import { expect, test } from 'vitest';
import type { PassedOn, ReplyReading } from '../session/reply.ts';
import { readUpstream } from './readUpstream.ts';
import { envelope } from './testing/literalLog.ts';

/** What a backend with the Node SDK passes on. */
const from = (passedOn: PassedOn): ReplyReading => ({ format: 'sdk-text', answeredBy: 'backend', passedOn });

/** What the backend met, in short: which request, and what came of it. */
function met(reading: ReplyReading, status = 500): string | undefined {
  const trouble = readUpstream(reading, status);
  if (trouble === undefined) return undefined;
  if (!('forwarded' in trouble && trouble.forwarded)) throw new Error(trouble.what);
  const { what, at } = trouble;
  switch (what) {
    case 'http':
      if (trouble.reading !== reading) throw new Error('another reading');
      return `${at} ${trouble.status}`;
    case 'timeout':
      return `${at} ${what} ${trouble.phase}: ${trouble.phase === 'aborted' ? trouble.text : trouble.limit}`;
    case 'unreachable':
      return `${at} ${what}: ${trouble.text}`;
    case 'setup':
      return `${at} ${what} lacks ${trouble.lacks}: ${trouble.text}`;
    case 'bad-reply':
      return `${at} ${trouble.status} ${[trouble.problem, ...trouble.fields].join(' ')}: ${trouble.text}`;
  }
}

test.each([
  ['API key is required', 'client-secrets setup lacks api-key'],
  ['User email is required', 'client-secrets setup lacks email'],
  ['Invalid email format', 'client-secrets setup lacks valid-email'],
])('the SDK could not be constructed: %s', (message, is) => {
  expect(met(from({ message }))).toBe(`${is}: ${message}`);
});

test.each([
  ['Failed to fetch ephemeral token: Bad Gateway', 500, 'client-secrets 502'],
  ['Failed to fetch ephemeral token: ', 524, 'client-secrets 524'],
  ['Failed to fetch ephemeral token:', 524, 'client-secrets 524'],
  ['Error: Failed to fetch ephemeral token:\n', 524, 'client-secrets 524'],
  ['Failed to fetch ephemeral token: tea', 418, 'client-secrets 418'],
  ['Failed to fetch ICE servers: Forbidden', 500, 'ice-config 403'],
  ['Error: Failed to fetch ICE servers: Forbidden', undefined, 'ice-config 403'],
  ['Failed to fetch ICE servers: ', 401, 'ice-config 401'],
] as const)('the SDK was answered, and says by whom: “%s” with %s', (message, status, is) => {
  expect(met(from({ message, ...(status === undefined ? {} : { status }) }))).toBe(is);
});

test.each([
  'Failed to fetch ephemeral token: tea',
  'Failed to fetch ephemeral token:',
  'Failed to fetch ICE servers: ',
])('the SDK was answered, and nobody says with which status: “%s”', (message) => {
  expect(met(from({ message }))).toBeUndefined();
});

test.each([
  'This operation was aborted',
  'signal is aborted without reason',
  'AbortError',
  'TimeoutError: after 10 s',
])('the SDK waited in vain: %s', (said) => {
  const message = `Failed to get session config: ${said}`;
  expect(met(from({ message, status: 500 }))).toBe(`client-secrets timeout aborted: ${said}`);
  expect(met(from({ message: said }))).toBe(`client-secrets timeout aborted: ${said}`);
});

test.each([
  'fetch failed',
  'Failed to fetch',
  'Failed to parse URL from x',
  'connect ECONNREFUSED 127.0.0.1:1',
  'getaddrinfo ENOTFOUND api',
  'getaddrinfo EAI_AGAIN api',
  'connect ETIMEDOUT',
  'socket hang up',
])('the SDK reached nobody: %s', (said) => {
  const message = `Failed to get session config: ${said}`;
  expect(met(from({ message, status: 500 }))).toBe(`client-secrets unreachable: ${said}`);
});

test.each([
  [
    "Cannot read properties of null (reading 'ephemeral_token')",
    'client-secrets 200 field-absent ephemeral_token',
  ],
  ["Cannot read properties of null (reading 'iceServers')", 'ice-config 200 wrong-shape iceServers'],
  ['Unexpected token \'<\', "<!doctype" is not valid JSON', 'client-secrets 200 html'],
  ['Unexpected token < in JSON at position 0', 'client-secrets 200 html'],
  ['Unexpected end of JSON input', 'client-secrets 200 empty'],
  ['Unterminated string in JSON at position 9', 'client-secrets 200 truncated'],
  ["Expected ',' or '}' after property value in JSON", 'client-secrets 200 truncated'],
  ['Expected double-quoted property name in JSON', 'client-secrets 200 truncated'],
  ['Unexpected token \'t\', "tea" is not valid JSON', 'client-secrets 200 not-json'],
])('the SDK could not read the reply: %s', (said, is) => {
  const message = `Failed to get session config: ${said}`;
  expect(met(from({ message, status: 500 }))).toBe(`${is}: ${said}`);
});

test.each([
  [{ code: 'AUTHENTICATION_ERROR' }, 'client-secrets 401'],
  [{ name: 'OrgaAIAuthenticationError' }, 'client-secrets 401'],
  [{ name: 'OrgaAIError' }, undefined],
  [{ message: 'Invalid API key', status: 403 }, 'client-secrets 403'],
  [{ message: 'Invalid API key', status: 500 }, 'client-secrets 401'],
  [{ message: 'Invalid ephemeral token' }, 'ice-config 401'],
  [{ message: 'Invalid ephemeral token', status: 403 }, 'ice-config 403'],
  [{ code: 'SERVER_ERROR', status: 401 }, 'ice-config 401'],
  [{ status: 400 }, 'client-secrets 400'],
  [{ status: 503 }, 'client-secrets 503'],
  [{ status: 399 }, undefined],
  [{ message: 'tea' }, undefined],
] as const)('of what else a backend passes on, %j is %s', (passedOn, is) => {
  expect(met(from(passedOn))).toBe(is);
});

test.each([
  [envelope('Incorrect or inactive API key provided.'), 500, 'client-secrets 401'],
  [envelope('Invalid ephemeral token'), 500, 'ice-config 401'],
  [envelope('tea', { type: 'invalid_ephemeral_token' }), 500, 'ice-config 401'],
  [envelope('tea', { code: 'invalid_ephemeral_token' }), 500, 'ice-config 401'],
  [envelope('Not authenticated'), 401, 'ice-config 401'],
  [envelope('Not authenticated'), 500, 'ice-config 403'],
  [envelope('tea', { type: 'not_found_error' }), 500, 'client-secrets 404'],
  [envelope('tea'), 400, 'client-secrets 400'],
  [envelope('tea'), 503, 'client-secrets 503'],
  [envelope('tea'), 200, undefined],
  [envelope('tea'), 399, undefined],
  [{ ...envelope('Invalid ephemeral token'), answeredBy: 'unknown' }, 500, undefined],
  [{ ...envelope('Invalid ephemeral token'), format: 'json' }, 500, undefined],
  [{ format: 'envelope', answeredBy: 'orga' }, 500, 'client-secrets 500'],
] as const)('Orga’s own error, handed on as it was: %j with %i is %s', (reading, status, is) => {
  expect(met(reading, status)).toBe(is);
});

test('a list of what is wrong with a request is about the first one', () => {
  const detail = (...items: NonNullable<ReplyReading['detail']>): ReplyReading => ({
    format: 'detail',
    answeredBy: 'orga',
    detail: items,
  });
  expect(met(detail({ type: 'missing', loc: ['query', 'email'], msg: 'Field required' }), 500)).toBe(
    'client-secrets 422',
  );
  expect(met(detail(), 500)).toBeUndefined();
});

test('what the SDK passed on and nobody can read leaves Orga’s own words', () => {
  const reading: ReplyReading = { ...envelope('Invalid ephemeral token'), passedOn: { message: 'tea' } };
  expect(met(reading)).toBe('ice-config 401');
});
