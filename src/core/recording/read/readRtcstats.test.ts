import { expect, test } from 'vitest';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { seriesFromJSON } from '../../session/series.ts';
import { summarise } from '../../session/summarise.ts';
import { openText } from './openText.ts';

const sdp =
  'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=candidate:1 1 udp 1 192.0.2.7 50009 typ host\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\n';

const began = 1_795_383_000_000;

function written(...events: readonly unknown[][]): string {
  const lines = [{ fileFormat: 3, userAgent: 'Chrome/156.0', url: 'https://app.example/' }, ...events];
  return `RTCStatsDump\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

function opened(text: string) {
  const reading = openText(text, { id: 'r1' });
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}

const failing = [
  [39, 'PC_0', { iceServers: [{ urls: 'stun:stun.example' }] }, began],
  [35, 'PC_0', ['orga-realtime-client-events'], 10],
  [3, 'PC_0', { type: 'offer', sdp }, '2-0', 10],
  [6, 'PC_0', { type: 'offer', sdp: 'v=\r\nm=\r\nm=\r\n' }, '6-0', 0],
  [8, 'PC_0', { type: 'answer', sdp }, '8-0', 100],
  [
    'g',
    'PC_0',
    {
      0: { type: 6, 118: 'in-progress', 148: '1', 149: '2', 156: 4, 157: 0 },
      1: { type: 7, 136: 'host', 116: 'udp', 135: 5 },
      2: { type: 8, 136: 'host', 116: 'udp', 134: '192.0.2.7', 135: 50009 },
      t: began,
    },
    100,
  ],
  [24, 'PC_0', 'checking', 0],
  ['g', 'PC_0', { 0: { 156: 9 } }, 1_000],
  ['g', 'PC_0', { 0: null }, 1_000],
  [24, 'PC_0', 'failed', 12_000],
  [25, 'PC_0', 'failed', 0],
];

test('a compressed dump is read: methods, descriptions, statistics', () => {
  const { recording } = opened(written(...failing));
  expect(summarise(recording.log)).toMatchObject({ outcome: 'failed', failedStep: 'connection' });
  expect(diagnose(recording.log)[0]).toMatchObject({ code: 'ice.unreachable', certainty: 'proved' });
  expect(recording).toMatchObject({ source: 'rtcstats', product: 'Chrome 156', startedAt: began });
  const local = recording.log.find((entry) => entry.kind === 'description');
  expect(local?.kind === 'description' ? local.sdp : '').toBe(sdp);
  expect(seriesFromJSON(recording.series)?.column('requestsSent')).toEqual({
    at: [220, 1220, 2220],
    values: [4, 9, undefined],
  });
});

test('pairs that are gone at the failure are those that were there before it', () => {
  const { log } = opened(written(...failing)).recording;
  expect(log.find((entry) => entry.kind === 'statistics')).toMatchObject({
    moment: 'failed',
    pairs: [
      {
        local: 'host udp (address hidden):5',
        remote: 'host udp 192.0.2.7:50009',
        requestsSent: 9,
        responsesReceived: 0,
      },
    ],
  });
});

test('names that are not compressed are read as well', () => {
  const { log } = opened(
    written(
      ['create', null, { userAgentData: { brands: [{ brand: 'Google Chrome', version: '156' }] } }, began],
      ['navigator.mediaDevices.getUserMedia', null, { audio: true, video: true }, '60-0', 1],
      [
        'navigator.mediaDevices.getUserMediaOnFailure',
        null,
        'NotReadableError: Could not start audio source',
        '60-0',
        1,
      ],
      ['create', 'PC_0', {}, 1],
      ['createOfferOnFailure', 'PC_0', 'InvalidStateError: closed', '2-0', 5],
    ),
  ).recording;
  expect(log.filter((entry) => entry.kind === 'media').map(({ device }) => device)).toEqual([
    'microphone',
    'camera',
  ]);
  expect(summarise(log)).toMatchObject({ outcome: 'failed', failedStep: 'offer' });
});

test('a cut-off last line is left out and named', () => {
  const whole = written(...failing);
  const { notes } = opened(whole.slice(0, -8));
  expect(notes).toContain('1 of its lines could not be read, the first is line 13.');
});

test('an old format says so', () => {
  const reading = openText('RTCStatsDump\n[]\n', { id: 'x' });
  expect(reading.ok ? '' : reading.problem).toMatch(/second line is no JSON object/);
});
