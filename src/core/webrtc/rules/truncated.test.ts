import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer, told } from '../testing/linted.ts';
import { answerLines, sdpText } from '../testing/literalSdp.ts';

/** The answer as far as this line (from 1), ended or not. */
function upTo(line: number, end: '' | '\r' | '\r\n', ...changes: Parameters<typeof sdpText>[1][]) {
  const text = sdpText(answerLines.slice(0, line), ...changes).trimEnd() + end;
  return lintSdp({ offer: undefined, answer: text }).flatMap(({ rule, cause }) =>
    rule === 'truncated' ? [cause] : [],
  );
}

test('a text that stops inside a line is cut off, and judged no further', () => {
  expect(told(lintSdp({ offer: undefined, answer: answer.slice(0, answer.indexOf('endrecv')) }))).toEqual([
    [
      'error truncated answer 14/1',
      'The answer is cut off',
      'The text stops inside line 14.',
      'Look for what limits the length on its way: a database column, a log, a proxy, a body that was read before its end.',
    ],
  ]);
});

test('a BUNDLE group tells of sections that do not come any more', () => {
  expect(upTo(5, '\r\n')).toEqual([
    'a=group:BUNDLE names 2 media sections, the text stops before the first.',
  ]);
  const inFirst = ['a=group:BUNDLE names 2 media sections, the text stops in section 1.'];
  // without a mid, without the rtpmap, after a line without its end
  expect(upTo(12, '\r\n')).toEqual(inFirst);
  expect(upTo(15, '\r\n')).toEqual(inFirst);
  expect(upTo(16, '')).toEqual(inFirst);
  expect(upTo(16, '\r')).toEqual(inFirst);
  // A whole section and its end: the far end has left one out.
  expect(upTo(16, '\r\n')).toEqual([]);
  expect(upTo(12, '\r\n', [/BUNDLE 0 1/, 'BUNDLE 0'])).toEqual([]);
  expect(upTo(16, '', [/BUNDLE 0 1/, 'BUNDLE 0'])).toEqual([]);
  expect(upTo(12, '\r\n', [/^a=group.*/, 'a=group:BUNDLE 0 1\r\na=group:BUNDLE 2'])).toEqual(inFirst);
});

test('a last section without what its m= line announces stops there, unless it is rejected or ends', () => {
  const lacks = (kind: string) => [`The last ${kind} section lacks what its m= line announces.`];
  expect(upTo(23, '')).toEqual(lacks('application'));
  expect(upTo(23, '\r')).toEqual(lacks('application'));
  expect(upTo(23, '\r\n')).toEqual([]);
  expect(upTo(24, '')).toEqual([]);
  expect(upTo(23, '', [/^m=application 9/, 'm=application 0'])).toEqual([]);
  expect(upTo(24, '', [/^a=sctp-port.*/, 'a=sctpmap:5000 webrtc-datachannel 1024'])).toEqual([]);
  expect(upTo(15, '', [/^a=group/, undefined])).toEqual(lacks('audio'));
});

test.each(
  [
    [96, 99, 100, 109, 110, 119, 120, 127].map((type) => [type, true] as const),
    [0, 9, 35, 95, 128, 196, 960].map((type) => [type, false] as const),
  ].flat(),
)('payload type %d announces an rtpmap: %s', (type, announces) => {
  const causes = upTo(15, '', [/^a=group/, undefined], [/^(m=audio .*) 111 0$/, `$1 0 ${type}`]);
  expect(causes.length === 1).toBe(announces);
});

test('an offer can be cut off too, then its answer is judged without it', () => {
  const cut = answer.slice(0, answer.indexOf('endrecv'));
  expect(lintSdp({ offer: cut, answer }).map(({ rule, side }) => `${rule} ${side}`)).toEqual([
    'truncated offer',
  ]);
});

test('a text that ends before its first line is not cut off', () => {
  expect(lintSdp({ offer: undefined, answer: 'v=0\r\n' }).map(({ rule, title }) => [rule, title])).toEqual([
    ['line', 'The answer lacks o=, s=, t='],
  ]);
});
