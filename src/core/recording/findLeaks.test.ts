import { expect, test } from 'vitest';
import { findLeaks } from './findLeaks.ts';

const secrets = [
  'sk_orga_ai_CANARY7f3a9c2e51d84b60a7',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZXYifQ.CANARY0123456789abcdef0123456789abcdef01234',
  'CANARYpwd/+0123456789abc',
  'Grüße "an" <alle>&12/34',
];

const writings: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  'percent-encoding': (secret) => `https://a.test/?q=${encodeURIComponent(secret)}`,
  'percent-encoding throughout': (secret) =>
    [...Buffer.from(secret)].map((byte) => `%${byte.toString(16)}`).join(''),
  base64: (secret) => Buffer.from(secret).toString('base64'),
  'base64 within more': (secret) => Buffer.from(`{"a":"${secret}","b":1}`).toString('base64'),
  base64url: (secret) => Buffer.from(`x${secret}yz`).toString('base64url'),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  'upper-case hex': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  JSON: (secret) => JSON.stringify(secret),
  'JSON in JSON': (secret) => JSON.stringify(JSON.stringify(secret)),
  'escaped slashes': (secret) => secret.replaceAll('/', String.raw`\/`),
  HTML: (secret) =>
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
};

test.each(Object.keys(writings))('a secret that this tab has seen is found in %s', (name) => {
  for (const secret of secrets) {
    const text = `first line\n[${writings[name]?.(secret)}]`;
    const [leak] = findLeaks(text, secrets);
    expect(leak, secret).toMatchObject({ kind: 'seen', line: 2 });
    expect(JSON.stringify(leak)).not.toContain('CANARY');
  }
});

test.each([
  ['api-key', 'key: sk_orga_ai_Zb3kQ9x1'],
  ['token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZXYifQ.c2lnbmF0dXJl'],
  ['token', 'Authorization: Bearer abcd1234efgh'],
  ['ice-pwd', 'a=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1'],
  ['turn-credential', '{"credential":"hunter2"}'],
  ['turn-credential', String.raw`{"body":"{\"credential\":\"hunter2\"}"}`],
  ['turn-credential', String.raw`{"a":"{\"body\":\"{\\\"credential\\\":\\\"hunter2\\\"}\"}"}`],
  ['turn-credential', '<pre>{&quot;credential&quot;:&quot;hunter2&quot;}</pre>'],
  ['turn-credential', '?body=%7B%22credential%22%3A%22hunter2%22%7D'],
])('what looks like a secret of kind %s is found in %s', (kind, text) => {
  const found = (whole: string) => findLeaks(whole, []).map((leak) => [leak.kind, leak.line]);
  expect(found(`\n\n${text}\n`)).toContainEqual([kind, 3]);
  // A long text is looked at where a hint stands only: between others, at its very beginning and end.
  const talk =
    'and so on, a token, \\"quoted\\", 100%25\n'.repeat(3_000) + 'nothing to see here\n'.repeat(3_000);
  expect(found(`${talk}${text}\n${talk}`)).toContainEqual([kind, 6_001]);
  expect(found(`${text}\n${talk}`)).toContainEqual([kind, 1]);
  expect(found(`${talk}${text}`)).toContainEqual([kind, 6_001]);
});

test.each([
  'Authorization: Bearer token#1',
  'Authorization: Bearer undefined',
  'a=ice-pwd:redacted0000000000000001',
  '{"credential":"turn-credential#1","username":"turn-username#1"}',
  String.raw`{"credential\":\"turn-credential#2"}`,
  '?token=token%231',
  'Bearer authentication is required.',
  'curl -H "authorization: Bearer $ORGA_API_KEY"',
])('%s leaks nothing', (text) => {
  expect(findLeaks(text, secrets)).toEqual([]);
});

test('the list ends at a hundred', () => {
  expect(findLeaks('sk_orga_ai_Zb3kQ9x1 '.repeat(5_000), [])).toHaveLength(100);
});
