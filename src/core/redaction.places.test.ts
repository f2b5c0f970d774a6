import { expect, test } from 'vitest';
import { PlainSecretIndex } from './redaction/plainSecretIndex.ts';
import { createRedactor, createRedactorOver } from './redaction.ts';

/** A redactor that knows these TURN credentials, in this order. */
function knowing(...secrets: readonly string[]) {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.name('turn-credential', secret);
  return redactor;
}

const farther = ' and so on'.repeat(20);

test.each([
  ['abcdefg1', 'turn-credential#1'],
  ['https://a.test/?q=abcdefg1&b=1', 'https://a.test/?q=turn-credential%231&b=1'],
  [`?q=abcdefg1${farther}`, `?q=turn-credential%231${farther}`],
  ['https://a.test/?a=1&q=Bearer%20abcdefg1', 'https://a.test/?a=1&q=Bearer%20turn-credential%231'],
  ['https://a.test/?q=Bearer+abcdefg1', 'https://a.test/?q=Bearer+turn-credential%231'],
  ['https://a.test/?q=1 abcdefg1', 'https://a.test/?q=1 turn-credential#1'],
  ['x=abcdefg1', 'x=turn-credential#1'],
  ['%61bcdefg1', 'turn-credential%231'],
  ['100%25 abcdefg1', '100%25 turn-credential#1'],
  ['x://abcdefg1@host', 'x://turn-credential%231@host'],
  [`x://abcdefg1@host${farther}`, `x://turn-credential%231@host${farther}`],
  ['x://bob:abcdefg1@host', 'x://bob:turn-credential%231@host'],
  ['see abcdefg1@host', 'see turn-credential#1@host'],
  ['x://abcdefg1/host', 'x://turn-credential#1/host'],
  ['x://abcdefg1', 'x://turn-credential#1'],
  ['x://host/abcdefg1@y', 'x://host/turn-credential#1@y'],
  ['x://host or abcdefg1@y', 'x://host or turn-credential#1@y'],
])('%s reads %s: where a # would end the query or the address, it is encoded', (text, redacted) => {
  expect(knowing('abcdefg1').redact(text)).toBe(redacted);
});

test('a per cent sign in a secret is no encoding', () => {
  expect(knowing('abc%1xyz9').redact('see abc%1xyz9')).toBe('see turn-credential#1');
});

test('of secrets that begin at one place the longest is replaced, whichever was known first', () => {
  const index = new PlainSecretIndex((text) => text);
  const redactor = createRedactorOver(index);
  redactor.name('turn-credential', 'abcdefg1');
  redactor.name('turn-credential', 'abcdefg1hi');
  expect(redactor.redact('-abcdefg1hi-')).toBe('-turn-credential#2-');
});

test('secrets side by side are replaced one by one, those that overlap as one', () => {
  expect(knowing('abcdefg1', 'hijklmn2').redact('abcdefg1hijklmn2.')).toBe(
    'turn-credential#1turn-credential#2.',
  );
  expect(knowing('abcdefgh1', 'gh1ijklmn2').redact('-abcdefgh1ijklmn2-')).toBe('-turn-credential#1-');
  expect(knowing('abcdefgh1ijk', 'cdefgh1i').redact('-abcdefgh1ijk-')).toBe('-turn-credential#1-');
});

test('a secret that was named is replaced anywhere, one that was discovered only where it looks random', () => {
  expect(knowing('hunterhunter').redact('see hunterhunter')).toBe('see turn-credential#1');
  const { redact } = createRedactor();
  expect(redact({ credential: 'hunterhunter', note: 'see hunterhunter' })).toEqual({
    credential: 'turn-credential#1',
    note: 'see hunterhunter',
  });
  expect(redact('{"credential":"elsewhere","note":"elsewhere"}')).toBe(
    '{"credential":"turn-credential#2","note":"elsewhere"}',
  );
});

test('of a member that is a secret by its name the whole is replaced, but for the scheme', () => {
  const { redact } = createRedactor();
  expect(redact({ credential: 'two lines\nof a secret' })).toEqual({ credential: 'turn-credential#1' });
  expect(redact({ authorization: 'bearer  abc' })).toEqual({ authorization: 'bearer  token#1' });
  expect(redact({ authorization: 'Token abd' })).toEqual({ authorization: 'Token token#2' });
  expect(redact({ authorization: 'Digest abe' })).toEqual({ authorization: 'Digest token#3' });
  expect(redact({ credential: 'Basic  x' })).toEqual({ credential: 'Basic  turn-credential#2' });
  expect(redact({ credential: 'my Basic y' })).toEqual({ credential: 'turn-credential#3' });
  expect(redact({ token: 'is required' })).toEqual({ token: 'is required' });
  expect(redact({ token: ['x1', { deeper: 'x2' }] })).toEqual({ token: ['token#4', { deeper: 'x2' }] });
});

test('only a list named “detail” loses what its items echo', () => {
  const items = () => [{ type: 'x', input: 1 }, ['input'], null, 'input', { type: 'y' }];
  expect(createRedactor().redact({ detail: items(), items: items() })).toEqual({
    detail: [{ type: 'x' }, ['input'], null, 'input', { type: 'y' }],
    items: items(),
  });
});

test.each([
  ['lists', (inner: unknown) => [inner]],
  ['objects', (inner: unknown) => ({ inner })],
])('%s are read to the two hundredth level', (_, wrap) => {
  const nested = (levels: number, core: unknown) => {
    let value: unknown = core;
    for (let level = 0; level < levels; level += 1) value = wrap(value);
    return value;
  };
  const { redact } = createRedactor();
  expect(redact(nested(201, 'Bearer abcdefg1'))).toEqual(nested(201, 'Bearer token#1'));
  expect(redact(nested(202, 'x'))).toEqual(nested(201, '[nested too deeply]'));
});

test('a member named __proto__ stays one that can be read, changed and taken away', () => {
  const copy = createRedactor().redact(JSON.parse('{"__proto__":1,"a":2}') as object);
  expect(Object.getOwnPropertyDescriptors(copy)).toEqual(
    Object.getOwnPropertyDescriptors(JSON.parse('{"__proto__":1,"a":2}')),
  );
});
