import { expect, test } from 'vitest';
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
  wallClock,
} from './testing/literalLog.ts';
import { iat, invalidToken, refusedAfter, successfulCall, token } from './testing/literalToken.ts';

test('a wrong key in the double-wrapped body', () => {
  const reading = envelope('Incorrect or inactive API key provided.', { nested: true });
  const log = refused('client-secrets', 401, reading);
  expect(verdict(log)).toEqual({
    is: 'invalid_request_error/wrong-key',
    certainty: 'proved',
    step: 'token',
    evidence: ['e2', 'e4'],
  });
  expect(diagnose(log)[0]?.cause).toContain('“Incorrect or inactive API key provided.”');
  expect(diagnose(log)[0]?.action).toBeUndefined();
});

test('a token where the API key belongs', () => {
  const log = refused('client-secrets', 401, envelope('Incorrect or inactive API key provided.'), {
    credential: { kind: 'token', name: 'token#1' },
  });
  expect(verdict(log)).toEqual({
    is: 'invalid_request_error/token-as-key',
    certainty: 'proved',
    step: 'token',
    evidence: ['e2', 'e4'],
  });
});

test.each([
  [401, 'api-key', 'invalid_request_error/api-key'],
  [403, 'none', 'invalid_request_error/no-authorization'],
  [401, 'none', 'invalid_request_error/no-authorization'],
  [401, 'other', 'invalid_request_error/not-a-token'],
  [401, 'undefined', 'credential.undefined/sent'],
  [401, 'token', 'invalid_ephemeral_token/unexplained'],
] as const)('a %i at the call for a credential of kind %s is %s', (status, kind, is) => {
  const log = refused('calls', status, envelope('Not authenticated'), { credential: { kind } });
  const evidence = kind === 'token' ? ['e4'] : ['e2', 'e4'];
  expect(verdict(log)).toEqual({
    is,
    certainty: kind === 'token' ? 'likely' : 'proved',
    step: 'call',
    evidence,
  });
});

test('a token whose exp had passed at ice-config is expired', () => {
  const log = refusedAfter('rest', 'ice-config', [token(60, { from: 'pasted' })], 72_000);
  expect(verdict(log)).toEqual({
    is: 'invalid_ephemeral_token/expired',
    certainty: 'proved',
    step: 'token',
    evidence: ['e2', 'e3', 'e5'],
  });
  const [first] = diagnose(log);
  expect(first?.cause).toContain('12 s before this request');
  expect(first?.action).toBe('new-token-and-retry');
  expect(first?.ruledOut.map(({ code, variant }) => `${code}/${variant}`)).toContain(
    'invalid_ephemeral_token/used',
  );
});

test('a token that was expired on arrival is expired, if the clock is right', () => {
  const arrived = token(-60, { issuedAt: iat - 960 });
  const log = refusedAfter('rest', 'calls', [arrived], 5_000);
  expect(verdict(log)).toMatchObject({ is: 'invalid_ephemeral_token/expired', certainty: 'likely' });
  expect(diagnose(log)[0]?.action).toBeUndefined();
});

test('the service’s own clock decides where it can be read', () => {
  const date = new Date(wallClock - 3_600_000).toUTCString();
  const log = logOf(
    'rest',
    token(60, { from: 'pasted' }),
    request('calls', { at: 72_000 }),
    response(401, { headers: { date } }),
    restError('calls', { reason: 'http', status: 401, reading: invalidToken }),
    ...ended('call', 'e5'),
  );
  expect(verdict(log)?.is).toBe('invalid_ephemeral_token/unexplained');
});

test('a token that passed ice-config and expired before the call', () => {
  const log = refusedAfter(
    'rest',
    'calls',
    [token(10), request('ice-config', { request: 'r1', at: 300 }), response(200, { request: 'r1' })],
    12_000,
  );
  expect(verdict(log)).toEqual({
    is: 'invalid_ephemeral_token/expired-between',
    certainty: 'proved',
    step: 'call',
    evidence: ['e4', 'e2', 'e5', 'e7'],
  });
  expect(diagnose(log)[0]?.cause).toContain('2.0 s before the call');
});

test('on the backend route the session reply shows that ice-config was passed', () => {
  const log = refusedAfter('backend', 'calls', [token(10, { from: 'session' })], 12_000);
  expect(verdict(log)?.is).toBe('invalid_ephemeral_token/expired-between');
});

test('a token that opened a session in an earlier attempt is used', () => {
  const log = refusedAfter('rest', 'calls', [token(900), ...successfulCall], 4_500);
  expect(verdict(log)).toEqual({
    is: 'invalid_ephemeral_token/used',
    certainty: 'proved',
    step: 'call',
    evidence: ['e4', 'e7', 'e9'],
  });
  const [first] = diagnose(log);
  expect(first?.cause).toContain('The call in attempt 1 used token#1 4.2 s earlier');
  expect(first?.action).toBe('new-token-and-retry');
});

test('a token that was used in another tab is used', () => {
  const history = {
    kind: 'token-history',
    token: 'token#1',
    uses: [{ endpoint: 'calls', ago: 60_000, status: 200 }],
  } as const;
  const log = refusedAfter('rest', 'ice-config', [token(900), history], 1_000);
  expect(verdict(log)).toEqual({
    is: 'invalid_ephemeral_token/used',
    certainty: 'proved',
    step: 'ice-config',
    evidence: ['e3', 'e4', 'e6'],
  });
  expect(diagnose(log)[0]?.cause).toContain('another tab');
});

test('a refused call does not spend a token', () => {
  const history = {
    kind: 'token-history',
    token: 'token#1',
    uses: [{ endpoint: 'calls', ago: 60_000, status: 503 }],
  } as const;
  const log = refusedAfter('rest', 'calls', [token(900), history], 1_000);
  expect(verdict(log)?.is).toBe('invalid_ephemeral_token/unexplained');
});

test('a session endpoint that hands out a spent token caches it', () => {
  const again = { ...token(900, { from: 'session', wallClock: wallClock + 3_000 }), at: 3_000 };
  const log = refusedAfter(
    'backend',
    'calls',
    [token(900, { from: 'session' }), ...successfulCall, again],
    4_500,
  );
  expect(verdict(log)).toEqual({
    is: 'backend.cached-token/used',
    certainty: 'proved',
    step: 'token',
    evidence: ['e4', 'e7', 'e10'],
  });
  expect(diagnose(log).map(({ code }) => code)).toEqual([
    'backend.cached-token',
    'invalid_ephemeral_token',
    'invalid_request_error',
  ]);
  expect(diagnose(log)[0]?.action).toBeUndefined();
});

test('a page that keeps its token on the backend route is no cached reply', () => {
  const log = refusedAfter('backend', 'calls', [token(900, { from: 'session' }), ...successfulCall], 4_500);
  expect(verdict(log)?.is).toBe('invalid_ephemeral_token/used');
});

test.each([['type'], ['code']] as const)('the identifier itself in %s', (field) => {
  const reading = envelope('Nope', { [field]: 'invalid_ephemeral_token' });
  const log = refusedAfter('rest', 'calls', [token(900)], 1_000, reading);
  expect(verdict(log)).toEqual({
    is: 'invalid_ephemeral_token/identifier',
    certainty: 'proved',
    step: 'call',
    evidence: ['e5', 'e2', 'e3'],
  });
});

test('the identifier does not hide that the token was used', () => {
  const reading = envelope('Nope', { code: 'invalid_ephemeral_token' });
  const log = refusedAfter('rest', 'calls', [token(900), ...successfulCall], 4_500, reading);
  expect(verdict(log)?.is).toBe('invalid_ephemeral_token/used');
});

test('refused though nothing is seen, with the look-alikes ruled out', () => {
  const log = refusedAfter('rest', 'calls', [token(900)], 1_000);
  expect(verdict(log)).toEqual({
    is: 'invalid_ephemeral_token/unexplained',
    certainty: 'likely',
    step: 'call',
    evidence: ['e2', 'e3', 'e5'],
  });
  expect(diagnose(log)[0]?.ruledOut.map(({ code, variant }) => `${code}/${variant}`)).toEqual([
    'invalid_ephemeral_token/expired',
    'invalid_ephemeral_token/expired-between',
    'invalid_ephemeral_token/used',
    'credential.undefined/sent',
    'invalid_request_error/api-key',
    'invalid_request_error/not-a-token',
    'invalid_request_error/no-authorization',
  ]);
});

test('“Bearer undefined” at the call is caused by the reply that had no token', () => {
  const log = logOf(
    'backend',
    request('session', { request: 'r1' }),
    response(200, { request: 'r1', body: '{"error":"boom"}' }),
    request('calls', { request: 'r2', credential: { kind: 'undefined' } }),
    response(401, { request: 'r2' }),
    restError('calls', { reason: 'http', status: 401, reading: invalidToken }, { request: 'r2' }),
    ...ended('call', 'e6'),
  );
  expect(verdict(log)).toEqual({
    is: 'credential.undefined/sent',
    certainty: 'proved',
    step: 'token',
    evidence: ['e3', 'e4', 'e6'],
  });
  expect(diagnose(log)[0]?.actor).toBe('backend');
});

test('what the debugger altered and the target change nothing', () => {
  const log = refusedAfter('rest', 'calls', [token(900), ...successfulCall], 4_500);
  const other = log.map((entry) => {
    if (entry.kind === 'request') return { ...entry, altered: ['credential replaced'] };
    return entry.kind === 'run-started' ? { ...entry, target: 'simulated' as const } : entry;
  });
  expect(diagnose(other)).toEqual(diagnose(log));
});
