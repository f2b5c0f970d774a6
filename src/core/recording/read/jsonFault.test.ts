import { expect, test } from 'vitest';
import { findJsonFault } from './jsonFault.ts';

const at = (text: string) => {
  const fault = findJsonFault(text);
  return fault === undefined ? 'none' : `${fault.kind} ${fault.line}:${fault.column}`;
};

test('JSON has no fault', () => {
  for (const text of [
    '{}',
    ' [1, -2.5e3, "a\\u00e9\\n", null, true, {"a": [[]]}] \n',
    '"x"',
    '0',
    '-0.25E+10',
    '[1e5, 1E-55, 12.345]',
    '{"a": 1, "b": {"c": 2, "d": []}}',
    '["\\"\\\\\\/\\b\\f\\r\\t\\u00E9"]',
  ])
    expect(at(text)).toBe('none');
});

test('a text that was cut off ends too early', () => {
  for (const text of [
    '',
    '{',
    '{"a',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '[1,',
    '["\\u00',
    '["\\u',
    '{"a\\u123',
    '{"a" ',
    '{"a":1,"b',
    '[[],',
    '[t',
    '[tr',
    '[tru',
    '[f',
    '[fals',
    '[n',
    '[nul',
    '[-',
    '[1.',
    '[-12.5',
    '[1e',
    '[1E+',
    '[1e-',
    '["a\\',
  ]) {
    expect(findJsonFault(text)).toMatchObject({ kind: 'truncated', offset: text.length });
  }
});

test('a fault is named by line and column', () => {
  expect(at('{"a": 1,}')).toBe('malformed 1:9');
  expect(at('{\n  "a": 1\n  "b": 2\n}')).toBe('malformed 3:3');
  expect(at("{'a': 1}")).toBe('malformed 1:2');
  expect(at('[1 2]')).toBe('malformed 1:4');
  expect(at('[01]')).toBe('malformed 1:3');
  expect(at('{"a": undefined}')).toBe('malformed 1:7');
  expect(at('["a\tb"]')).toBe('malformed 1:4');
  expect(at('[] []')).toBe('malformed 1:4');
  expect(at('[1,]')).toBe('malformed 1:4');
  expect(at('{]')).toBe('malformed 1:2');
  expect(at('[}')).toBe('malformed 1:2');
  expect(at('[1}')).toBe('malformed 1:3');
  expect(at('{"a":1]')).toBe('malformed 1:7');
  expect(at('{"a":1, 2}')).toBe('malformed 1:9');
  expect(at('{"a":}')).toBe('malformed 1:6');
  expect(at('{"a" 1}')).toBe('malformed 1:6');
  expect(at('{"a\tb":1}')).toBe('malformed 1:4');
  expect(at('tru')).toBe('malformed 1:1');
  expect(at('-')).toBe('malformed 1:1');
  expect(at('["\\xn"]')).toBe('malformed 1:3');
  expect(at('["\\x"]')).toBe('malformed 1:3');
  expect(at('["\\u12"]')).toBe('malformed 1:3');
  expect(at('["\\u123g"]')).toBe('malformed 1:3');
  expect(at('[1.x]')).toBe('malformed 1:3');
  expect(at('[truf')).toBe('malformed 1:2');
  expect(at('[xt')).toBe('malformed 1:2');
});

test('a million brackets are no harder than one', () => {
  expect(findJsonFault('['.repeat(1_000_000))).toMatchObject({ kind: 'truncated', offset: 1_000_000 });
});
