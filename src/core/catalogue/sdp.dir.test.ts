import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import { chromium, description, goodOffer, state } from '../diagnosis/testing/literalConnection.ts';
import { type Literal, runOf } from '../diagnosis/testing/literalLog.ts';
import { answerLines, offerLines, sdpText } from '../webrtc/testing/literalSdp.ts';

const codes = (diagnoses: ReturnType<typeof diagnose>) => diagnoses.map(({ code }) => code);

/** e2 the offer, e3 the answer, then connected. */
function connected(answer: string, offer = goodOffer, ...entries: readonly Literal[]) {
  return runOf(
    chromium,
    description('local', offer),
    description('remote', answer),
    ...entries,
    state('connection', 'connected'),
    { kind: 'run', state: 'connected' },
  );
}
const direction = (word: string) => sdpText(answerLines, [/^a=sendrecv/, `a=${word}`]);

test('sdp.dir of an answer that switches sound off', () => {
  expect(inWords(diagnose(connected(direction('inactive'))))).toEqual({
    is: 'sdp.dir/inactive',
    certainty: 'proved',
    actor: 'far-end',
    cause:
      'The answer’s audio section is inactive: no sound flows either way. The browser took the answer without a word.',
    remedy:
      'Report the answer with the correlation id of the call; a far end without anything to send answers so, or with a muted track.',
    causedBy: 'call e3',
    evidence: ['e3 line 14: “a=inactive”', 'e5 the last that is known of the run'],
    ruledOut: [
      'sdp.codec/none-common: both sides have a codec in common',
      'media.noframes/received: the answer itself says that it does not send both ways',
    ],
    beside: [],
  });
});

test.each([
  ['recvonly', 'The far end says recvonly: it listens and will never send a sound.'],
  ['sendonly', 'The far end says sendonly: it speaks and will never hear the user.'],
])('sdp.dir of an answer that says %s', (word, says) => {
  const [first, ...others] = diagnose(connected(direction(word)));
  expect([first?.code, first?.variant, others]).toEqual(['sdp.dir', 'one-way', []]);
  expect(first?.cause).toBe(`${says} The browser took the answer without a word.`);
  expect(first?.evidence.map(({ says: proof }) => proof)).toEqual([
    `line 14: “a=${word}”`,
    'the last that is known of the run',
  ]);
});

test('a direction that the offer wants is no fault, nor is that of a video section', () => {
  const wanted = sdpText(offerLines, [/^a=sendrecv/, 'a=recvonly']);
  expect(codes(diagnose(connected(direction('sendonly'), wanted)))).toEqual([]);
  const video = (lines: readonly string[]) => [
    ...lines,
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'c=IN IP4 0.0.0.0',
    'a=mid:2',
    'a=rtpmap:96 VP8/90000',
    'a=rtcp-mux',
  ];
  const offer = sdpText([...video(offerLines), 'a=sendrecv']);
  const answer = sdpText([...video(answerLines), 'a=inactive']);
  expect(codes(diagnose(connected(answer, offer)))).not.toContain('sdp.dir');
});
