import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer, offer, told, withVideo } from '../testing/linted.ts';
import { answerLines, offerLines, sdpText } from '../testing/literalSdp.ts';

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
  ['sendrecv', 'inactive', 'the assistant does not hear you and you do not hear the assistant', 'sendrecv'],
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
  expect(lintSdp({ offer: withVideo(offer, 'a=inactive'), answer: withVideo(answer, 'a=inactive') })).toEqual(
    [],
  );
});

test('direction: what the session says counts for sections that say nothing', () => {
  const inSession = (text: string) =>
    text.replace('a=sendrecv\r\n', '').replace('t=0 0\r\n', 't=0 0\r\na=inactive\r\n');
  expect(told(lintSdp({ offer, answer: inSession(answer) })).map(([where, title]) => [where, title])).toEqual(
    [['error direction answer 5/1', 'The audio section (mid 0) is answered inactive']],
  );
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
  expect(lintSdp({ offer, answer: sdpText(answerLines, [/^a=sctp-port.*/, '$&\r\na=inactive']) })).toEqual(
    [],
  );
  const rejected = withVideo(answer, 'a=inactive').replace('m=video 9', 'm=video 0');
  expect(
    lintSdp({ offer: withVideo(offer), answer: rejected.replace('BUNDLE 0 1 2', 'BUNDLE 0 1') }).map(
      ({ rule }) => rule,
    ),
  ).toEqual(['rejected-media']);
  const text = sdpText(
    answerLines,
    [/^m=application 9 .*/, 'm=text 9 RTP/AVP 98'],
    [/^a=sctp.*/, 'a=recvonly'],
  );
  expect(told(lintSdp({ offer: undefined, answer: text })).map(([where]) => where)).toEqual([
    'error rtcp-mux answer 17/2',
    'warning direction answer 24/2',
  ]);
});
