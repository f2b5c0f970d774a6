import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer, offer, told } from '../testing/linted.ts';
import { answerLines, sdpText } from '../testing/literalSdp.ts';

function toldOf(text: string) {
  return told(lintSdp({ offer, answer: text }));
}
const append = 'Pass the text on unchanged, or put "\\r\\n" at the end of each line.';
const feed = 'Every line of SDP ends with CR LF. Browsers take LF too, other parsers do not.';

test('line ends other than CR LF are told at the first of them', () => {
  expect(toldOf(answer.replaceAll('\r\n', '\n'))).toEqual([
    ['warning lf-only answer 1', 'The lines of the answer end with LF alone', feed, append],
  ]);
  expect(toldOf(sdpText(answerLines, [/^a=mid/, 'a=rtcp-rsize\n$&']))).toEqual([
    ['warning lf-only answer 13/1', 'Some lines of the answer end with LF alone', feed, append],
  ]);
  expect(toldOf(sdpText(answerLines, [/^a=mid:0/, 'a=rtcp-rsize\r$&']))).toEqual([
    [
      'error lf-only answer 13/1',
      'A line of the answer ends with CR alone',
      'Every line of SDP ends with CR LF. For a browser a CR alone ends no line.',
      append,
    ],
  ]);
  expect(toldOf(answer.replaceAll('\r\n', '\n').trimEnd()).map(([, title]) => title)).toEqual([
    'The lines of the answer end with LF alone',
    'The last line of the answer does not end',
  ]);
});
