import { expect, test } from 'vitest';
import { createRedactor } from '../../redaction.ts';
import type { Endpoint } from '../../session/log.ts';
import { createHarCredentials } from './harCredentials.ts';
import { harExchange } from './testing/harExchange.ts';
import { tokenOf } from './testing/harFile.ts';

const token = tokenOf({ iat: 1 });
const key = 'sk_orga_ai_0123456789abcdef';
const replaced =
  'The file has no Authorization headers: which credential was sent is taken from the replies before.';

const sent = (endpoint: Endpoint, authorization?: string) => ({
  endpoint,
  exchange: harExchange({ headers: authorization === undefined ? {} : { authorization } }),
  redirected: false,
});

function reading(all: readonly ReturnType<typeof sent>[], ownFile = false) {
  const notes = new Set<string>();
  return { ...createHarCredentials(all, { redactor: createRedactor(), ownFile, notes }), notes };
}

test.each([
  [`Bearer ${key}`, { kind: 'api-key', name: 'api-key#1' }],
  [`bearer  ${token} `, { kind: 'token', name: 'token#1' }],
  ['Bearer undefined', { kind: 'undefined' }],
  ['Bearer token#3', { kind: 'other' }],
  ['Basic abc', { kind: 'none' }],
  ['my Bearer abc', { kind: 'none' }],
  [undefined, { kind: 'none' }],
])('the header %j carries %j', (authorization, facts) => {
  const { of, notes } = reading([sent('client-secrets', 'Bearer x')]);
  expect(of(sent('calls', authorization))).toEqual(facts);
  expect([...notes]).toEqual([]);
});

test.each([
  ['Bearer token#12', { kind: 'token', name: 'token#12' }],
  ['Bearer  api-key#1 ', { kind: 'api-key', name: 'api-key#1' }],
  ['Bearer token#1234567890', { kind: 'other' }],
  ['Bearer my-token#1', { kind: 'other' }],
  ['Bearer token#1x', { kind: 'other' }],
  [undefined, { kind: 'none' }],
])('in a file of this debugger %j carries %j', (authorization, facts) => {
  const all = [sent('calls', authorization ?? 'Bearer x')];
  expect(reading(all, true).of(sent('calls', authorization))).toEqual(facts);
});

test('without any header the token that was handed out last is meant, and that is noted', () => {
  const all = [sent('session'), sent('client-secrets'), sent('calls')];
  const { of, nameSecrets, held, notes } = reading(all);
  expect(of(sent('session'))).toEqual({ kind: 'none' });
  expect([...notes]).toEqual([]);
  expect(of(sent('client-secrets'))).toEqual({ kind: 'other' });
  expect(of(sent('calls'))).toEqual({ kind: 'other' });
  nameSecrets('session', { ok: true, value: { token, iceServers: [] } });
  expect(held()).toBe('token#1');
  expect(of(sent('calls'))).toEqual({ kind: 'token', name: 'token#1' });
  expect(of(sent('client-secrets'))).toEqual({ kind: 'other' });
  expect([...notes]).toEqual([replaced]);
});

test('what a reply hands out has its name, also where the rest of it is wrong', () => {
  const { nameSecrets, held } = reading([]);
  nameSecrets('client-secrets', undefined);
  nameSecrets('ice-config', { ok: true, value: { iceServers: [] } });
  nameSecrets('calls', { ok: true, value: { token, iceServers: [] } });
  expect(held()).toBeUndefined();
  const failure = {
    reason: 'http',
    status: 500,
    reading: { format: 'empty', answeredBy: 'unknown' },
  } as const;
  nameSecrets('session', { ok: false, failure, partial: { token } });
  expect(held()).toBe('token#1');
  nameSecrets('client-secrets', { ok: true, value: { token: key } });
  expect(held()).toBe('api-key#1');
  nameSecrets('client-secrets', { ok: true, value: { token: tokenOf({ iat: 2 }) } });
  expect(held()).toBe('token#2');
});

test('the token that was handed out is known by itself, whatever it looks like', () => {
  const { of, nameSecrets } = reading([sent('calls', 'Bearer x')]);
  nameSecrets('session', { ok: true, value: { token: 'opaque-token-text', iceServers: [] } });
  expect(of(sent('calls', 'Bearer opaque-token-text'))).toEqual({ kind: 'token', name: 'token#1' });
});

test('one header is enough: the file has not been cleared of them', () => {
  const { of, notes } = reading([sent('calls'), sent('calls', 'Bearer x')]);
  expect(of(sent('calls'))).toEqual({ kind: 'none' });
  expect([...notes]).toEqual([]);
});
