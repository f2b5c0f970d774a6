import { expect, test } from 'vitest';
import {
  channel,
  description,
  iceFailedInChromium,
  state,
} from '../../diagnosis/testing/literalConnection.ts';
import type { Literal } from '../../diagnosis/testing/literalLog.ts';
import { recorded } from './testing/literalRecording.ts';
import { toInternals } from './toInternals.ts';

function traced(...entries: readonly Literal[]) {
  const connection = toInternals(recorded(...entries)).PeerConnections['1-1'];
  return connection?.updateLog.map(({ type, value }) => [type, value]);
}

const candidateText = 'candidate:1 1 udp 1 192.0.2.7 50000 typ host';

test.each<readonly [string, Literal, readonly (readonly [string, string])[]]>([
  [
    'an own answer',
    description('local', 'v=0', 'answer'),
    [
      ['createAnswerOnSuccess', '{"type":"answer","sdp":"v=0"}'],
      ['setLocalDescription', '{"type":"answer","sdp":"v=0"}'],
    ],
  ],
  ['signalling', state('signaling', 'stable'), [['signalingstatechange', '"stable"']]],
  ['gathering', state('gathering', 'complete'), [['icegatheringstatechange', '"complete"']]],
  ['the connection', state('connection', 'failed'), [['connectionstatechange', '"failed"']]],
  [
    'a candidate of a relay',
    {
      kind: 'candidate',
      side: 'local',
      candidate: candidateText,
      mid: '12',
      url: 'turn:a',
      relayProtocol: 'tls',
    },
    [
      [
        'icecandidate',
        `{"candidate":"${candidateText}","sdpMid":"12","sdpMLineIndex":12,"url":"turn:a","relayProtocol":"tls"}`,
      ],
    ],
  ],
  [
    'a candidate of the far end with a name',
    { kind: 'candidate', side: 'remote', candidate: candidateText, mid: 'a1' },
    [['addIceCandidate', `{"candidate":"${candidateText}","sdpMid":"a1","sdpMLineIndex":0}`]],
  ],
  [
    'a candidate of a section too far',
    { kind: 'candidate', side: 'remote', candidate: '', mid: '12345' },
    [['addIceCandidate', '{"candidate":"","sdpMid":"12345","sdpMLineIndex":0}']],
  ],
  [
    'a candidate of no section',
    { kind: 'candidate', side: 'local', candidate: '' },
    [['icecandidate', '{"candidate":"","sdpMLineIndex":0}']],
  ],
  [
    'an error while gathering',
    {
      kind: 'candidate-error',
      url: 'stun:a',
      errorCode: 701,
      errorText: 'no',
      address: '192.0.2.x',
      port: 7,
    },
    [
      [
        'icecandidateerror',
        '{"url":"stun:a","address":"192.0.2.x","port":7,"errorCode":701,"errorText":"no"}',
      ],
    ],
  ],
  [
    'an error of the data channel',
    channel('open', { name: 'RTCError', message: 'no' }),
    [
      [
        'datachannel-error',
        '{"label":"orga-realtime-client-events","error":{"name":"RTCError","message":"no"}}',
      ],
    ],
  ],
  ['a track', { kind: 'track', event: 'added', media: 'audio' }, [['track', '{"kind":"audio"}']]],
  [
    'a description that was refused',
    {
      kind: 'connection-failure',
      failure: {
        reason: 'sdp',
        operation: 'setRemoteDescription',
        error: { name: 'TypeError', message: 'no "m="' },
      },
    },
    [['setRemoteDescriptionOnFailure', String.raw`"no \"m=\""`]],
  ],
  ['the end of a run that failed', { kind: 'run', state: 'failed' }, [['close', '']]],
])('%s is traced as Chromium does', (_, entry, trace) => {
  expect(traced(entry)).toEqual(trace);
});

test.each<readonly [string, Literal]>([
  ['DTLS', state('dtls', 'connected')],
  ['SCTP', state('sctp', 'connected')],
  ['a received message', channel('received')],
  ['a sent message', { kind: 'channel', event: 'sent', label: 'x', text: '{}' }],
  ['a track that ends', { kind: 'track', event: 'ended', media: 'audio' }],
  ['a failure of ICE', { kind: 'connection-failure', failure: iceFailedInChromium }],
  ['a run that connected', { kind: 'run', state: 'connected' }],
])('%s is nothing that Chromium traces', (_, entry) => {
  expect(traced(entry)).toBeUndefined();
});
