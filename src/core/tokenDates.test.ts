import { expect, test } from 'vitest';
import { bareToken, tokenDates } from './tokenDates.ts';

const decode = (text: string) => Buffer.from(text, 'base64url').toString();
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('only a scheme at the beginning is none of the token', () => {
  expect(['Bearer   abc', ' bearer abc ', 'the bearer abc'].map(bareToken)).toEqual([
    'abc',
    'abc',
    'the bearer abc',
  ]);
});

test.each([5, 'x', null, [1]])('a header that is %j makes no JWT', (header) => {
  expect(tokenDates(`${part(header)}.${part({})}.c2ln`, decode)).toEqual({ kind: 'other' });
});

test('a JWT has three parts, neither fewer nor more', () => {
  const [header, claims] = [part({ alg: 'x' }), part({ iat: 1 })];
  expect(tokenDates(`${header}.${claims}`, decode)).toEqual({ kind: 'other' });
  expect(tokenDates(`${header}.${claims}.a.b`, decode)).toEqual({ kind: 'other' });
  expect(tokenDates(`${header}.${part(7)}.a`, decode)).toEqual({ kind: 'jwt', header: { alg: 'x' } });
  expect(tokenDates(`${header}.${claims}.a`, () => undefined)).toEqual({ kind: 'other' });
});

test('the year 5138 is in seconds, later ones are milliseconds', () => {
  expect(tokenDates(`${part({})}.${part({ iat: 1e11, exp: 1e11 + 1_000 })}.a`, decode)).toMatchObject({
    issuedAt: 1e11,
    expiresAt: 1e8 + 1,
  });
});
