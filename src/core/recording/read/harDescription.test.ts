import { expect, test } from 'vitest';
import { createForeignLog } from './foreignLog.ts';
import { tellHarAnswer, tellHarOffer } from './harDescription.ts';
import { harExchange } from './testing/harExchange.ts';

const many = `v=0\r\nm=audio\r\n${Array.from({ length: 1_001 }, (_, index) => `a=candidate:${index}\r\n`).join('')}`;

function kindsOf(tell: (out: ReturnType<typeof createForeignLog>) => void) {
  const out = createForeignLog(0);
  tell(out);
  return out.entries.map((entry) => (entry.kind === 'step' ? entry.state : entry.kind));
}

test.each([
  [undefined],
  [''],
  ['no JSON'],
  ['{"offer":{"type":"offer"}}'],
  ['{"offer":{"sdp":""}}'],
  ['{"sdp":"v=0"}'],
])('a call with the body %s has no offer that could be told', (body) => {
  expect(kindsOf((out) => tellHarOffer(out, harExchange({ body })))).toEqual(['running', 'done']);
});

test('of endless candidates a thousand are kept', () => {
  const body = JSON.stringify({ offer: { sdp: many } });
  expect(kindsOf((out) => tellHarOffer(out, harExchange({ body })))).toHaveLength(1_003);
  expect(kindsOf((out) => tellHarAnswer(out, many, 0))).toHaveLength(1_001);
});
