import { expect, test } from 'vitest';
import { envelope, logOf, request, response, restError } from '../../diagnosis/testing/literalLog.ts';
import { serverLogFacts } from './serverLogFacts.ts';

const began = Date.UTC(2025, 10, 11, 11, 34, 43);

test('each request is a line with its time, its status and its id, then the conversation', () => {
  const log = logOf(
    'rest',
    request('client-secrets', { request: 'r1', at: 5 }),
    response(200, { request: 'r1', correlationId: 'req-1' }),
    request('ice-config', { request: 'r2', at: 1_000 }),
    response(200, { request: 'r2' }),
    request('calls', { request: 'r3', at: 2_000, url: 'https://api.orga-ai.com/calls?a=b#c' }),
    response(200, { request: 'r3', step: 'call', body: '{"conversation_id":"conv_7"}' }),
    request('calls', { request: 'r4', at: 3_000 }),
  );
  expect(serverLogFacts(log, began)).toBe(
    `2025-11-11T11:34:43.005Z  POST /v1/realtime/client-secrets → 200  correlation id: req-1
2025-11-11T11:34:44.000Z  GET /v1/realtime/ice-config → 200  correlation id: not exposed
2025-11-11T11:34:45.000Z  POST /calls?a=b → 200  correlation id: not exposed
2025-11-11T11:34:46.000Z  POST /v1/realtime/calls → no response
conversation id: conv_7`,
  );
});

test('without a wall clock the time since the begin is told', () => {
  expect(serverLogFacts(logOf('rest', request('calls', { at: 7 })), undefined)).toBe(
    '7 ms  POST /v1/realtime/calls → no response',
  );
  expect(serverLogFacts([], began)).toBe('');
});

test('an id that only the failure has is told', () => {
  const failure = { reason: 'http', status: 500, reading: envelope('No') } as const;
  const error = { ...restError('calls', failure), correlationId: 'req-\u0007' };
  expect(serverLogFacts(logOf('rest', request('calls', { at: 0 }), error), 0)).toBe(
    '1970-01-01T00:00:00.000Z  POST /v1/realtime/calls → no response  correlation id: req-⟨U+0007⟩',
  );
});

test('a long path is shortened, on one line', () => {
  const url = `https://a.example/${'a'.repeat(2_010)}`;
  expect(serverLogFacts(logOf('rest', request('calls', { url, at: 0 })), 0)).toBe(
    `1970-01-01T00:00:00.000Z  POST /${'a'.repeat(1_749)} … 11 characters left out … ${'a'.repeat(250)} → no response`,
  );
});
