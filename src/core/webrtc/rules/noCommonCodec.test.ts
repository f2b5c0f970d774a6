import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer, offer, told, withVideo } from '../testing/linted.ts';
import { answerLines, offerLines, sdpText } from '../testing/literalSdp.ts';

/** The codecs of the audio section: payload types of the m= line, and `rtpmap` values. */
function codecs(lines: readonly string[], types: string, ...rtpmaps: readonly string[]): string {
  return sdpText(
    lines,
    [/SAVPF 111 0/, `SAVPF ${types}`],
    [/^a=rtpmap:111.*/, rtpmaps.map((value) => `a=rtpmap:${value}`).join('\r\n') || 'a=x'],
  );
}
function inCommon(offered: string, answered: string) {
  return told(lintSdp({ offer: offered, answer: answered }));
}
const silent = (offered: string, answered: string) =>
  `Offered: ${offered}. Answered: ${answered}. The browser takes such an answer without a word and connects, but nothing can be heard.`;
const forExample = 'The far end must answer with a codec of the offer, for example opus/48000/2.';

test('no-common-codec: both lists are told, by name', () => {
  const title = 'The audio section (mid 0) has no codec in common with the offer';
  expect(inCommon(offer, codecs(answerLines, '9 96', '96 lyra/16000'))).toEqual([
    [
      'error no-common-codec answer 6/1',
      title,
      silent('opus/48000/2, PCMU/8000', 'G722/8000, lyra/16000'),
      forExample,
    ],
  ]);
  expect(inCommon(offer, codecs(answerLines, '13', '111 x/1'))).toEqual([
    [
      'error no-common-codec answer 6/1',
      title,
      silent('opus/48000/2, PCMU/8000', 'none that is described'),
      forExample,
    ],
  ]);
});

test('no-common-codec: six names are told at most, each once', () => {
  const rtpmaps = (count: number) =>
    Array.from({ length: count }, (_, index) => `${96 + index} c${Math.max(1, index)}/8000`);
  const types = (count: number) =>
    rtpmaps(count)
      .map((value) => value.slice(0, value.indexOf(' ')))
      .join(' ');
  const causeOf = (count: number) =>
    lintSdp({ offer, answer: codecs(answerLines, types(count), ...rtpmaps(count)) })[0]?.cause;
  expect(causeOf(7)).toContain('Answered: c1/8000, c2/8000, c3/8000, c4/8000, c5/8000, c6/8000. The');
  expect(causeOf(8)).toContain('Answered: c1/8000, c2/8000, c3/8000, c4/8000, c5/8000, c6/8000, …. The');
});

test('no-common-codec: of a picture nothing can be seen', () => {
  const answered = withVideo(answer).replace('VP8', 'H264');
  expect(inCommon(withVideo(offer), answered)).toEqual([
    [
      'error no-common-codec answer 25/3',
      'The video section (mid 2) has no codec in common with the offer',
      'Offered: VP8/90000. Answered: H264/90000. The browser takes such an answer without a word and connects, but nothing can be seen.',
      'The far end must answer with a codec of the offer.',
    ],
  ]);
});

test.each([
  'CN/8000',
  'telephone-event/48000',
  'rtx/90000',
  'RED/48000/2',
  'ulpfec/90000',
  'flexfec-03/90000',
])('no-common-codec: %s carries no sound of its own, in the offer or in common', (name) => {
  const auxiliary = codecs(offerLines, '111', `111 ${name}`);
  expect(inCommon(auxiliary, answer)).toEqual([]);
  const also = codecs(offerLines, '111 112', '111 opus/48000/2', `112 ${name}`);
  const only = codecs(answerLines, '112', `112 ${name}`);
  expect(inCommon(also, only).map(([where]) => where)).toEqual(['error no-common-codec answer 6/1']);
});

test.each([
  ['opus/48000/2', 'OPUS/48000/2', true],
  ['opus/48000/2', 'opus/48000', false],
  ['opus/48000', 'opus/48000/1', true],
  ['L16/44100/11', 'L16/44100/1', false],
  ['x-red/8000', 'x-red/8000', true],
  ['x-red/8000', 'red/8000', false],
])('no-common-codec: %s and %s are the same codec: %s', (one, other, same) => {
  const findings = inCommon(codecs(offerLines, '96', `96 ${one}`), codecs(answerLines, '97', `97 ${other}`));
  expect(findings.length === 0).toBe(same);
});

test('no-common-codec: the first name of a payload type counts, a type without a name does not', () => {
  const twice = codecs(answerLines, '111', '111 lyra/16000', '111 opus/48000/2');
  expect(inCommon(offer, twice)[0]?.[2]).toBe(silent('opus/48000/2, PCMU/8000', 'lyra/16000'));
  const nameless = codecs(answerLines, '111 112', '111', '110 opus/48000/2');
  expect(inCommon(offer, nameless)[0]?.[2]).toBe(silent('opus/48000/2, PCMU/8000', 'none that is described'));
  expect(inCommon(codecs(offerLines, 'constructor', '111 x/1'), answer)).toEqual([]);
});

test('no-common-codec: rejected sections, and sections of another kind, are not compared', () => {
  const rejected = withVideo(answer).replace('VP8', 'H264').replace('m=video 9', 'm=video 0');
  const video = withVideo(offer);
  const rules = (one: string, other: string) => inCommon(one, other).map(([where]) => where);
  expect(rules(video, rejected.replace(' 2\r\n', '\r\n'))).toEqual(['info rejected-media answer 25/3']);
  expect(rules(video.replace('m=video 9', 'm=video 0'), withVideo(answer).replace('VP8', 'H264'))).toEqual(
    [],
  );
  expect(rules(video, withVideo(answer).replace('VP8', 'H264').replace('m=video', 'm=text'))).toEqual([
    'error mline-order answer 25/3',
  ]);
});
