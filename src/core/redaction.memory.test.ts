import { expect, test } from 'vitest';
import type { SecretKind } from './redaction/pseudonym.ts';
import { SecretIndex } from './redaction/secretIndex.ts';
import { createRedactor } from './redaction.ts';

const apiKey = 'sk_orga_ai_CANARY7f3a9c2e51d84b60a7';

/** 40 hex digits that differ everywhere from those of another number. */
function hex(number: number): string {
  return [3, 5, 7, 11, 13]
    .map((prime) => (Math.imul(number + 1, 0x9e3779b1 * prime) >>> 0).toString(16).padStart(8, '0'))
    .join('');
}

/** As their makers make them: what one kind shares stands in front, for a TURN user name behind. */
const made: Readonly<Record<Exclude<SecretKind, 'api-key'>, (number: number) => string>> = {
  secret: (number: number) => `held-by-the-page-${String(number).padStart(20, '0')}`,
  token: (number) => `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI2OGRhNjM3YSJ9.${hex(number)}`,
  'turn-credential': (number) => `cafecafe${hex(number)}`,
  'turn-username': (number) => `${1_762_860_883 + number}:visitor-of-the-page`,
  'ice-pwd': (number) => hex(number).slice(0, 24),
};

const kinds = ['token', 'turn-credential', 'turn-username', 'ice-pwd'] as const;

function afterMany(count: number) {
  const redactor = createRedactor();
  redactor.name('api-key', apiKey);
  for (let number = 0; number < count; number += 1) {
    for (const kind of kinds) redactor.name(kind, made[kind](number));
  }
  return redactor;
}

test('of 5,000 secrets of each kind, 500 and the API key are remembered', () => {
  const redactor = afterMany(5_000);
  expect(redactor.secrets()).toHaveLength(501);
  expect(redactor.secrets()).toContain(apiKey);
  const keys = Array.from({ length: 5_000 }, (_, number) => `sk_orga_ai_${hex(number)}`);
  expect(redactor.redact(keys.join(' '))).toMatch(/^api-key#2 .* api-key#5001$/);
  expect(redactor.secrets()).toHaveLength(501);
  expect(redactor.redact(btoa(apiKey))).toContain('api-key#1');
}, 30_000);

test('after 5,000 of each kind a recent secret is replaced everywhere', () => {
  const redactor = afterMany(5_000);
  for (const [kind, name] of [
    ['token', 'token#4900'],
    ['turn-credential', 'turn-credential#4900'],
    ['turn-username', 'turn-username#4900'],
    ['ice-pwd', 'redacted0000000000004900'],
  ] as const) {
    const secret = made[kind](4_899);
    expect(redactor.redact(`see ${secret}!`)).toBe(`see ${name}!`);
    expect(redactor.redact(`"${encodeURIComponent(`<${secret}>`)}"`)).not.toContain(secret.slice(-12));
    for (const before of ['', 'a', 'ab']) {
      for (const encoding of ['base64', 'base64url'] as const) {
        const encoded = Buffer.from(`${before}${secret}yz`).toString(encoding);
        const redacted = redactor.redact(`[${encoded}]`);
        expect(redacted).toContain(name);
        expect(redacted.length, redacted).toBeLessThanOrEqual(name.length + 12);
      }
    }
  }
}, 30_000);

test('a secret that is still seen keeps its name, also where only its text is met', () => {
  const redactor = createRedactor();
  redactor.name('turn-credential', 'cafecafe-in-use-all-the-time');
  for (let number = 0; number < 1_200; number += 1) {
    redactor.name('token', made.token(number));
    if (number % 400 === 0) redactor.redact('see cafecafe-in-use-all-the-time');
  }
  expect(redactor.redact('see cafecafe-in-use-all-the-time')).toBe('see turn-credential#1');
}, 30_000);

test('a forgotten secret is still known by its look; its kind goes on counting', () => {
  const redactor = afterMany(600);
  expect(redactor.secrets()).not.toContain(made.token(0));
  expect(redactor.redact(`see ${made.token(0)}`)).toBe('see token#601');
  expect(redactor.redact({ credential: made['turn-credential'](0) })).toEqual({
    credential: 'turn-credential#601',
  });
});

test('all secrets of one value are replaced, however many they are', () => {
  const many = Array.from({ length: 800 }, (_, number) => made['turn-credential'](number));
  const redactor = createRedactor();
  const value = { text: many.join(' '), servers: many.map((credential) => ({ credential })) };
  expect(JSON.stringify(redactor.redact(value))).not.toContain('cafecafe');
  expect(redactor.secrets()).toHaveLength(500);
});

test('reading a log entry costs no more after 5,000 secrets than after 50', () => {
  const costOf = (count: number) => {
    const redactor = afterMany(count);
    const recent = count - 1;
    const before = redactor.compared;
    redactor.redact({
      url: `https://a.test/?q=${made.token(recent)}`,
      body: JSON.stringify({ sent: made['turn-credential'](recent), other: `cafecafe${hex(9e6)}` }),
      text: `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9 ${made['turn-username'](recent)} ${made['ice-pwd'](recent)}`,
    });
    return redactor.compared - before;
  };
  expect(costOf(50)).toBeGreaterThan(0);
  expect(costOf(5_000)).toBeLessThanOrEqual(costOf(50) * 2 + 10);
}, 30_000);

test('secrets that share the beginning or the end are looked for where they differ', () => {
  const index = new SecretIndex();
  for (let number = 0; number < 400; number += 1) {
    index.add(made['turn-credential'](number), 'x');
    index.add(made['turn-username'](number), 'y');
  }
  const found = index.find(`${made['turn-credential'](7)} ${made['turn-username'](9)}`);
  expect(found.map(({ secret }) => secret)).toEqual([made['turn-credential'](7), made['turn-username'](9)]);
  expect(index.compared).toBeLessThanOrEqual(80);
  index.remove(made['turn-credential'](7));
  expect(index.find(made['turn-credential'](7))).toEqual([]);
});
