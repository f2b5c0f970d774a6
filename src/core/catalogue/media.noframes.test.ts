import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import {
  chromium,
  description,
  goodAnswer,
  goodOffer,
  state,
  statistics,
} from '../diagnosis/testing/literalConnection.ts';
import { type Literal, type LiteralRun, runOf } from '../diagnosis/testing/literalLog.ts';
import type { LogEntryOf } from '../session/log.ts';
import { answerLines, sdpText } from '../webrtc/testing/literalSdp.ts';

function media(event: LogEntryOf<'media'>['event'], rest: Partial<LogEntryOf<'media'>> = {}): Literal {
  return { kind: 'media', device: 'microphone', event, ...rest };
}
/** e2 the offer, e3 the answer, e4 connected at 500 ms, e5 the run connected, then what is given. */
function connected(entries: readonly Literal[], run: LiteralRun = chromium, answer = goodAnswer) {
  return diagnose(
    runOf(
      run,
      description('local', goodOffer),
      description('remote', answer),
      state('connection', 'connected', 500),
      { kind: 'run', state: 'connected', at: 600 },
      ...entries,
    ),
  );
}
const is = ([first]: ReturnType<typeof diagnose>) => first && `${first.code}/${first.variant}`;

const track = (
  event: LogEntryOf<'track'>['event'],
  at: number,
  kind: 'audio' | 'video' = 'audio',
): Literal => ({
  kind: 'track',
  event,
  media: kind,
  at,
});
const rtp = (
  packets: number | undefined,
  kind: 'audio' | 'video' = 'audio',
  direction: 'inbound' | 'outbound' = 'inbound',
) => ({ direction, media: kind, ...(packets !== undefined && { packets }) }) as const;
const counted = (at: number, ...streams: readonly ReturnType<typeof rtp>[]) =>
  statistics('sample', { rtp: streams, at });

test('media.noframes by the counters, with the track that never came alive', () => {
  expect(inWords(connected([track('mute', 550), counted(3_000, rtp(0))]))).toEqual({
    is: 'media.noframes/received',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      'No audio packet within 2.5 s, though the session is connected and the answer says that the far end sends.',
    remedy:
      'Ask for the modality “audio”, say something to the far end, and wait for its answer. If it never sends a packet, report the conversation id and the time.',
    causedBy: 'connection e7',
    evidence: ['e7 no audio packet within 2.5 s', 'e6 the far end’s audio track: mute'],
    ruledOut: [
      'sdp.codec/none-common: both sides have a codec in common',
      'sdp.dir/one-way: the answer says that the far end sends',
      'play.blocked/autoplay: there is nothing that could be played',
    ],
    beside: [],
  });
});

test('media.noframes by the track alone, where nothing is counted', () => {
  expect(inWords(connected([track('added', 600), state('ice', 'completed', 3_100)]))).toEqual({
    is: 'media.noframes/received',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      'The far end’s audio track stayed mute for 2.5 s, though the session is connected and the answer says that the far end sends.',
    remedy:
      'Ask for the modality “audio”, say something to the far end, and wait for its answer. If it never sends a packet, report the conversation id and the time.',
    causedBy: 'connection e6',
    evidence: ['e6 the far end’s audio track stayed mute for 2.5 s'],
    ruledOut: [
      'sdp.codec/none-common: both sides have a codec in common',
      'sdp.dir/one-way: the answer says that the far end sends',
      'play.blocked/autoplay: there is nothing that could be played',
    ],
    beside: [],
  });
});

test.each([
  ['the track came 2.5 s before', [track('added', 600), state('ice', 'completed', 3_100)], true],
  ['the track came later than that', [track('added', 601), state('ice', 'completed', 3_100)], false],
  [
    'the connection stands for less than 2.5 s',
    [track('added', 400), state('ice', 'completed', 2_999)],
    false,
  ],
  ['the connection stands for 2.5 s', [track('added', 400), state('ice', 'completed', 3_000)], true],
  ['DTLS came up later', [track('added', 600), state('dtls', 'connected', 3_100)], true],
  ['there is no track', [state('ice', 'completed', 9_000)], false],
  ['only a video track is mute', [track('mute', 600, 'video'), state('ice', 'completed', 9_000)], false],
  ['the track came alive', [track('unmute', 600), state('ice', 'completed', 9_000)], false],
  ['the track ended', [track('ended', 600), state('ice', 'completed', 9_000)], false],
  ['it was counted after 2.5 s', [counted(3_000, rtp(0))], true],
  ['it was counted sooner than that', [counted(2_999, rtp(0))], false],
  ['a packet came', [counted(3_000, rtp(1))], false],
  ['packets are not counted', [counted(3_000, rtp(undefined))], false],
  ['one of two streams has packets', [counted(3_000, rtp(0), rtp(7))], false],
  ['only video comes in', [counted(3_000, rtp(9, 'video'))], true],
  ['sound only goes out', [counted(3_000, rtp(9, 'audio', 'outbound'))], true],
  ['later statistics count no streams', [counted(3_000, rtp(0)), statistics('sample', { at: 4_000 })], true],
  ['sound is heard', [counted(3_000, rtp(0)), media('audible', { device: 'playback' })], false],
  [
    'it was heard, and is silent now',
    [
      counted(3_000, rtp(0)),
      media('audible', { device: 'playback' }),
      media('silent', { device: 'playback' }),
    ],
    true,
  ],
  ['only the microphone is heard', [counted(3_000, rtp(0)), media('audible')], true],
] as const)('no sound comes in where %s: %#', (_, entries, expected) => {
  expect(is(connected(entries))).toBe(expected ? 'media.noframes/received' : undefined);
});

test('an answer that promises no sound is not one that breaks its word', () => {
  const refusing = sdpText(answerLines, [/^m=audio 9/, 'm=audio 0']);
  expect(is(connected([counted(3_000, rtp(0))], chromium, refusing))).toBeUndefined();
});
