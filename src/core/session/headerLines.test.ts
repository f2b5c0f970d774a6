import { expect, test } from 'vitest';
import { headerProblem, isSecretHeader, readHeaderLines } from './headerLines.ts';

test('one header a line, empty lines do not count', () => {
  expect(readHeaderLines('x-app: demo\n\n  X-Room:7 \r\n')).toEqual([
    { name: 'x-app', value: 'demo' },
    { name: 'X-Room', value: '7' },
  ]);
});

test.each(['x y: 1', ': 1', 'x-app', 'x-app: a\u2028b'])('%j is no header line', (text) => {
  expect(readHeaderLines(text)).toEqual([]);
});

test('the value of a header begins behind its white space', () => {
  expect(readHeaderLines('x-app:\t demo: a b')).toEqual([{ name: 'x-app', value: 'demo: a b' }]);
});

test.each([
  ['no header at all', 'Write one header a line'],
  ['cookie: sid=1', 'npm start -- --backend URL --backend-header "cookie: …"'],
  ['Host: evil', 'A page cannot set Host'],
  ['cookie2: a', 'A page cannot set cookie2: the browser does. Leave it out.'],
  ['set-cookie: a', 'A page cannot set set-cookie: the browser does. Leave it out.'],
  ['x-app: demo\nx-api-key: 1', 'x-api-key holds a secret'],
  ['x-app: Bearer x', 'x-app holds a secret'],
  ['x-app: Bearer  x', 'x-app holds a secret'],
  ['x-app: sk_orga_ai_1', 'x-app holds a secret'],
  ['x-app: a\u0001b', 'a character that HTTP does not carry'],
  ['authorization: Bearer abc', 'authorization holds a secret'],
  ['x-api-key: 1', 'x-api-key holds a secret'],
  ['x-app: eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.x', 'x-app holds a secret'],
])('%s', (text, message) => {
  expect(headerProblem(text, false)).toContain(message);
});

test('a secret has its place, and is not repeated in a message', () => {
  expect(headerProblem('authorization: Bearer abc', true)).toBeUndefined();
  expect(headerProblem('authorization: Bearer abc', false)).not.toContain('abc');
  for (const text of ['', ' \n\t\nx-app: demo', 'x-app: bearer', 'x-app: forbearer x'])
    expect(headerProblem(text, false)).toBeUndefined();
});

test('names that hold credentials', () => {
  expect(
    ['Authorization', 'x-api-key', 'X-Auth', 'csrf-token', 'x-session-id'].map(isSecretHeader),
  ).not.toContain(false);
  expect(['x-app', 'content-type', 'accept'].map(isSecretHeader)).not.toContain(true);
});
