import { expect, test } from 'vitest';
import { answered, offered } from '../testing/linted.ts';

test('rtcp-mux: an answer without it is refused, an offer without it is unusual', () => {
  const rest = [
    'Browsers send RTP and RTCP over one port and refuse an answer that does not agree.',
    'The far end must write a=rtcp-mux in each audio and video section.',
  ];
  const absent = [/^a=rtcp-mux/, undefined] as const;
  expect(answered(absent)).toEqual([
    ['error rtcp-mux answer 6/1', 'The audio section (mid 0) of the answer has no a=rtcp-mux', ...rest],
  ]);
  expect(offered(absent)).toEqual([
    ['warning rtcp-mux offer 6/1', 'The audio section (mid 0) of the offer has no a=rtcp-mux', ...rest],
  ]);
  expect(
    answered(absent, [/BUNDLE 0 1/, 'BUNDLE 1'], [/^m=audio 9/, 'm=audio 0']).map(([where]) => where),
  ).not.toContain('error rtcp-mux answer 6/1');
});
