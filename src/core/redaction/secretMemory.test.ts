import { expect, test } from 'vitest';
import type { SecretFinder } from './secretIndex.ts';
import { SecretMemory } from './secretMemory.ts';

/** Remembers what it is told, and sees what it is told to see. */
class Finder implements SecretFinder {
  readonly added: (readonly [secret: string, replacement: string, parts: readonly string[]])[] = [];
  readonly removed: string[] = [];
  readonly opaque = [];
  readonly compared = 7;
  sees: readonly string[] = [];

  add(secret: string, replacement: string, parts: readonly string[] = []) {
    this.added.push([secret, replacement, parts]);
  }

  remove(secret: string) {
    this.removed.push(secret);
  }

  find() {
    return this.sees.map((secret) => ({ secret, start: 0, end: 1, replacement: 'x' }));
  }
}

function memoryOver(taken: ConstructorParameters<typeof SecretMemory>[1] = {}) {
  const finder = new Finder();
  return { finder, memory: new SecretMemory(finder, taken) };
}

test('names go on after those that are taken, kind by kind', () => {
  const { memory } = memoryOver({ token: 4 });
  expect(memory.nameOf('token', 'abcdefg1', false)).toBe('token#5');
  expect(memory.nameOf('token', 'abcdefg2', false)).toBe('token#6');
  expect(memory.nameOf('turn-username', 'abcdefg1x', false)).toBe('turn-username#1');
  expect(memory.nameOf('token', 'abcdefg1', true)).toBe('token#5');
});

test('blanks around a secret are not part of it, and what is none keeps them', () => {
  const { memory, finder } = memoryOver();
  expect(memory.nameOf('token', ' abcdefg1\n', false)).toBe('token#1');
  expect(memory.nameOf('token', 'abcdefg1', false)).toBe('token#1');
  expect(memory.nameOf('token', ' undefined ', false)).toBe(' undefined ');
  expect(memory.secrets()).toEqual(['abcdefg1']);
  expect(finder.added).toEqual([['abcdefg1', 'token#1', []]]);
  expect([memory.guards, memory.compared]).toEqual([1, 7]);
});

test('a secret is looked for once, also when it is met again', () => {
  const { memory, finder } = memoryOver();
  for (const discovered of [false, false, true]) memory.nameOf('token', 'abcdefg1', discovered);
  expect(finder.added).toHaveLength(1);
  expect(memory.guards).toBe(1);
});

test('what was only discovered is looked for from when it is named', () => {
  const { memory, finder } = memoryOver();
  expect(memory.nameOf('turn-credential', 'hunterhunter', true)).toBe('turn-credential#1');
  expect([memory.secrets(), memory.guards]).toEqual([[], 0]);
  expect(memory.nameOf('turn-credential', 'hunterhunter', false)).toBe('turn-credential#1');
  expect([memory.secrets(), memory.guards]).toEqual([['hunterhunter'], 1]);
  memory.nameOf('turn-credential', 'hunterhunter', true);
  expect(memory.secrets()).toEqual(['hunterhunter']);
  expect(finder.added).toEqual([['hunterhunter', 'turn-credential#1', []]]);
});

const half = 'a1'.repeat(2_048);

test.each([
  ['abcdefg1', true],
  ['ABCDEFG1', true],
  ['abcdefgh', false],
  ['12345678', false],
  ['abcdef1', false],
  ['abc def1', false],
  ['a'.repeat(24), true],
  ['a'.repeat(23), false],
  ['a b'.repeat(8), false],
  [half, true],
  [`${half}x`, false],
])('a discovered secret that looks random is looked for elsewhere: %.30s', (secret, guarded) => {
  const { memory } = memoryOver();
  memory.nameOf('turn-credential', secret, true);
  expect(memory.secrets()).toEqual(guarded ? [secret] : []);
});

test.each([
  ['turn-credential', 'abcdefgh', true],
  ['turn-credential', 'abcdefg', false],
  ['turn-credential', 'password', false],
  ['turn-credential', 'dev@example.com', true],
  ['turn-username', 'dev@example.com', false],
  ['turn-username', 'dev@ex@mple.com', true],
  ['turn-username', 'dev@example com', true],
  ['turn-username', 'the dev@example.com', true],
  ['turn-username', '1762861783:dev', true],
] as const)(
  'a named %s “%s” is looked for unless it is too short, a word of ours or an address',
  (kind, secret, guarded) => {
    const { memory } = memoryOver();
    memory.nameOf(kind, secret, false);
    expect(memory.secrets()).toEqual(guarded ? [secret] : []);
  },
);

test('of a JWT also its payload and signature are looked for, where they are long enough', () => {
  const { memory, finder } = memoryOver();
  const [header, payload, signature] = ['h'.repeat(20), 'p'.repeat(20), 's'.repeat(19)];
  memory.nameOf('token', `${header}.${payload}.${signature}`, false);
  memory.nameOf('token', `${header}.${payload}x`, false);
  expect(finder.added.map(([, , parts]) => parts)).toEqual([[payload], []]);
});

const token = 'abcdefghijklmnopqrstuvwxyz1';

test('a token that was cut off after 20 characters has the name of the whole', () => {
  const { memory } = memoryOver();
  memory.nameOf('token', `${token}.other`, false);
  memory.nameOf('token', token, false);
  expect(memory.nameOf('token', token.slice(0, 20), true)).toBe('token#1');
  expect(memory.nameOf('token', token.slice(0, 19), true)).toBe('token#2');
  expect(memory.nameOf('turn-credential', token.slice(0, 21), true)).toBe('turn-credential#1');
  expect(memory.nameOf('token', `x${token.slice(0, 20)}`, true)).toBe('token#3');
});

test('a beginning that is named itself has that name, too, and is looked for', () => {
  const { memory } = memoryOver();
  memory.nameOf('token', token, false);
  expect(memory.nameOf('token', token.slice(0, 20), false)).toBe('token#1');
  expect(memory.secrets()).toEqual([token, token.slice(0, 20)]);
});

test('a token that is the beginning of a later one keeps its own name', () => {
  const { memory } = memoryOver();
  memory.nameOf('token', token.slice(0, 20), false);
  memory.nameOf('turn-credential', token, false);
  expect(memory.nameOf('token', token.slice(0, 20), true)).toBe('token#1');
});

const named = (memory: SecretMemory, count: number) => {
  for (let index = 0; index < count; index += 1) memory.nameOf('turn-credential', `secret-${index}`, false);
};

test('five hundred are remembered; what was not seen for longest is forgotten', () => {
  const { memory, finder } = memoryOver();
  named(memory, 500);
  memory.forgetOldest();
  expect(finder.removed).toEqual([]);
  memory.nameOf('turn-credential', 'secret-500', false);
  memory.nameOf('turn-credential', 'secret-501', false);
  // Met again, and seen again.
  memory.nameOf('turn-credential', 'secret-0', true);
  finder.sees = ['secret-2', 'never named'];
  expect(memory.find('any text')).toHaveLength(2);
  memory.forgetOldest();
  expect(finder.removed).toEqual(['secret-1', 'secret-3']);
  expect(memory.secrets()).toHaveLength(500);
  expect(memory.secrets().slice(-2)).toEqual(['secret-0', 'secret-2']);
  expect(memory.nameOf('turn-credential', 'secret-1', true)).toBe('turn-credential#503');
});

test('API keys that were named are never forgotten and take nobody’s place, others are as any secret', () => {
  const { memory, finder } = memoryOver();
  const [said, found, both] = ['sk_orga_ai_said1', 'sk_orga_ai_found1', 'sk_orga_ai_both1'];
  expect(memory.nameOf('token', said, false)).toBe('api-key#1');
  memory.nameOf('token', said, false);
  memory.nameOf('token', said, true);
  memory.nameOf('api-key', found, true);
  memory.nameOf('api-key', both, true);
  memory.nameOf('api-key', both, false);
  named(memory, 500);
  expect(memory.secrets()).toHaveLength(503);
  memory.forgetOldest();
  expect(finder.removed).toEqual([found]);
  expect(memory.secrets().slice(0, 3)).toEqual([said, both, 'secret-0']);
});
