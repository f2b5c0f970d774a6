import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import {
  ended,
  envelope,
  logOf,
  refused,
  request,
  response,
  restError,
} from '../diagnosis/testing/literalLog.ts';
import { iat, refusedAfter, successfulCall, token } from '../diagnosis/testing/literalToken.ts';
import type { LogEntry } from '../session/log.ts';

const says = {
  calls: 'POST /v1/realtime/calls was answered 401, invalid_request_error, “Invalid ephemeral token”',
  'ice-config':
    'GET /v1/realtime/ice-config was answered 401, invalid_request_error, “Invalid ephemeral token”',
};

const discrepancies = [
  {
    topic: 'The identifier on the wire',
    catalogue: 'The identifier is invalid_ephemeral_token.',
    observed:
      'The documented 401 says type “invalid_request_error” and code null, with the message “Invalid ephemeral token”. The identifier is derived from status, path and message.',
  },
  {
    topic: 'Single use',
    catalogue: 'Tokens are single-use.',
    observed:
      'The same token must pass ice-config and then the call, so it can only be spent by the successful call (inferred).',
  },
];

function first(log: readonly LogEntry[]) {
  const found = diagnose(log)[0];
  if (found === undefined) return undefined;
  const { ruledOut, ...rest } = found;
  return { ...rest, ruledOut: ruledOut.map(({ code, variant }) => `${code}/${variant}`) };
}

const otherCredentials = [
  'credential.undefined/sent',
  'invalid_request_error/api-key',
  'invalid_request_error/not-a-token',
  'invalid_request_error/no-authorization',
];

test('a pasted token whose exp had passed', () => {
  const log = refusedAfter('rest', 'ice-config', [token(60, { from: 'pasted' })], 72_000);
  expect(first(log)).toEqual({
    code: 'invalid_ephemeral_token',
    variant: 'expired',
    certainty: 'proved',
    actor: 'backend',
    title: 'The token had expired',
    cause: 'exp of token#1 passed 12 s before this request; it lived 60 s.',
    remedy:
      'Fetch a token just before the session begins, and use it at once. If a fresh token looks expired, check the clock.',
    causedBy: { step: 'token', entry: 'e2' },
    evidence: [
      { entry: 'e2', says: 'token#1: exp passed 12 s before' },
      { entry: 'e3', says: 'token#1 was sent' },
      { entry: 'e5', says: says['ice-config'] },
    ],
    ruledOut: ['invalid_ephemeral_token/used', ...otherCredentials],
    discrepancies,
    action: 'new-token-and-retry',
  });
});

test('a token that does not say when it was issued has no lifetime', () => {
  const undated = {
    kind: 'token',
    token: 'token#1',
    from: 'pasted',
    expiresAt: iat + 60,
    wallClock: iat * 1_000,
  } as const;
  expect(first(refusedAfter('rest', 'ice-config', [undated], 72_000))?.cause).toBe(
    'exp of token#1 passed 12 s before this request.',
  );
});

test('exp itself is the first moment at which a token is expired', () => {
  expect(first(refusedAfter('rest', 'calls', [token(60)], 60_000))?.variant).toBe('expired');
  expect(first(refusedAfter('rest', 'calls', [token(60)], 59_999))?.variant).toBe('unexplained');
});

test.each([
  [
    'session',
    'your session endpoint',
    'Let your session endpoint ask /client-secrets for a new token on every request, and cache none.',
  ],
  [
    'client-secrets',
    '/client-secrets',
    'Fetch a token just before the session begins, and use it at once. If a fresh token looks expired, check the clock.',
  ],
] as const)('a token that %s handed out expired', (from, who, remedy) => {
  const arrived = token(-60, { from, issuedAt: iat - 960 });
  expect(first(refusedAfter('backend', 'calls', [arrived], 5_000))).toMatchObject({
    variant: 'expired',
    certainty: 'likely',
    cause: `token#1 had already expired when ${who} handed it out: exp passed 65 s before this request, if this computer’s clock is right.`,
    remedy,
  });
});

test('a token that was used in an earlier attempt', () => {
  const log = refusedAfter('rest', 'calls', [token(900), ...successfulCall], 4_500);
  expect(first(log)).toEqual({
    code: 'invalid_ephemeral_token',
    variant: 'used',
    certainty: 'proved',
    actor: 'backend',
    title: 'The token was already used',
    cause:
      'A token opens one session. The call in attempt 1 used token#1 4.2 s earlier and was answered 200, which spent it.',
    remedy: 'Fetch a new token for every session, also for a reconnect: do not keep the last one.',
    causedBy: { step: 'call', entry: 'e9' },
    evidence: [
      { entry: 'e4', says: 'token#1 opened a session here, 4.2 s earlier' },
      { entry: 'e7', says: 'token#1 was sent again' },
      { entry: 'e9', says: says.calls },
    ],
    ruledOut: [
      'invalid_ephemeral_token/expired',
      'invalid_ephemeral_token/expired-between',
      ...otherCredentials,
    ],
    discrepancies,
    action: 'new-token-and-retry',
  });
});

test('a token that was used elsewhere on this origin', () => {
  const history = {
    kind: 'token-history',
    token: 'token#1',
    uses: [{ endpoint: 'calls', ago: 60_000, status: 201 }],
  } as const;
  expect(first(refusedAfter('backend', 'calls', [token(900), history], 1_000))).toMatchObject({
    variant: 'used',
    actor: 'browser',
    cause:
      'A token opens one session. The call in an earlier run or another tab of this origin used token#1 61 s earlier and was answered 201, which spent it.',
  });
});

test('a token that expired between ice-config and the call', () => {
  const passed = [token(10), request('ice-config', { request: 'r1', at: 300 }), response(200)];
  expect(first(refusedAfter('rest', 'calls', passed, 12_000))).toEqual({
    code: 'invalid_ephemeral_token',
    variant: 'expired-between',
    certainty: 'proved',
    actor: 'browser',
    title: 'The token expired between ICE config and call',
    cause:
      'token#1 was still good at /ice-config, 12 s before the call; exp passed 2.0 s before the call; it lived 10 s.',
    remedy: 'Make the call soon after fetching the token; after a wait, fetch a new one first.',
    causedBy: { step: 'call', entry: 'e7' },
    evidence: [
      { entry: 'e4', says: 'token#1 was accepted here' },
      { entry: 'e2', says: 'token#1: exp passed 2.0 s before the call' },
      { entry: 'e5', says: 'token#1 was sent' },
      { entry: 'e7', says: says.calls },
    ],
    ruledOut: ['invalid_ephemeral_token/used', ...otherCredentials],
    discrepancies,
    action: 'new-token-and-retry',
  });
});

test.each([
  ['that never saw ice-config', 'calls', []],
  [
    'that ice-config took once and then refused',
    'ice-config',
    [request('ice-config', { at: 300 }), response(200)],
  ],
] as const)('a token %s is expired, not expired in between', (_, endpoint, before) => {
  const log = refusedAfter('rest', endpoint, [token(10), ...before], 12_000);
  expect(diagnose(log).map(({ code, variant }) => `${code}/${variant}`)).toEqual([
    'invalid_ephemeral_token/expired',
    'invalid_request_error/other',
  ]);
});

test('a refusal that nothing seen here explains', () => {
  expect(first(refusedAfter('backend', 'calls', [token(900)], 1_000))).toEqual({
    code: 'invalid_ephemeral_token',
    variant: 'unexplained',
    certainty: 'likely',
    actor: 'backend',
    title: 'The service refused the token, and nothing seen here explains it',
    cause:
      '/calls refused token#1 with “Invalid ephemeral token”, though its exp had not been seen to pass and no earlier call with it is known on this origin. It may have been spent elsewhere, belong to another environment, or have been withdrawn with its API key.',
    remedy:
      'Fetch a new token and try again. If that is refused too, check that token and call go to the same environment and that the API key is still active.',
    causedBy: { step: 'call', entry: 'e5' },
    evidence: [
      { entry: 'e2', says: 'token#1: not seen to expire or to be used' },
      { entry: 'e3', says: 'token#1 was sent' },
      { entry: 'e5', says: says.calls },
    ],
    ruledOut: [
      'invalid_ephemeral_token/expired',
      'invalid_ephemeral_token/expired-between',
      'invalid_ephemeral_token/used',
      'backend.cached-token/used',
      ...otherCredentials,
    ],
    discrepancies,
    action: 'new-token-and-retry',
  });
});

test('a refusal that a backend met and passed on', () => {
  const passedOn = { message: 'Failed to fetch ICE servers: Unauthorized' };
  const log = refused('session', 500, { format: 'sdk-text', answeredBy: 'backend', passedOn });
  const found = first(log);
  expect(found).toMatchObject({
    variant: 'unexplained',
    causedBy: { step: 'ice-config', entry: 'e4' },
    cause:
      'Your backend got a token from /client-secrets, and /ice-config refused it a moment later. Either the token was absent from that reply, so that “Bearer undefined” was sent, or the service did not accept what it had just handed out.',
    remedy:
      'Log in your backend what /client-secrets answered: ephemeral_token must be in it, and the same base URL must be used for both requests.',
    evidence: [{ entry: 'e4' }],
  });
  expect(found?.action).toBeUndefined();
});

test('a reply whose code is the identifier itself', () => {
  const reading = envelope('Nope', { code: 'invalid_ephemeral_token' });
  expect(first(refusedAfter('rest', 'calls', [token(900)], 1_000, reading))).toMatchObject({
    variant: 'identifier',
    certainty: 'proved',
    cause:
      'The reply’s code is invalid_ephemeral_token itself: expired or already consumed by the service’s own account. Neither was seen here.',
    evidence: [{ entry: 'e5' }, { entry: 'e2' }, { entry: 'e3' }],
  });
});

function codes(log: readonly LogEntry[]) {
  return diagnose(log).map(({ code }) => code);
}

test.each([
  ['a token sent where the API key belongs', 'client-secrets', 401, 'token', 'invalid_request_error'],
  ['what is no token at all', 'calls', 401, 'other', 'invalid_request_error'],
  ['an API key sent where the token belongs', 'ice-config', 401, 'api-key', 'invalid_request_error'],
  ['a service that failed', 'calls', 503, 'token', 'OrgaAIServerError'],
] as const)('%s is no refused token', (_, endpoint, status, kind, code) => {
  const credential = { kind, name: `${kind}#1` };
  expect(codes(refused(endpoint, status, envelope('No'), { credential }))).toEqual([code]);
});

test('a web page with 401 is no refused token', () => {
  const html = { format: 'html', answeredBy: 'unknown' } as const;
  expect(codes(refusedAfter('rest', 'calls', [token(-60)], 1_000, html))).toEqual(['proxy.answered']);
});

test('an expired token is no matter of another failure', () => {
  const log = logOf(
    'rest',
    token(-60),
    request('calls'),
    response(500),
    restError('calls', { reason: 'http', status: 500, reading: envelope('Sorry') }),
    ...ended('call', 'e5'),
  );
  expect(codes(log)).toEqual(['OrgaAIServerError']);
});
