import { expect, test } from 'vitest';
import { turnExpiry } from './turnExpiry.ts';

test.each([
  ['1762861783:dev', 1_762_861_783],
  ['1762861783', 1_762_861_783],
  ['dev', undefined],
  ['u1762861783:dev', undefined],
  ['1762861783-dev', undefined],
  ['12:dev', undefined],
  ['cafecafe01', undefined],
])('the user name %s ends at %s', (username, expiry) => {
  expect(turnExpiry(username)).toBe(expiry);
});
