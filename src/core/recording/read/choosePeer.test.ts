import { expect, test } from 'vitest';
import { choosePeer, peerReading } from './choosePeer.ts';
import type { PeerTrace } from './peerTrace.ts';

const trace = (id: string, ...events: readonly (readonly [name: string, value: unknown])[]): PeerTrace => ({
  id,
  url: '',
  configuration: {},
  events: events.map(([name, value], index) => ({ at: index, name, value })),
  media: [],
  samples: () => [],
});

const sdp = 'v=0\r\n';
const offers = ['setLocalDescription', { type: 'offer', sdp }] as const;
const answers = ['setLocalDescription', { type: 'answer', sdp }] as const;
const connection = (to: string) => ['onconnectionstatechange', to] as const;
const ice = (to: string) => ['oniceconnectionstatechange', to] as const;
const channel = (label: string) => ['createDataChannel', { label }] as const;

const chosen = (...traces: readonly PeerTrace[]) => choosePeer(traces).chosen?.id;

test('the SDK’s data channel counts more than an offer, an offer more than an outcome', () => {
  const sdk = trace('sdk', answers, channel('orga-realtime-client-events'), channel('other'));
  const offering = trace('offering', offers, channel('chat'));
  const failing = trace('failing', answers, connection('failed'));
  const connected = trace('connected', answers, connection('connected'));
  const waiting = trace('waiting', answers, connection('connecting'));
  expect(chosen(failing, offering, sdk)).toBe('sdk');
  expect(chosen(failing, offering)).toBe('offering');
  expect(chosen(waiting, connected, failing)).toBe('failing');
  expect(chosen(waiting, connected)).toBe('connected');
  expect(chosen(waiting, trace('other'))).toBe('waiting');
});

test('the others are named with what became of them', () => {
  expect(
    choosePeer([
      trace('best', channel('orga-realtime-client-events'), offers),
      trace('a', offers, connection('failed'), connection('connected')),
      trace('b', answers, connection('connected'), connection('failed')),
      trace('c', offers, connection('connected')),
      trace('d', offers, connection('completed')),
      trace('e', offers, ice('connected')),
      trace('f', offers, ice('failed')),
      trace('g', ['createOfferOnSuccess', { type: 'offer', sdp }]),
      trace('h', ['createOfferOnFailure', 'x']),
      trace('i', ['onsignalingstatechange', 'failed'], ['onicegatheringstatechange', 'failed']),
      trace('j', ['setRemoteDescription', { type: 'offer', sdp }]),
      trace('k', connection('closed')),
    ]).notes,
  ).toEqual([
    'Of 12 peer connections this is best.',
    'Peer connection a is left out: it failed.',
    'Peer connection b, which answers, is left out: it failed.',
    'Peer connection c is left out: it connected.',
    'Peer connection d is left out: it connected.',
    'Peer connection e is left out: it neither connected nor failed.',
    'Peer connection f is left out: it failed.',
    'Peer connection g is left out: it neither connected nor failed.',
    'Peer connection h, which answers, is left out: it failed.',
    'Peer connection i, which answers, is left out: it neither connected nor failed.',
    'Peer connection j, which answers, is left out: it neither connected nor failed.',
    'Peer connection k, which answers, is left out: it neither connected nor failed.',
  ]);
});

test('one alone needs no note; twenty others are named, further ones counted', () => {
  expect(choosePeer([trace('a')]).notes).toEqual([]);
  expect(choosePeer([])).toEqual({ chosen: undefined, notes: [] });
  const many = (count: number) =>
    choosePeer(Array.from({ length: count }, (_, index) => trace(`p${index}`))).notes;
  expect(many(21)).toHaveLength(21);
  expect(many(23)).toHaveLength(22);
  expect(many(23).at(-1)).toBe('2 further peer connections are left out.');
});

const origin = { id: 'r1', source: 'rtcstats', userAgent: 'Chrome/156', media: [], tell: () => {} } as const;

test('what was chosen becomes a recording, its own notes after those of the choice', () => {
  const reading = peerReading({ chosen: trace('a', offers), notes: ['n'] }, origin);
  expect(reading).toMatchObject({
    ok: true,
    notes: ['n', 'The dump ends before an answer was applied: why is not in it.'],
  });
  const { log: _, ...head } = reading.ok ? reading.recording : { log: [] };
  expect(head).toEqual({
    format: 'webrtc-session-recording',
    version: 1,
    product: 'Chrome 156',
    source: 'rtcstats',
    id: 'r1',
    startedAt: 0,
    userAgent: 'Chrome/156',
  });
});

test('a series comes along where there were statistics', () => {
  const samples = () => [{ at: 0, stats: [{ id: 't', type: 'transport', packetsSent: 1 }] }];
  const reading = peerReading({ chosen: { ...trace('a'), samples }, notes: [] }, origin);
  expect(reading.ok && reading.recording.series?.columns['packetsSent']?.values).toEqual([1]);
});

test('without a connection a refused device is the recording, else what to do is said', () => {
  const none = { chosen: undefined, notes: [] };
  expect(peerReading(none, origin)).toEqual({
    ok: false,
    problem:
      'This dump has no peer connection: none was open while it was made. Open the dump page first, then the session, and download it before the session’s page is closed.',
  });
  const error = { name: 'NotAllowedError', message: 'denied' };
  const media = [{ at: 5, device: 'camera', error }] as const;
  expect(peerReading(none, { ...origin, media })).toMatchObject({
    ok: true,
    recording: { startedAt: 5, userAgent: 'Chrome/156' },
    notes: ['No peer connection was made: the dump has only the use of the device.'],
  });
});
