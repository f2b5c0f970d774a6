import { expect, test } from 'vitest';
import { block, code, words } from './markdownText.ts';

test('words are neither markup nor a mention', () => {
  expect(words('<img src=x> *b* _i_ snake_case [a](b) @team a@b `c`\n# h & &amp;')).toBe(
    String.raw`\<img src=x\> \*b\* \_i\_ snake_case \[a\](b) @<!-- -->team a@b \`c\` # h & \&amp;`,
  );
  expect(words(String.raw`a\b ~x~ $y$ a|b é_é &#60; &lt`)).toBe(
    String.raw`a\\b \~x\~ \$y\$ a\|b é_é \&#60; &lt`,
  );
});

test.each([
  ['# h', String.raw`\# h`],
  ['- a', String.raw`\- a`],
  ['+ a', String.raw`\+ a`],
  ['=== a', String.raw`\=== a`],
  ['a # h', 'a # h'],
  ['1. one', '1<!-- -->. one'],
  ['12) one', '12<!-- -->) one'],
  ['1.', '1<!-- -->.'],
  ['1.5 s', '1.5 s'],
  ['in 1. one', 'in 1. one'],
  ['', ''],
])('“%s” begins no block', (text, written) => {
  expect(words(text)).toBe(written);
});

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`a', '`` `a ``'],
  ['a`', '`` a` ``'],
  ['`a``', '``` `a`` ```'],
  ['a\nb', '`a b`'],
  ['', '` `'],
  [' \n', '` `'],
  ['a\u202eb\0\ud800', '`a⟨U+202E⟩b⟨U+0000⟩⟨U+D800⟩`'],
])('code has more back ticks around it than in it: %j', (text, written) => {
  expect(code(text)).toBe(written);
});

test('a block has a fence that nothing in it ends', () => {
  expect(block('a\n\n\n')).toBe('```\na\n```');
  expect(block('a', 'http')).toBe('```http\na\n```');
  expect(block('```\nx\n````')).toBe('`````\n```\nx\n````\n`````');
  const many = `${'` '.repeat(12_000)}${'`'.repeat(4)}`;
  const fence = '`'.repeat(5);
  expect(block(many)).toBe(`${fence}\n${many}\n${fence}`);
});

test('what a server wrote at length is shortened', () => {
  const shown = `${'a'.repeat(1_750)} … 9 characters left out … ${'a'.repeat(250)}`;
  expect(words('a'.repeat(2_009))).toBe(shown);
  expect(code('a'.repeat(2_009))).toBe(`\`${shown}\``);
});
