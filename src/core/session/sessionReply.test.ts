import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Endpoint } from './log.ts';
import { readSessionReply } from './sessionReply.ts';

const read = <E extends Endpoint>(endpoint: E, value: unknown, status = 200) =>
  readSessionReply(
    endpoint,
    status,
    'application/json',
    typeof value === 'string' ? value : JSON.stringify(value),
  );

/** Problem and fields of a bad reply. */
function bad(endpoint: Endpoint, value: unknown): unknown {
  const reply = read(endpoint, value);
  if (reply.ok || reply.failure.reason !== 'bad-reply') return reply;
  return [reply.failure.problem, ...reply.failure.fields];
}

const servers = [{ urls: ['stun:a.test:1'] }, { urls: 'turn:b.test:2', username: 'u', credential: 'c' }];

test('the documented replies are read', () => {
  expect(
    read('client-secrets', {
      ephemeral_token: 't',
      token_type: 'bearer',
      expires_at: '2025-11-11T11:49:43.2',
    }),
  ).toEqual({
    ok: true,
    value: { token: 't', expiresAtText: '2025-11-11T11:49:43.2' },
  });
  expect(read('client-secrets', { ephemeral_token: 't' })).toEqual({ ok: true, value: { token: 't' } });
  expect(read('ice-config', { iceServers: servers })).toEqual({ ok: true, value: { iceServers: servers } });
  expect(read('ice-config', { iceServers: [] })).toEqual({ ok: true, value: { iceServers: [] } });
  expect(read('session', { ephemeralToken: 't', iceServers: servers })).toEqual({
    ok: true,
    value: { token: 't', iceServers: servers },
  });
  expect(read('calls', { conversation_id: 'c', answer: { sdp: 'v=0', type: 'answer' } })).toEqual({
    ok: true,
    value: { conversationId: 'c', answerSdp: 'v=0', answerType: 'answer' },
  });
});

test('a field that is absent, null or empty is named', () => {
  expect(bad('client-secrets', {})).toEqual(['field-absent', 'ephemeral_token']);
  expect(bad('client-secrets', { ephemeral_token: null })).toEqual(['field-absent', 'ephemeral_token']);
  expect(bad('client-secrets', { ephemeral_token: '' })).toEqual(['field-absent', 'ephemeral_token']);
  expect(bad('ice-config', {})).toEqual(['field-absent', 'iceServers']);
  expect(bad('ice-config', { iceServers: null })).toEqual(['field-absent', 'iceServers']);
  expect(bad('session', {})).toEqual(['field-absent', 'ephemeralToken', 'iceServers']);
  expect(bad('session', { iceServers: [] })).toEqual(['field-absent', 'ephemeralToken']);
  expect(bad('calls', { conversation_id: 'c' })).toEqual(['field-absent', 'answer']);
  expect(bad('calls', { conversation_id: 'c', answer: null })).toEqual(['field-absent', 'answer']);
  expect(bad('calls', { answer: { sdp: 'v=0', type: 'answer' } })).toEqual([
    'field-absent',
    'conversation_id',
  ]);
  expect(bad('calls', { conversation_id: 'c', answer: {} })).toEqual([
    'field-absent',
    'answer.sdp',
    'answer.type',
  ]);
});

test('a field of the wrong type is named', () => {
  expect(bad('client-secrets', { ephemeral_token: 7 })).toEqual(['wrong-shape', 'ephemeral_token']);
  expect(bad('calls', { conversation_id: 7, answer: 'v=0' })).toEqual([
    'wrong-shape',
    'answer',
    'conversation_id',
  ]);
  expect(bad('ice-config', { iceServers: { urls: 'stun:a' } })).toEqual(['wrong-shape', 'iceServers']);
  expect(bad('ice-config', { iceServers: [{ urls: 'stun:a' }, { url: 'stun:b' }] })).toEqual([
    'wrong-shape',
    'iceServers[1].urls',
  ]);
  expect(bad('session', { ephemeralToken: 't', iceServers: [7] })).toEqual(['wrong-shape', 'iceServers[0]']);
});

test('a bare array from ice-config is iceServers of the wrong shape', () => {
  expect(bad('ice-config', servers)).toEqual(['wrong-shape', 'iceServers']);
  expect(bad('ice-config', '7')).toEqual(['wrong-shape']);
  expect(bad('session', '[]')).toEqual(['wrong-shape']);
  expect(bad('client-secrets', 'null')).toEqual(['wrong-shape']);
});

test('snake_case from the session endpoint is told apart from absence', () => {
  expect(bad('session', { ephemeral_token: 't', ice_servers: servers })).toEqual([
    'snake-case',
    'ephemeralToken',
    'iceServers',
  ]);
  expect(bad('session', { ephemeral_token: 't', iceServers: servers })).toEqual([
    'snake-case',
    'ephemeralToken',
  ]);
  expect(bad('ice-config', { ice_servers: servers })).toEqual(['snake-case', 'iceServers']);
});

test('an error with status 200 is an error', () => {
  expect(bad('session', { error: 'Internal Server Error' })).toEqual(['error-body']);
  expect(bad('client-secrets', { error: { message: 'x', type: 'invalid_request_error' } })).toEqual([
    'error-body',
  ]);
  expect(bad('calls', { detail: 'Not Found' })).toEqual(['error-body']);
  expect(bad('calls', { message: 'x', type: 'server_error', code: null })).toEqual(['error-body']);
  expect(bad('session', { message: 'Invalid API key or user email' })).toEqual(['error-body']);
  expect(bad('session', { error: 'x', ephemeralToken: 't' })).toEqual(['field-absent', 'iceServers']);
  expect(bad('client-secrets', { error: null })).toEqual(['field-absent', 'ephemeral_token']);
});

test('HTML, nothing, half a JSON and no JSON are told apart', () => {
  expect(bad('calls', '<!doctype html>')).toEqual(['html']);
  expect(bad('calls', '')).toEqual(['empty']);
  expect(bad('calls', '{"conversation_id":"c","answer":{"sdp":"v=0')).toEqual(['truncated']);
  expect(bad('calls', 'OK')).toEqual(['not-json']);
});

test('a status that is no success is an HTTP failure, whatever the body', () => {
  for (const status of [199, 300, 401]) {
    const reply = read('client-secrets', { ephemeral_token: 't' }, status);
    expect(reply).toMatchObject({ ok: false, failure: { reason: 'http', status }, partial: {} });
  }
  expect(read('client-secrets', { ephemeral_token: 't' }, 299).ok).toBe(true);
});

test('a byte order mark and white space around the JSON do not matter', () => {
  expect(read('client-secrets', '\uFEFF\u00a0{"ephemeral_token":"t"}\u00a0')).toEqual({
    ok: true,
    value: { token: 't' },
  });
  expect(read('client-secrets', '{"ephemeral_token":"a\uFEFFb"}')).toEqual({
    ok: true,
    value: { token: 'a\uFEFFb' },
  });
});

test('what could be read of an incomplete reply is kept for those who go on', () => {
  const partial = (endpoint: Endpoint, value: unknown) => {
    const reply = read(endpoint, value);
    return reply.ok ? reply : reply.partial;
  };
  expect(partial('client-secrets', { expires_at: '2025-11-11' })).toStrictEqual({
    expiresAtText: '2025-11-11',
  });
  expect(partial('client-secrets', { expires_at: 7 })).toStrictEqual({});
  expect(partial('ice-config', {})).toStrictEqual({});
  expect(partial('session', {})).toStrictEqual({});
  expect(partial('session', { iceServers: servers })).toStrictEqual({ iceServers: servers });
  expect(partial('session', { ephemeralToken: 't' })).toStrictEqual({ token: 't' });
  expect(partial('calls', {})).toStrictEqual({});
  expect(partial('calls', { conversation_id: 'c' })).toStrictEqual({ conversationId: 'c' });
  expect(partial('calls', { answer: { sdp: 'v=0' } })).toStrictEqual({ answerSdp: 'v=0' });
  expect(partial('calls', { answer: { type: 'answer' } })).toStrictEqual({ answerType: 'answer' });
});

test('no reply whatever throws', () => {
  const member = fc.constantFrom(
    'ephemeral_token',
    'ephemeralToken',
    'iceServers',
    'urls',
    'answer',
    'sdp',
    'error',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue(),
      fc.array(tie('tree')),
      fc.dictionary(member, tie('tree')),
    ),
  }));
  const endpoint = fc.constantFrom<Endpoint>('client-secrets', 'ice-config', 'session', 'calls');
  fc.assert(
    fc.property(
      endpoint,
      fc.oneof(
        fc.string(),
        tree.map((value) => JSON.stringify(value)),
      ),
      (name, text) => {
        expect(typeof readSessionReply(name, 200, undefined, text).ok).toBe('boolean');
      },
    ),
  );
}, 30_000);
