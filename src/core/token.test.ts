import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readToken } from './token.ts';

function jwt(header: unknown, claims: unknown, signature = 'c2ln'): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}

test('the documented sample says when it was issued and when it expires', () => {
  expect(readToken(jwt({ alg: 'HS256' }, { sub: '68da', iat: 1762860883, exp: 1762861783 }))).toEqual({
    kind: 'jwt',
    header: { alg: 'HS256' },
    claims: { sub: '68da', iat: 1762860883, exp: 1762861783 },
    issuedAt: 1762860883,
    expiresAt: 1762861783,
    problems: [],
  });
});

test('an API key is known by its beginning', () => {
  expect(readToken('sk_orga_ai_abc')).toEqual({ kind: 'api-key', problems: [] });
  expect(readToken(' Bearer sk_orga_ai_abc').kind).toBe('api-key');
});

test.each([
  ['', 'There is no token: the text is empty.'],
  ['undefined', 'The token is the text "undefined": it was never there.'],
  ['null', 'The token is the text "null": it was never there.'],
  ['opaque', 'A JWT has 3 parts separated by dots, this has 1.'],
  ['a.b.c', 'The header of the JWT is not a JSON object.'],
])('%j is no JWT, and it says why', (token, problem) => {
  expect(readToken(token)).toEqual({ kind: 'other', problems: [problem] });
});

test('odd claims are problems, not exceptions', () => {
  expect(readToken(jwt({}, { iat: '1', exp: 1762861783000 })).problems).toEqual([
    '`iat` of the JWT is not a number.',
    '`exp` of the JWT is in milliseconds; RFC 7519 wants seconds.',
  ]);
  expect(readToken(jwt({}, { iat: 1, exp: 1762861783000 })).expiresAt).toBe(1762861783);
  expect(readToken(jwt({}, { iat: 2, exp: 1 })).problems).toEqual([
    'The JWT ends (`exp`) before it begins (`iat`).',
  ]);
  expect(readToken(jwt({}, { iat: 2, exp: 2 })).problems).toEqual([
    'The JWT ends (`exp`) before it begins (`iat`).',
  ]);
  expect(readToken(jwt({}, { iat: 1, exp: 1e11 }))).toMatchObject({ expiresAt: 1e11, problems: [] });
  expect(readToken(jwt({}, {})).problems).toEqual(['The JWT has no `iat`.', 'The JWT has no `exp`.']);
  expect(readToken(jwt({}, [1])).problems).toEqual(['The payload of the JWT is not a JSON object.']);
  expect(readToken(jwt({}, { iat: 1, exp: 2 }, '')).problems).toEqual(['The JWT has no signature.']);
});

test('any text is read without an exception, and never returned', () => {
  const part = fc.oneof(
    fc.base64String(),
    fc.string(),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(part, part, part).map((parts) => parts.join('.')),
      ),
      (token) => {
        expect(['jwt', 'other', 'api-key']).toContain(readToken(token).kind);
      },
    ),
  );
  const token = jwt({ alg: 'x' }, { iat: 1, exp: 2 }, 'U0lHTkFUVVJF');
  expect(JSON.stringify(readToken(token))).not.toContain('U0lHTkFUVVJF');
});
