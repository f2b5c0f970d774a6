import { expect, test } from 'vitest';
import { detailInputs } from './detailInput.ts';

/** The text without what echoes the caller. */
function without(text: string): string {
  return detailInputs(text).reduceRight(
    (left, { start, end }) => left.slice(0, start) + left.slice(end),
    text,
  );
}

test.each([
  ['{"detail":[{"type":"missing","input":1}]}', '{"detail":[{"type":"missing"}]}'],
  ['{"detail":[{"input":1,"type":"x"}]}', '{"detail":[{"type":"x"}]}'],
  ['{"detail":[{"input":1}]}', '{"detail":[{}]}'],
  ['{"detail":[{"input" : 1 }]}', '{"detail":[{ }]}'],
  ['{"detail":[{"type":"x" , "input":1 , "msg":"y"}]}', '{"detail":[{"type":"x"  , "msg":"y"}]}'],
  ['{"detail":[{"input":1},{"type":"x","input":2}]}', '{"detail":[{},{"type":"x"}]}'],
  ['{"detail":[{"loc":[1,2],"input":2}]}', '{"detail":[{"loc":[1,2]}]}'],
  ['{"detail":[{"ctx":{"input":1},"input":2}]}', '{"detail":[{"ctx":{"input":1}}]}'],
  ['{"detail":[{"detail": [{"input":1}]}]}', '{"detail":[{"detail": [{}]}]}'],
  ['{"detail" : [{"input":1}],"more":{"detail":[{"input":2}]}}', '{"detail" : [{}],"more":{"detail":[{}]}}'],
  ['{"detail":[{"input":"a,\\"}]","type":"x"}]}', '{"detail":[{"type":"x"}]}'],
  ['{"detail":[{"input":{"a":[1,{"b":"}"}]},"type":"x"}]}', '{"detail":[{"type":"x"}]}'],
  ['{"detail":[{"input":[[1],2],"type":"x"}]}', '{"detail":[{"type":"x"}]}'],
  ['{"detail":[{"input":null\n,"type":"x"}]}', '{"detail":[{"type":"x"}]}'],
])('of %s stays %s', (text, left) => {
  expect(without(text)).toBe(left);
});

test.each([
  ['{"detail":[{"type":"x","input":{"a":"b', '{"detail":[{"type":"x"'],
  ['{"detail":[{"type":"x","input":', '{"detail":[{"type":"x"'],
  ['{"detail":[{"type":"x","input":}]}', '{"detail":[{"type":"x"}]}'],
  ['{"detail":[{"type":"x","inp', '{"detail":[{"type":"x","inp'],
])('of %s, which ends early, stays %s', (text, left) => {
  expect(without(text)).toBe(left);
});

test.each([
  '{"detail":[[{"input":1}]]}',
  '{"detail":["input",{"a":"input"}]}',
  '{"detail":{"input":1}}',
  '{"detail":[1],"items":[{"input":1}]}',
  '{"input":"kept"}',
  '{"details":[{"input":1}]}',
  '{"detail":["detail",[{"input":1}]]}',
  'no JSON at all: input',
])('%s stays', (text) => {
  expect(detailInputs(text)).toEqual([]);
});
