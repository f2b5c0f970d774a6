import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer, offer, told } from '../testing/linted.ts';
import { answerLines, sdpText } from '../testing/literalSdp.ts';

const rejects = 'What the far end does not want it rejects with port 0; it never leaves it out.';

test('mline-count: both numbers and the kinds of the offer are told', () => {
  const short = sdpText(answerLines.slice(0, 16), [/BUNDLE 0 1/, 'BUNDLE 0']);
  expect(told(lintSdp({ offer, answer: short }))).toEqual([
    [
      'error mline-count answer 0',
      'The answer has 1 media sections, the offer 2',
      'An answer has one m= line for each of the offer’s, in the same order (audio, application). Browsers refuse it otherwise.',
      rejects,
    ],
  ]);
  const [long] = told(lintSdp({ offer, answer: `${answer}m=video 0 UDP/TLS/RTP/SAVPF 0\r\na=mid:2\r\n` }));
  expect(long?.slice(0, 2)).toEqual([
    'error mline-count answer 25/3',
    'The answer has 3 media sections, the offer 2',
  ]);
});

test('mline-count: of many kinds the first eight are told', () => {
  const withMore = (count: number) =>
    offer +
    Array.from(
      { length: count },
      (_, index) => `m=video 0 UDP/TLS/RTP/SAVPF 0\r\na=mid:${index + 2}\r\n`,
    ).join('');
  const causeOf = (count: number) => lintSdp({ offer: withMore(count), answer })[0]?.cause;
  expect(causeOf(6)).toContain('(audio, application, video, video, video, video, video, video).');
  expect(causeOf(7)).toContain('(audio, application, video, video, video, video, video, video, …).');
});
