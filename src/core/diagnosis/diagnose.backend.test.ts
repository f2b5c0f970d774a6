import { expect, test } from 'vitest';
import type { PassedOn, ReplyReading } from '../session/reply.ts';
import { diagnose } from './diagnose.ts';
import {
  ended,
  envelope,
  logOf,
  refused,
  request,
  response,
  restError,
  verdict,
} from './testing/literalLog.ts';

function passedOn(said: PassedOn): ReplyReading {
  return { format: 'sdk-text', answeredBy: 'backend', passedOn: said };
}

const server = (status: number, message: string) => passedOn({ code: 'SERVER_ERROR', status, message });

test.each([
  ['AUTHENTICATION_ERROR', passedOn({ code: 'AUTHENTICATION_ERROR' })],
  ['the published text', passedOn({ message: 'Invalid API key or user email' })],
  ['the newer text', passedOn({ message: 'Invalid API key', status: 401 })],
  ['Orga’s envelope', envelope('Incorrect or inactive API key provided.', { nested: true })],
])('%s from a backend is a refused API key, whatever its own status', (_, reading) => {
  for (const status of [500, 401, 502]) {
    expect(verdict(refused('session', status, reading))).toEqual({
      is: 'OrgaAIAuthenticationError/401',
      certainty: 'proved',
      step: 'token',
      evidence: ['e4'],
    });
  }
});

test('an upstream 403 on the token is OrgaAIAuthenticationError, and the SDK’s other class is shown', () => {
  const log = refused('session', 500, server(403, 'Failed to fetch ephemeral token: Forbidden'));
  expect(verdict(log)).toEqual({
    is: 'OrgaAIAuthenticationError/403',
    certainty: 'likely',
    step: 'token',
    evidence: ['e4'],
  });
  expect(diagnose(log)[0]?.discrepancies[0]?.observed).toContain('OrgaAIServerError');
});

test('a key that is not set', () => {
  expect(verdict(refused('session', 500, passedOn({ message: 'API key is required' })))).toEqual({
    is: 'OrgaAIAuthenticationError/no-key',
    certainty: 'proved',
    step: 'token',
    evidence: ['e4'],
  });
});

test.each([
  ['Failed to fetch ephemeral token: Bad Request', 400, 'invalid_request_error/malformed', 'token'],
  ['Failed to fetch ephemeral token: Not Found', 404, 'not_found_error/other', 'token'],
  ['Failed to fetch ephemeral token: Unprocessable Entity', 422, 'missing/email', 'token'],
  ['Failed to fetch ephemeral token: Too Many Requests', 429, 'service.rate-limited/no-retry-after', 'token'],
  ['Failed to fetch ephemeral token: Internal Server Error', 500, 'OrgaAIServerError/500', 'token'],
  ['Failed to fetch ephemeral token: Bad Gateway', 502, 'OrgaAIServerError/502', 'token'],
  ['Failed to fetch ICE servers: Service Unavailable', 503, 'OrgaAIServerError/503', 'ice-config'],
  ['Failed to fetch ICE servers: Gateway Timeout', 504, 'OrgaAIServerError/504', 'ice-config'],
  ['Failed to fetch ICE servers: Unauthorized', 401, 'invalid_ephemeral_token/unexplained', 'ice-config'],
  ['Failed to fetch ICE servers: Forbidden', 403, 'invalid_request_error/other', 'ice-config'],
  ['Failed to fetch ephemeral token: ', 524, 'OrgaAIServerError/network-timeout', 'token'],
  ['Failed to fetch ICE servers: ', 500, 'OrgaAIServerError/500', 'ice-config'],
  ['Failed to fetch ephemeral token: Request Timeout', 408, 'status.unlisted/408', 'token'],
  ['Failed to get session config: This operation was aborted', 500, 'timeout_error/aborted', 'token'],
  ['Failed to get session config: signal is aborted without reason', 500, 'timeout_error/aborted', 'token'],
  ['Failed to get session config: fetch failed', 500, 'network.unreachable/fetch-failed', 'token'],
  ['Failed to get session config: Failed to fetch', 500, 'network.unreachable/fetch-failed', 'token'],
  [
    'Failed to get session config: Failed to parse URL from not-a-url/v1/realtime/client-secrets',
    500,
    'network.unreachable/fetch-failed',
    'token',
  ],
  [
    'Failed to get session config: Unexpected token \'<\', "<!doctype html>" is not valid JSON',
    500,
    'reply.unusable/html',
    'token',
  ],
  ['Failed to get session config: Unexpected end of JSON input', 500, 'reply.unusable/empty', 'token'],
  [
    'Failed to get session config: Unterminated string in JSON at position 40',
    500,
    'reply.unusable/truncated',
    'token',
  ],
  [
    "Failed to get session config: Cannot read properties of null (reading 'ephemeral_token')",
    500,
    'reply.incomplete/token-absent',
    'token',
  ],
  [
    "Failed to get session config: Cannot read properties of null (reading 'iceServers')",
    500,
    'reply.incomplete/ice-servers-shape',
    'ice-config',
  ],
  ['User email is required', 500, 'missing/email', 'token'],
] as const)('a backend that passes on “%s” (%i): %s at %s', (message, status, is, step) => {
  expect(verdict(refused('session', 500, server(status, message)))).toMatchObject({
    is,
    step,
    evidence: ['e4'],
  });
});

test('the root cause is read from a 200 too', () => {
  const reading = server(503, 'Failed to fetch ephemeral token: Service Unavailable');
  const log = logOf(
    'backend',
    request('session'),
    response(200),
    restError('session', { reason: 'bad-reply', status: 200, problem: 'error-body', fields: [], reading }),
    ...ended('token', 'e4'),
  );
  expect(diagnose(log).map(({ code }) => code)).toEqual(['reply.unusable', 'OrgaAIServerError'].toReversed());
});

test('an opaque 500 is a backend that keeps the reason', () => {
  const log = refused('session', 500, {
    format: 'text',
    answeredBy: 'unknown',
    message: 'Internal Server Error',
  });
  expect(verdict(log)).toEqual({
    is: 'backend.error-hidden/opaque',
    certainty: 'proved',
    step: 'token',
    evidence: ['e3', 'e4'],
  });
  expect(diagnose(log)[0]?.remedy).toContain('log');
  expect(diagnose(log)).toHaveLength(1);
});

test.each([401, 403])('a %i of the app itself wants a login', (status) => {
  const reading = { format: 'json', answeredBy: 'unknown', message: 'Please log in' } as const;
  expect(verdict(refused('session', status, reading))).toEqual({
    is: 'backend.login-required/refused',
    certainty: 'likely',
    step: 'token',
    evidence: ['e2', 'e4'],
  });
});

test('a redirect to a login page', () => {
  const reading = { format: 'html', answeredBy: 'unknown' } as const;
  const log = logOf(
    'backend',
    request('session'),
    response(200, { redirected: true, body: '<form><input type="password"></form>' }),
    restError('session', { reason: 'bad-reply', status: 200, problem: 'html', fields: [], reading }),
    ...ended('token', 'e4'),
  );
  expect(verdict(log)).toEqual({
    is: 'backend.login-required/redirected',
    certainty: 'proved',
    step: 'token',
    evidence: ['e3', 'e4'],
  });
  expect(diagnose(log)[1]?.code).toBe('reply.unusable');
});

test.each([404, 405])('a %i of the session endpoint is a missing route', (status) => {
  expect(verdict(refused('session', status, { format: 'html', answeredBy: 'unknown' }))).toEqual({
    is: 'backend.route-missing/not-found',
    certainty: 'likely',
    step: 'token',
    evidence: ['e2', 'e4'],
  });
});

test('a session endpoint that never answers', () => {
  const log = logOf(
    'backend',
    request('session'),
    restError('session', { reason: 'timeout', limit: 25_000, phase: 'headers' }),
    ...ended('token', 'e3'),
  );
  expect(verdict(log)).toEqual({
    is: 'backend.silent/no-response',
    certainty: 'proved',
    step: 'token',
    evidence: ['e2', 'e3'],
  });
  expect(diagnose(log)).toHaveLength(1);
});

test('a session endpoint that cannot be reached', () => {
  const error = { name: 'TypeError', message: 'Failed to fetch' };
  const log = logOf(
    'backend',
    request('session'),
    restError('session', { reason: 'unreachable', error }),
    ...ended('token', 'e3'),
  );
  expect(verdict(log)?.is).toBe('network.unreachable/no-response');
});

test('a backend that passes on a 5xx of a foreign format is not mistaken for Orga', () => {
  expect(verdict(refused('session', 503, { format: 'html', answeredBy: 'unknown' }))?.is).toBe(
    'backend.error-hidden/opaque',
  );
});
