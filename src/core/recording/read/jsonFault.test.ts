import { expect, test } from 'vitest';
import { findJsonFault } from './jsonFault.ts';

const at = (text: string) => {
  const fault = findJsonFault(text);
  return fault === undefined ? 'none' : `${fault.kind} ${fault.line}:${fault.column}`;
};

test('JSON has no fault', () => {
  for (const text of ['{}', ' [1, -2.5e3, "a\\u00e9\\n", null, true, {"a": [[]]}] \n', '"x"', '0'])
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
    '[tr',
    '[-',
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
});

test('a million brackets are no harder than one', () => {
  expect(findJsonFault('['.repeat(1_000_000))).toMatchObject({ kind: 'truncated', offset: 1_000_000 });
});
