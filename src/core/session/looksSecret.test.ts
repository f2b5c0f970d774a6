import { expect, test } from 'vitest';
import { looksSecret } from './looksSecret.ts';

test.each([
  ['sk_orga_ai_1'],
  ['key=sk_orga_ai_x'],
  ['SK_ORGA_AI_1'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln'],
  ['token: eyJ12345678.a-_b.'],
])('%j looks secret', (text) => {
  expect(looksSecret(text)).toBe(true);
});

test.each([
  [''],
  ['sk_orga_ai_'],
  ['sk_orga_ai_…'],
  ['eyJ1234567.a.'],
  ['keyJ12345678.a.'],
  ['eyJ12345678.a'],
  ['eyJ12345678..'],
  ['eyJ1234 5678.a.'],
])('%j does not look secret', (text) => {
  expect(looksSecret(text)).toBe(false);
});
