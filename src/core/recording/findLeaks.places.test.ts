import { expect, test } from 'vitest';
import { findLeaks } from './findLeaks.ts';

const credential = { kind: 'turn-credential', line: 1 } as const;

test.each([
  ['see Bearer abcd1234efgh', { kind: 'token', offset: 11, line: 1 }],
  [String.raw`{"body":"{\"credential\":\"hunter2\"}"}`, { ...credential, offset: 24, within: 'JSON' }],
  [
    String.raw`{"a":"{\"body\":\"{\\\"credential\\\":\\\"hunter2\\\"}\"}"}`,
    { ...credential, offset: 30, within: 'JSON' },
  ],
  ['<p>{&quot;credential&quot;:&quot;hunter2&quot;}</p>', { ...credential, offset: 18, within: 'HTML' }],
  ['<p>{&#39;credential&#39;:&#39;hunter2&#39;}</p>', { ...credential, offset: 18, within: 'HTML' }],
  ['<p>{&#x27;credential&#x27;:&#x27;hunter2&#x27;}</p>', { ...credential, offset: 18, within: 'HTML' }],
  ['?body=%7B%22credential%22%3A%22hunter2%22%7D', { ...credential, offset: 21, within: 'percent-encoding' }],
])('in %s the place is told once, as it reads once decoded', (text, leak) => {
  expect(findLeaks(text, [])).toEqual([leak]);
});

test('in a long text the place counts from its beginning', () => {
  const talk = 'nothing to see here\n'.repeat(6_000);
  expect(findLeaks(`${talk}Bearer abcd1234efgh\n${talk}`, [])).toEqual([
    { kind: 'token', offset: 120_007, line: 6_001 },
  ]);
});

test('in a text of 100,000 characters what stands far behind its name is found', () => {
  const text = `Bearer${' '.repeat(2_000)}abcd1234efgh`.padEnd(100_000);
  expect(findLeaks(text, [])).toEqual([{ kind: 'token', offset: 2_006, line: 1 }]);
});

test.each([
  ['ab\tcdefgh', '%61%62%09%63%64%65%66%67%68'],
  ['ab\tcdefgh', '616209636465666768'],
  ['Grüße+12', '%47%72%C3%BC%C3%9F%65%2B%31%32'],
  ['ab\ud800cdefgh', '?q=ab%EF%BF%BDcdefgh'],
  ['C"ANARY pwd', String.raw`{"text":"say C\"ANARY pwd now"}`],
  ['C"ANARY pwd', String.raw`{"a":"{\"text\":\"say C\\\"ANARY pwd now\"}"}`],
  ['it’s <b>&"\'', '<p>it’s &lt;b&gt;&amp;&quot;&#39;</p>'],
])('the secret %j is seen in %s', (secret, text) => {
  expect(findLeaks(text, [secret]).map(({ kind }) => kind)).toEqual(['seen']);
});

test('a secret of eight characters is looked for, one of seven in no writing', () => {
  expect(findLeaks('see abcdefgh', ['abcdefgh'])).toEqual([{ kind: 'seen', offset: 4, line: 1 }]);
  for (const text of ['see abcdefg', '61626364656667', '%61%62%63%64%65%66%67', 'YWJjZGVmZw'])
    expect(findLeaks(text, ['abcdefg'])).toEqual([]);
});

test('of a secret that is seen more often, a hundred places are told', () => {
  expect(findLeaks('abcdefgh '.repeat(101), ['abcdefgh'])).toHaveLength(100);
  expect(findLeaks('abcdefgh sk_orga_ai_Zb3kQ9x1 '.repeat(60), ['abcdefgh'])).toHaveLength(100);
});

/** What is told of a member that is a secret by its name. */
const leaksOf = (value: string) =>
  findLeaks(JSON.stringify({ credential: value }), []).map(({ kind }) => kind);

test('where a document leaves room for a secret there is none', () => {
  for (const value of [
    '$TOKEN',
    '${orga_Token}',
    '<token>',
    '<your credential here>',
    '<>',
    '<token',
    'YOUR',
    'YOUR_API_KEY',
  ])
    expect(leaksOf(value), value).toEqual([]);
});

test('what only looks like such a place may be a secret', () => {
  for (const value of ['x$TOKEN', '$TOKEN9', '<a>b', 'a<b>', '<a<b>', 'YOURkey', 'MYOUR', '$1'])
    expect(leaksOf(value), value).toEqual(['turn-credential']);
});
