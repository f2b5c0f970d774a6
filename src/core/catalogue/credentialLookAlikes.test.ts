import { expect, test } from 'vitest';
import { gatherEvidence } from '../diagnosis/gatherEvidence.ts';
import { connectionFailed, envelope, type Literal, refused } from '../diagnosis/testing/literalLog.ts';
import { refusedAfter, successfulCall, token } from '../diagnosis/testing/literalToken.ts';
import type { CredentialFacts, LogEntry } from '../session/log.ts';
import { credentialLookAlikes } from './credentialLookAlikes.ts';

/** `code/variant: because` */
function lookAlikes(log: readonly LogEntry[]) {
  const evidence = gatherEvidence(log);
  if (evidence === undefined) throw new Error('nothing failed');
  return credentialLookAlikes(evidence).map(({ code, variant, because }) => `${code}/${variant}: ${because}`);
}

function tokenSent(route: 'rest' | 'backend', exp: number, ...before: readonly Literal[]) {
  return lookAlikes(
    refusedAfter(
      route,
      'calls',
      [token(exp, { from: route === 'rest' ? 'client-secrets' : 'session' }), ...before],
      4_500,
    ),
  );
}

const noOtherKind = [
  'credential.undefined/sent: a token was sent (token#1)',
  'invalid_request_error/api-key: a token was sent (token#1)',
  'invalid_request_error/not-a-token: a token was sent (token#1)',
  'invalid_request_error/no-authorization: a token was sent (token#1)',
];

const unknownUse = 'no earlier successful call with this token is known on this origin';

test('a good token that was never used', () => {
  expect(tokenSent('rest', 900)).toEqual([
    'invalid_ephemeral_token/expired: exp was still 15 min ahead',
    'invalid_ephemeral_token/expired-between: exp was still 15 min ahead',
    `invalid_ephemeral_token/used: ${unknownUse}`,
    ...noOtherKind,
  ]);
});

test('an expired token, and one that expires at this moment', () => {
  const expired = [`invalid_ephemeral_token/used: ${unknownUse}`, ...noOtherKind];
  expect(tokenSent('rest', 1)).toEqual(expired);
  expect(tokenSent('rest', 4.5)).toEqual(expired);
});

test('on the backend route the session endpoint could have cached it', () => {
  expect(tokenSent('backend', 1)).toEqual([
    `invalid_ephemeral_token/used: ${unknownUse}`,
    `backend.cached-token/used: ${unknownUse}`,
    ...noOtherKind,
  ]);
});

test('a spent token was not handed out again', () => {
  expect(tokenSent('backend', 1, ...successfulCall)).toEqual([
    'backend.cached-token/used: the session endpoint did not hand this token out again',
    ...noOtherKind,
  ]);
});

test('a spent token that was handed out again, or that no backend handed out', () => {
  const again = token(1, { from: 'session' });
  expect(tokenSent('backend', 1, ...successfulCall, again)).toEqual(noOtherKind);
  expect(tokenSent('rest', 1, ...successfulCall)).toEqual(noOtherKind);
});

test.each<readonly [CredentialFacts['kind'], string, readonly string[]]>([
  [
    'api-key',
    'an API key was sent',
    [
      'credential.undefined/sent',
      'invalid_request_error/not-a-token',
      'invalid_request_error/no-authorization',
    ],
  ],
  [
    'undefined',
    'the text “undefined” was sent',
    [
      'invalid_request_error/api-key',
      'invalid_request_error/not-a-token',
      'invalid_request_error/no-authorization',
    ],
  ],
  [
    'other',
    'what was sent is neither a token nor an API key',
    ['credential.undefined/sent', 'invalid_request_error/api-key', 'invalid_request_error/no-authorization'],
  ],
  [
    'none',
    'no Authorization header was sent',
    ['credential.undefined/sent', 'invalid_request_error/api-key', 'invalid_request_error/not-a-token'],
  ],
])('a credential of the kind %s', (kind, sent, others) => {
  for (const route of ['rest', 'backend'] as const) {
    const log = refused('calls', 401, envelope('No'), { credential: { kind } });
    const routed = log.map((entry) => (entry.kind === 'run-started' ? { ...entry, route } : entry));
    expect(lookAlikes(routed)).toEqual([
      ...others.map((other) => `${other}: ${sent}`),
      `invalid_ephemeral_token/expired: no token was sent: ${sent}`,
      `invalid_ephemeral_token/used: no token was sent: ${sent}`,
    ]);
  }
});

test('a token without a name', () => {
  const log = refused('calls', 401, envelope('No'), { credential: { kind: 'token' } });
  expect(lookAlikes(log)).toContain('credential.undefined/sent: a token was sent (unnamed)');
});

test('where no request failed, no credential is mistaken', () => {
  expect(lookAlikes(connectionFailed('v=0', [], { reason: 'channel', event: 'close' }))).toEqual([]);
});
