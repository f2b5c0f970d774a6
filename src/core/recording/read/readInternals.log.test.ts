import { expect, test } from 'vitest';
import { looksLikeInternals, readInternals } from './readInternals.ts';

const began = 1_795_348_800_000;
const sdp = 'v=0\r\nm=audio 9 x 0\r\n';

function readDump(dump: Readonly<Record<string, unknown>>) {
  const reading = readInternals(dump, 'r1', () => {});
  if (!reading.ok) throw new Error(reading.problem);
  return reading.recording;
}

/** A dump with one connection, the first of frame 3 of process 7. */
const dumpOf = (connection: object, rest = {}) => ({
  PeerConnections: { '3-1': { pid: 7, updateLog: [], ...connection } },
  ...rest,
});

const event = (type: unknown, value: unknown, timestamp: unknown = began, rest = {}) => ({
  type,
  value,
  timestamp,
  ...rest,
});

const told = (dump: Readonly<Record<string, unknown>>) =>
  readDump(dump).log.flatMap((entry) =>
    entry.kind === 'state'
      ? [`${entry.at} ${entry.machine} ${entry.to}`]
      : entry.kind === 'media'
        ? [
            `${entry.at} ${entry.device} ${entry.event} ${entry.error?.name ?? ''}/${entry.error?.message ?? ''}`,
          ]
        : [],
  );

test('a dump is known by its connections', () => {
  expect(
    [{ PeerConnections: {} }, { PeerConnections: [] }, { peerConnections: {} }, [], null].map(
      looksLikeInternals,
    ),
  ).toEqual([true, false, false, false, false]);
});

test('who wrote it, for which page, and when it was taken are kept', () => {
  const recording = readDump(
    dumpOf(
      { url: 'https://app.example/', rtcConfiguration: '{"iceTransportPolicy":"relay"}' },
      { UserAgent: 'Firefox/140.0', timestamp: began + 5 },
    ),
  );
  expect(recording).toMatchObject({
    id: 'r1',
    source: 'webrtc-internals',
    product: 'Firefox 140',
    userAgent: 'Firefox/140.0',
    startedAt: began + 5,
  });
  expect(recording.log[0]).toMatchObject({
    pageUrl: 'https://app.example/',
    settings: { iceTransportPolicy: 'relay' },
  });
  expect(readDump(dumpOf({})).log[0]).toMatchObject({ pageUrl: '' });
  expect(readDump(dumpOf({}))).toMatchObject({ product: 'webrtc-internals', userAgent: '', startedAt: 0 });
});

test('events have their time as a number, a text, or in words, and come in its order', () => {
  expect(
    told(
      dumpOf({
        updateLog: [
          event('oniceconnectionstatechange', '"checking"', String(began + 20)),
          event('onsignalingstatechange', '"stable"', began),
          event('onicegatheringstatechange', '"complete"', null, { time: '2026-11-22T12:00:00.030Z' }),
          event('onconnectionstatechange', '"connecting"', '2026-11-22T12:00:00.040Z'),
          event('oniceconnectionstatechange', '"failed"', 'soon'),
          event('oniceconnectionstatechange', '"failed"', null),
          event(7, '"failed"'),
          null,
        ],
      }),
    ),
  ).toEqual(['0 signaling stable', '20 ice checking', '30 gathering complete', '40 connection connecting']);
});

const asked = (request_id: number, devices: object, rest = {}) => ({
  pid: 7,
  rid: 3,
  request_id,
  timestamp: began,
  ...devices,
  ...rest,
});

test('the use of a device is told as its request asked and as it was answered', () => {
  expect(
    told(
      dumpOf(
        {},
        {
          getUserMedia: [
            asked(0, { audio: '', video: '' }),
            asked(1, { video: '{}' }),
            asked(0, { stream_id: 's', timestamp: began + 1 }),
            asked(1, { error: 'NotFoundError', error_message: 'None.', timestamp: began + 2 }),
            asked(2, { error: 'AbortError', timestamp: began + 3 }),
            asked(3, { audio: 7, video: true, stream_id: 's', timestamp: began + 4 }),
            asked(4, { audio: '', stream_id: 's', timestamp: 'soon' }),
            asked(5, { audio: '' }),
          ],
        },
      ),
    ),
  ).toEqual([
    '0 microphone granted /',
    '0 camera granted /',
    '1 camera refused NotFoundError/None.',
    '2 microphone refused AbortError/',
    '3 microphone granted /',
  ]);
});

test('what another frame or process did is not the page’s', () => {
  const video = (rid: number, pid: number) => [
    asked(0, { video: '' }, { rid, pid }),
    asked(0, { stream_id: 's' }, { rid, pid }),
  ];
  const dump = (...getUserMedia: readonly object[]) => told(dumpOf({}, { getUserMedia }));
  expect(dump(...video(3, 7))).toEqual(['0 camera granted /']);
  expect(dump(...video(4, 7), ...video(3, 8))).toEqual([]);
  expect(dump(asked(0, { video: '' }, { rid: 4 }), asked(0, { stream_id: 's' }))).toEqual([
    '0 microphone granted /',
  ]);
  expect(dump(asked(1, { video: '' }), asked(0, { stream_id: 's' }))).toEqual(['0 microphone granted /']);
  const nameless = {
    PeerConnections: { first: {} },
    getUserMedia: [{ stream_id: 's', timestamp: began }],
  };
  expect(told(nameless)).toEqual(['0 microphone granted /']);
});

test('frames of several digits are told apart, and names that begin otherwise are no frames', () => {
  const used = (name: string, rid: number | undefined) =>
    told({
      PeerConnections: { [name]: { pid: 7 } },
      getUserMedia: [{ pid: 7, rid, stream_id: 's', timestamp: began }],
    }).length;
  expect([used('12-1', 12), used('12-1', 1), used('x3-1', 3), used('x3-1', undefined)]).toEqual([1, 0, 0, 1]);
});

test('of endless uses of devices a thousand are looked at', () => {
  const getUserMedia = Array.from({ length: 1_001 }, () => asked(0, { stream_id: 's' }));
  expect(told(dumpOf({}, { getUserMedia }))).toHaveLength(1_000);
});

test('candidates that stand behind the answer in the file, but came before it, are the offer’s', () => {
  const updateLog = [
    event('setLocalDescription', { type: 'offer', sdp: `${sdp}a=mid:0\r\n` }),
    event('setRemoteDescription', { type: 'answer', sdp }, began + 9),
    event('icecandidate', { candidate: 'candidate:1', sdpMid: '0' }, began + 5),
    event('ontrack', { kind: 'audio' }, began + 7),
  ];
  const { log } = readDump(dumpOf({ updateLog }));
  expect(log.find((entry) => entry.kind === 'description')).toMatchObject({
    sdp: `${sdp}a=mid:0\r\na=candidate:1\r\n`,
  });
});

test('the end of the dump decides how long it was silent', () => {
  const updateLog = [
    event('setLocalDescription', { type: 'offer', sdp }),
    event('setRemoteDescription', { type: 'answer', sdp }),
  ];
  expect(readDump(dumpOf({ updateLog }, { timestamp: began + 3_000 })).log.at(-1)).toMatchObject({
    kind: 'watch',
  });
  expect(readDump(dumpOf({ updateLog })).log.at(-1)).toMatchObject({ kind: 'run', state: 'stopped' });
});

test('statistics of the connection become its series, and reading tells how far it is', () => {
  const stats = {
    'T-timestamp': { statsType: 'transport', values: `[${began}]` },
    'T-packetsSent': { statsType: 'transport', values: '[5]' },
  };
  const parts: number[] = [];
  const reading = readInternals(dumpOf({ stats }), 'r1', (part) => parts.push(part));
  expect(reading.ok && reading.recording.series?.columns['packetsSent']?.values).toEqual([5]);
  expect(parts).toEqual([0.1, 0.2, 0.5, 0.5]);
});

test('a long name of a connection is cut off', () => {
  const name = `3-${'9'.repeat(200)}`;
  const reading = readInternals({ PeerConnections: { '3-1': {}, [name]: {} } }, 'r1', () => {});
  expect(reading.ok && reading.notes[1]).toBe(
    `Peer connection ${name.slice(0, 100)}, which answers, is left out: it neither connected nor failed.`,
  );
});
