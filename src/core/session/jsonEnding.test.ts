import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonEnding } from './jsonEnding.ts';

test.each([
  '{',
  '{"a',
  '{"a"',
  '{"a":',
  '{"a":1',
  '{"a":1,',
  '[1,',
  '["\\',
  '["\\u00',
  '"x',
  '[tru',
  '[-',
  '[1.',
  '[1e+',
  '[1, -0.5e3',
  '{"a":"\\u00e9\\n',
  '{ "a" : [ true , null , { } , [ ] ',
  'tru',
  '-',
])('%s ends early', (text) => {
  expect(jsonEnding(text)).toBe('truncated');
});

test.each([
  '<',
  'hello',
  '{a',
  '{"a" 1',
  '{,',
  '[1 2',
  '{"a":1}}',
  '{}x',
  '[1]]',
  '}',
  '["\\x"',
  '{"a":1]',
  '{"a":}',
  '[,1',
  '[[1,]',
  '{"a":{"b":1,}',
  '{1',
  '{"a":1,2',
  '{"a":1,[',
  '["a\u0001,',
  '["\\u00g',
  '1,2',
  '1 x',
  '1 2',
  '{} {',
  'tru ',
  '"a","b',
  '"a"x',
  '[1.,',
  '[[-]',
  '[01',
  '[1.x',
  '{"a":1.} ',
])('%s is malformed', (text) => {
  expect(jsonEnding(text)).toBe('malformed');
});

test('every beginning of a JSON object or array is complete or truncated', () => {
  const json = fc.oneof(
    fc.array(fc.jsonValue(), { minLength: 1 }),
    fc.dictionary(fc.string(), fc.jsonValue()),
  );
  fc.assert(
    fc.property(json, fc.nat(), fc.constantFrom(undefined, 2), (value, cut, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      expect(jsonEnding(text)).toBe('complete');
      expect(jsonEnding(text.slice(0, 1 + (cut % (text.length - 1))))).toBe('truncated');
    }),
  );
});

test('any text gets an answer', () => {
  const char = fc.constantFrom(...'{}[],:"\\ 1.-etrufalsn'.split(''));
  fc.assert(
    fc.property(fc.string({ unit: char }), (text) => {
      expect(['complete', 'truncated', 'malformed']).toContain(jsonEnding(text));
    }),
  );
});
