import { expect, test } from 'vitest';
import { seriesFromJSON } from '../../session/series.ts';
import { looksLikeRtcstats, readRtcstats } from './readRtcstats.ts';

const began = 1_795_348_800_000;
const sdp = 'v=0\r\ns=-\r\nm=audio 9 x 0\r\na=mid:0\r\n';
const other = 'v=0\r\ns=-\r\nm=audio 9 x 8\r\na=mid:0\r\n';
const short = 'v=\r\nm=\r\n';

const dumpOf = (metadata: unknown, ...events: readonly unknown[]) =>
  ['RTCStatsDump', ...[metadata, ...events].map((line) => JSON.stringify(line))].join('\n');

function readDump(text: string) {
  const reading = readRtcstats(text, 'r1', () => {});
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}

const logOf = (...events: readonly unknown[]) => readDump(dumpOf({}, ...events)).recording.log;
const at = (log: ReturnType<typeof logOf>) =>
  log.flatMap((entry) => (entry.kind === 'state' ? [`${entry.at} ${entry.to}`] : []));

test.each([
  ['RTCStatsDump\n{}', true],
  ['\uFEFFRTCStatsDump\r\n{}', true],
  ['RTCStatsDump', false],
  ['RTCStatsDumps\n', false],
  [' RTCStatsDump\n', false],
  ['x\nRTCStatsDump\n', false],
])('%j is a dump: %s', (text, is) => {
  expect(looksLikeRtcstats(text)).toBe(is);
});

test.each([[[]], ['x'], [null], [7]])('metadata of %j are none', (metadata) => {
  const reading = readRtcstats(dumpOf(metadata, ['create', 'PC_0', {}, began]), 'r1', () => {});
  expect(reading).toEqual({
    ok: false,
    problem:
      'This begins like an rtcstats dump, but its second line is no JSON object with the metadata (file format 3). Older formats must be converted first.',
  });
});

test('events have the time since the one before them', () => {
  expect(
    at(
      logOf(
        ['create', 'PC_0', {}, began],
        ['onsignalingstatechange', 'PC_0', 'stable', 5],
        [24, 'PC_0', 'checking', 'late'],
        [24, 'PC_0', 'checking'],
        [24, 'PC_0', 100],
        [999, 'PC_0', 'checking', 0],
        [24, 'PC_0', 'new', 'extra', 7],
        ['oniceconnectionstatechange', 'PC_0', 'checking', '3'],
      ),
    ),
  ).toEqual(['5 stable', '12 new', '15 checking']);
});

test('lines that cannot be read are counted; empty ones are not', () => {
  const { notes, recording } = readDump(
    `${dumpOf({}, ['create', 'PC_0', {}, began])}\n\n  \nx\n[25, "PC_0", "closed", 1]\n{}\n`,
  );
  expect(notes[0]).toBe('2 of its lines could not be read, the first is line 6.');
  expect(at(recording.log)).toEqual(['1 closed']);
  expect(readDump(dumpOf({}, ['create', 'PC_0', {}, began], ['close', 'PC_0', '', 0])).notes).toEqual([]);
});

const headOf = (metadata: unknown, ...events: readonly unknown[]) => {
  const { recording } = readDump(dumpOf(metadata, ...events, ['create', 'PC_0', {}, began]));
  const [begin] = recording.log;
  return [recording.product, recording.userAgent, begin?.kind === 'run-started' ? begin.pageUrl : undefined];
};
const brands = (...all: readonly unknown[]) => ({ userAgentData: { brands: all } });

test('browser and page come from the metadata, or from the first event', () => {
  expect(
    headOf({ userAgent: 'Chrome/156.0', url: 'https://app.example/a', origin: 'https://b.example' }),
  ).toEqual(['Chrome 156', 'Chrome/156.0', 'https://app.example/a']);
  expect(headOf({})).toEqual(['rtcstats', '', '']);
  expect(headOf({ origin: 'https://b.example' })).toEqual(['rtcstats', '', 'https://b.example']);
  expect(headOf({ url: 'https://app.example' }, ['create', null, { userAgent: 'Firefox/140' }, 1])).toEqual([
    'Firefox 140',
    'Firefox/140',
    'https://app.example',
  ]);
  expect(headOf({ userAgent: 'Firefox/140' }, ['close', null, { userAgent: 'Chrome/1' }, 1])[1]).toBe(
    'Firefox/140',
  );
});

test('the brands of a browser name it as its user agent would', () => {
  const named = (brand: unknown, version?: unknown) => headOf(brands({ brand, version }))[1];
  expect(named('Google Chrome', '156')).toBe('Chrome/156');
  expect(named('Chromium', '156')).toBe('Chrome/156');
  expect(named('Chrome', 156)).toBe('Chrome/');
  expect(named('My Chromium', '1')).toBe('My Chromium/1');
  expect(named('Chromium Fork', '1')).toBe('Chromium Fork/1');
  expect(named('Not)A;Brand', '8')).toBe('');
  expect(named('NotA Brand', '8')).toBe('');
  expect(named('Not ABrand', '8')).toBe('');
  expect(named('Not A Brand', '8')).toBe('');
  expect(named(7, '8')).toBe('');
  expect(headOf(brands({ brand: 'A', version: '1' }, { brand: 'B', version: '2' }))[1]).toBe('A/1 B/2');
  expect(headOf({ userAgent: 'x', ...brands({ brand: 'A', version: '1' }) })[1]).toBe('x');
});

const sdpsOf = (...events: readonly unknown[]) =>
  logOf(...events).flatMap((entry) => (entry.kind === 'description' ? [[entry.side, entry.sdp]] : []));

test('a shortened description is that of its own side before it', () => {
  expect(
    sdpsOf(
      ['createOfferOnSuccess', 'PC_0', { type: 'offer', sdp }, '1', began],
      ['setLocalDescription', 'PC_0', [{ type: 'offer', sdp: short }], '2', 1],
      ['setRemoteDescription', 'PC_0', { type: 'answer', sdp: other }, '3', 1],
      ['setRemoteDescription', 'PC_0', { type: 'answer', sdp: `v=1\r\nm=\r\n` }, '4', 1],
    ),
  ).toEqual([
    ['local', sdp],
    ['remote', other],
    ['remote', `v=1\r\n${other.slice(other.indexOf('m='))}`],
  ]);
});

test('what is done without a description does not forget the one before', () => {
  expect(
    sdpsOf(
      ['createOfferOnSuccess', 'PC_0', { type: 'offer', sdp }, '1', began],
      ['setLocalDescription', 'PC_0', [], '2', 1],
      ['createOfferOnSuccess', 'PC_0', { type: 'offer', sdp: '' }, '2', 1],
      ['setLocalDescription', 'PC_0', { type: 'offer', sdp: short }, '2', 1],
    ),
  ).toEqual([['local', sdp]]);
});

test('a side that describes itself anew does not change what the other one said', () => {
  expect(
    sdpsOf(
      ['setRemoteDescription', 'PC_0', { type: 'answer', sdp: other }, '1', began],
      ['setLocalDescription', 'PC_0', { type: 'offer', sdp }, '2', 1],
      ['setRemoteDescription', 'PC_0', { type: 'answer', sdp: 'v=1\r\nm=\r\n' }, '3', 1],
    ),
  ).toEqual([
    ['remote', other],
    ['local', sdp],
    ['remote', `v=1\r\n${other.slice(other.indexOf('m='))}`],
  ]);
});

test('arguments that are no description stay a list', () => {
  const log = logOf(
    ['create', 'PC_0', { iceServers: [{ urls: 'stun:a.example' }] }, began],
    [22, 'PC_0', ['audio'], 1],
  );
  expect(log.find((entry) => entry.kind === 'track')).toMatchObject({ media: 'audio' });
  expect(log.find((entry) => entry.kind === 'ice-servers')).toMatchObject({
    servers: [{ urls: ['stun:a.example'] }],
  });
});

test('connections are apart, and the configuration is the last one', () => {
  const log = logOf(
    ['create', 'PC_0', { iceServers: [{ urls: 'stun:a.example' }] }, began],
    ['create', 'PC_1', {}, 1],
    [38, 'PC_0', { iceServers: [{ urls: 'stun:b.example' }] }, 1],
    [6, 'PC_0', { type: 'offer', sdp }, 'x', 1],
    [25, 'PC_1', 'closed', 1],
  );
  expect(log.find((entry) => entry.kind === 'ice-servers')).toMatchObject({
    servers: [{ urls: ['stun:b.example'] }],
  });
  expect(at(log)).toEqual([]);
});

test('two hundred connections are looked at, long names cut off', () => {
  const peers = (count: number) =>
    Array.from({ length: count }, (_, index) => ['create', `${index}${'x'.repeat(200)}`, {}, 1]);
  expect(readDump(dumpOf({}, ...peers(200))).notes[0]).toBe(
    `Of 200 peer connections this is 0${'x'.repeat(99)}.`,
  );
  const { notes, recording } = readDump(
    dumpOf({}, ...peers(201), ['onconnectionstatechange', `0${'x'.repeat(200)}`, 'failed', 1]),
  );
  expect(notes[0]).toMatch(/^Of 200 peer connections/);
  expect(at(recording.log)).toEqual(['201 failed']);
});

const media = (...events: readonly unknown[]) =>
  logOf(['create', 'PC_0', {}, began], ...events).flatMap((entry) =>
    entry.kind === 'media' ? [[entry.at, entry.device, entry.event, entry.error]] : [],
  );
const gum = 'navigator.mediaDevices.getUserMedia';

test('devices are told as they were asked for and answered', () => {
  expect(
    media(
      [`${gum}OnSuccess`, null, 's', 'x', 1],
      [gum, null, [{ audio: true, video: { width: 1 } }], 'x', 1],
      [61, null, 's', 'x', 1],
      [60, null, { audio: false, video: true }, 'x', 1],
      [65, null, 'DOMException: NotAllowedError: Denied:\nby the user', 'x', 1],
      [`${gum}OnFailure`, null, 'AbortError: x', 'x', 1],
      [`${gum}OnFailure`, null, 'nameless', 'x', 1],
      [`${gum}OnFailures`, null, 'E: x', 'x', 0],
      ['navigator.mediaDevices.enumerateDevices', null, [], 'x', 1],
      ['navigator.mediaDevices.getDisplayMediaOnFailure', null, 'E: x', 'x', 1],
      [`my.${gum}OnFailure`, 'PC_0', 'E: x', 'x', 1],
    ),
  ).toEqual([
    [1, 'microphone', 'granted', undefined],
    [3, 'microphone', 'granted', undefined],
    [3, 'camera', 'granted', undefined],
    [5, 'camera', 'refused', { name: 'NotAllowedError', message: 'Denied:\nby the user' }],
    [6, 'camera', 'refused', { name: 'AbortError', message: 'x' }],
    [7, 'camera', 'refused', { name: 'Error', message: 'nameless' }],
  ]);
});

test('statistics are undone, and reading tells how far it is', () => {
  const text = dumpOf(
    {},
    ['create', 'PC_0', {}, began],
    ...Array.from({ length: 1_997 }, () => ['x', 'PC_0', '', 0]),
    ['getStats', 'PC_0', { t: { type: 'transport', packetsSent: 5 } }, 1],
    ['g', 'PC_0', { t: { 79: 6 } }, 1],
  );
  const parts: number[] = [];
  const reading = readRtcstats(text, 'r1', (part) => parts.push(Math.round(part * 100) / 100));
  expect(reading.ok && seriesFromJSON(reading.recording.series)?.column('packetsSent')).toEqual({
    at: [1, 2],
    values: [5, 6],
  });
  expect(parts).toEqual([0.4, 0.52, 0.7, 0.7]);
});

test('of endless uses of devices a thousand are kept', () => {
  expect(media(...Array.from({ length: 1_001 }, () => [61, null, 's', 'x', 0]))).toHaveLength(1_000);
});
