import { expect, test } from 'vitest';
import { lintSdp } from './lintSdp.ts';
import { answerLines, offerLines, sdpText } from './testing/literalSdp.ts';
import { told } from './testing/told.ts';

const offer = sdpText(offerLines);
const answer = sdpText(answerLines);

/** `m=video` and its attributes, behind the two sections of the literal descriptions. */
function withVideo(text: string, ...attributes: readonly string[]): string {
  const lines = ['m=video 9 UDP/TLS/RTP/SAVPF 96', 'a=mid:2', 'a=rtcp-mux', 'a=rtpmap:96 VP8/90000'];
  return text.replace('BUNDLE 0 1', 'BUNDLE 0 1 2') + sdpText([...lines, ...attributes]);
}

const holdTrack = (direction: string) =>
  `The far end must answer ${direction}, and hold a track where it sends.`;
const but = (what: string) => `The browser takes this without a word and connects, but ${what}.`;
const within = 'The far end must answer within what was offered.';

/** What is said of an audio section that is offered and answered in these directions. */
function negotiated(offered: string, answered: string) {
  const findings = lintSdp({
    offer: offer.replace('a=sendrecv', `a=${offered}`),
    answer: answer.replace('a=sendrecv', `a=${answered}`),
  });
  return told(findings.filter(({ side }) => side === 'answer'));
}

test.each([
  ['sendrecv', 'sendonly', 'the assistant does not hear you', 'sendrecv'],
  ['sendrecv', 'recvonly', 'you do not hear the assistant', 'sendrecv'],
  [
    'sendrecv',
    'inactive',
    'the assistant does not hear you and you do not hear the assistant',
    'sendrecv',
  ],
  ['sendonly', 'inactive', 'the assistant does not hear you', 'recvonly'],
  ['recvonly', 'inactive', 'you do not hear the assistant', 'sendonly'],
])('direction: offered %s, answered %s: %s', (offered, answered, lost, should) => {
  expect(negotiated(offered, answered)).toEqual([
    [
      'error direction answer 14/1',
      `The audio section (mid 0) is answered ${answered}`,
      but(lost),
      holdTrack(should),
    ],
  ]);
});

test.each([
  ['sendonly', 'sendrecv', 'recvonly, or inactive'],
  ['sendonly', 'sendonly', 'recvonly, or inactive'],
  ['recvonly', 'sendrecv', 'sendonly, or inactive'],
  ['recvonly', 'recvonly', 'sendonly, or inactive'],
  ['inactive', 'sendrecv', 'inactive'],
  ['inactive', 'sendonly', 'inactive'],
  ['inactive', 'recvonly', 'inactive'],
])('direction: to %s nobody can answer %s', (offered, answered, allowed) => {
  expect(negotiated(offered, answered)).toEqual([
    [
      'error direction answer 14/1',
      `The audio section (mid 0) is answered ${answered}, but was offered ${offered}`,
      `To ${offered} an answer can only say ${allowed}.`,
      within,
    ],
  ]);
});

test.each([
  ['sendrecv', 'sendrecv'],
  ['sendonly', 'recvonly'],
  ['recvonly', 'sendonly'],
  ['inactive', 'inactive'],
])('direction: offered %s, answered %s is as it should be', (offered, answered) => {
  expect(negotiated(offered, answered)).toEqual([]);
});

test('direction: an answer alone is judged as if both ways had been offered', () => {
  const lines = [/^a=sendrecv/, 'a=sendonly'] as const;
  expect(told(lintSdp({ offer: undefined, answer: sdpText(answerLines, lines) }))).toEqual([
    [
      'error direction answer 14/1',
      'The audio section (mid 0) is answered sendonly',
      but('the assistant does not hear you'),
      holdTrack('sendrecv'),
    ],
  ]);
  const more = withVideo(answer, 'a=recvonly');
  expect(told(lintSdp({ offer, answer: more }))).toContainEqual([
    'warning direction answer 29/3',
    'The video section (mid 2) is answered recvonly',
    but('no picture comes'),
    holdTrack('sendrecv'),
  ]);
});

test('direction: of a picture it is a warning, in words of its own', () => {
  const both = (answered: string) =>
    told(lintSdp({ offer: withVideo(offer), answer: withVideo(answer, `a=${answered}`) }));
  expect(both('sendonly')).toEqual([
    [
      'warning direction answer 29/3',
      'The video section (mid 2) is answered sendonly',
      but('your picture is not taken'),
      holdTrack('sendrecv'),
    ],
  ]);
  expect(both('inactive')[0]?.[2]).toBe(but('your picture is not taken and no picture comes'));
  expect(lintSdp({ offer: withVideo(offer, 'a=inactive'), answer: withVideo(answer, 'a=inactive') })).toEqual([]);
});

test('direction: what the session says counts for sections that say nothing', () => {
  const inSession = (text: string) =>
    text.replace('a=sendrecv\r\n', '').replace('t=0 0\r\n', 't=0 0\r\na=inactive\r\n');
  expect(told(lintSdp({ offer, answer: inSession(answer) })).map(([where, title]) => [where, title])).toEqual([
    ['error direction answer 5/1', 'The audio section (mid 0) is answered inactive'],
  ]);
  expect(lintSdp({ offer, answer: answer.replace('t=0 0\r\n', 't=0 0\r\na=inactive\r\n') })).toEqual([]);
});

test('direction: where nothing says so, the m= line is shown', () => {
  const findings = lintSdp({
    offer: offer.replace('a=sendrecv', 'a=sendonly'),
    answer: answer.replace('a=sendrecv\r\n', ''),
  });
  expect(told(findings)[1]?.slice(0, 2)).toEqual([
    'error direction answer 6/1',
    'The audio section (mid 0) is answered sendrecv, but was offered sendonly',
  ]);
});

test.each([
  ['inactive', 'error', 'No sound is offered in either direction.'],
  ['recvonly', 'warning', 'This browser will not send its microphone: the assistant hears nothing.'],
  ['sendonly', 'warning', 'This browser does not want to hear the assistant.'],
])('direction: audio offered %s', (direction, severity, cause) => {
  expect(told(lintSdp({ offer: sdpText(offerLines, [/^a=sendrecv/, `a=${direction}`]) }))).toEqual([
    [
      `${severity} direction offer 14/1`,
      `The audio section (mid 0) is offered ${direction}`,
      cause,
      'Offer the audio transceiver with direction sendrecv.',
    ],
  ]);
});

test('direction: a picture may be offered in any, and rejected sections and channels have none', () => {
  expect(lintSdp({ offer: withVideo(offer, 'a=sendonly') })).toEqual([]);
  expect(lintSdp({ offer, answer: sdpText(answerLines, [/^a=sctp-port.*/, '$&\r\na=inactive']) })).toEqual([]);
  const rejected = withVideo(answer, 'a=inactive').replace('m=video 9', 'm=video 0');
  expect(
    lintSdp({ offer: withVideo(offer), answer: rejected.replace('BUNDLE 0 1 2', 'BUNDLE 0 1') }).map(
      ({ rule }) => rule,
    ),
  ).toEqual(['rejected-media']);
  const text = sdpText(answerLines, [/^m=application 9 .*/, 'm=text 9 RTP/AVP 98'], [/^a=sctp.*/, 'a=recvonly']);
  expect(told(lintSdp({ offer: undefined, answer: text })).map(([where]) => where)).toEqual([
    'error rtcp-mux answer 17/2',
    'warning direction answer 24/2',
  ]);
});

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
  const types = (count: number) => rtpmaps(count).map((value) => value.slice(0, value.indexOf(' '))).join(' ');
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

test.each(['CN/8000', 'telephone-event/48000', 'rtx/90000', 'RED/48000/2', 'ulpfec/90000', 'flexfec-03/90000'])(
  'no-common-codec: %s carries no sound of its own, in the offer or in common',
  (name) => {
    const auxiliary = codecs(offerLines, '111', `111 ${name}`);
    expect(inCommon(auxiliary, answer)).toEqual([]);
    const also = codecs(offerLines, '111 112', '111 opus/48000/2', `112 ${name}`);
    const only = codecs(answerLines, '112', `112 ${name}`);
    expect(inCommon(also, only).map(([where]) => where)).toEqual(['error no-common-codec answer 6/1']);
  },
);

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
  expect(rules(video.replace('m=video 9', 'm=video 0'), withVideo(answer).replace('VP8', 'H264'))).toEqual([]);
  expect(rules(video, withVideo(answer).replace('VP8', 'H264').replace('m=video', 'm=text'))).toEqual([
    'error mline-order answer 25/3',
  ]);
});
