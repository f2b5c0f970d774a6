import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  candidate,
  candidateError,
  channel,
  description,
  servers,
  state,
} from '../../diagnosis/testing/literalConnection.ts';
import { request } from '../../diagnosis/testing/literalLog.ts';
import { createSeries } from '../../session/series.ts';
import { recorded, recordingOf } from './testing/literalRecording.ts';
import { toInternals } from './toInternals.ts';

const json = v.pipe(v.string(), v.check(parses, 'is no JSON'));
const numbers = v.pipe(
  json,
  v.check((text) => everyNumber(JSON.parse(text))),
);

/**
 * What importers read of a dump: rtcstats/rtcstats dump-importer/import-internals.js and
 * packages/rtcstats-shared/{dump,timeseries}.js (2026-08), fippo/webrtc-dump-importer import.js (2023-12).
 */
const importable = v.object({
  UserAgent: v.string(),
  // Refused without; the third brand is shown.
  UserAgentData: v.pipe(v.array(v.object({ brand: v.string(), version: v.string() })), v.minLength(3)),
  getUserMedia: v.array(v.unknown()),
  timestamp: v.number(),
  PeerConnections: v.record(
    v.pipe(v.string(), v.regex(/^\d+-\d+$/)),
    v.object({
      url: v.string(),
      rtcConfiguration: json,
      constraints: v.string(),
      updateLog: v.array(
        v.object({
          time: v.pipe(
            v.string(),
            v.check((text) => !Number.isNaN(Date.parse(text))),
          ),
          timestamp: v.number(),
          type: v.string(),
          // `startsWith` is called on it, and what looks like an object is parsed.
          value: v.union([v.literal(''), json]),
        }),
      ),
      stats: v.record(
        v.pipe(v.string(), v.regex(/^[\w]+-\w+$/)),
        v.object({
          startTime: v.pipe(v.string(), v.isoTimestamp()),
          endTime: v.pipe(v.string(), v.isoTimestamp()),
          statsType: v.string(),
          values: json,
        }),
      ),
    }),
  ),
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function everyNumber(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}

const pair = {
  local: 'host udp (address hidden):50000',
  remote: 'host udp 192.0.2.7:50000',
  state: 'succeeded',
  nominated: true,
  requestsSent: 3,
  responsesReceived: 2,
  roundTripTime: 4,
};

const series = createSeries({ capacity: 10 });
series.add(1000, { rtt: 4, dtlsState: 'connecting' });
series.add(2000, { rtt: 5, dtlsState: 'connected', somethingNew: 1 });
series.add(3000, { dtlsState: 'connected' });

const connected = {
  ...recorded(
    request('calls'),
    servers(['turn:turn.example:3478']),
    description('local', 'v=0\r\n'),
    candidate('host'),
    candidateError('turn:turn.example:3478', 701, 'no answer'),
    description('remote', 'v=0\r\na=x\r\n'),
    state('ice', 'connected', 1000),
    state('dtls', 'connected'),
    {
      kind: 'statistics',
      moment: 'connected',
      pairs: [pair],
      transport: { dtlsState: 'connected' },
      at: 1200,
    },
    { kind: 'statistics', moment: 'sample', pairs: [{ ...pair, requestsSent: 9 }], at: 2200 },
    channel('open'),
    { kind: 'run', state: 'stopped', by: 'user' },
  ),
  series: series.toJSON(),
};

test('importers can read it', () => {
  for (const recording of [connected, recorded(), recordingOf([])]) {
    const dump: unknown = JSON.parse(JSON.stringify(toInternals(recording)));
    expect(v.safeParse(importable, dump).issues).toBeUndefined();
  }
});

test('every statistics object has its timestamps, as many as values', () => {
  const stats = toInternals(connected).PeerConnections['1-1']?.stats ?? {};
  expect(Object.keys(stats).filter((key) => key.endsWith('-timestamp'))).toHaveLength(5);
  for (const [key, { values }] of Object.entries(stats)) {
    const times = stats[`${key.slice(0, key.lastIndexOf('-'))}-timestamp`]?.values ?? '';
    expect(v.is(numbers, times)).toBe(true);
    expect(JSON.parse(values)).toHaveLength((JSON.parse(times) as unknown[]).length);
  }
  expect(stats['CP-currentRoundTripTime']?.values).toBe('[0.004,0.005,null]');
  expect(stats['T01-dtlsState']?.values).toBe('["connecting","connected","connected"]');
  expect(stats['T01-selectedCandidatePairId']?.values).toBe('[null,"CP1","CP1"]');
  expect(stats['CP1-requestsSent']?.values).toBe('[3,9]');
  expect(stats['I1R-port']?.values).toBe('[50000]');
  expect(stats['I1L-address']?.values).toBe('["(address hidden)"]');
});

test('checks that a browser does not count are null, as what is unknown everywhere', () => {
  const { requestsSent: _, ...uncounted } = pair;
  const log = recorded({ kind: 'statistics', moment: 'sample', pairs: [uncounted], at: 10 });
  const stats = toInternals(log).PeerConnections['1-1']?.stats ?? {};
  expect(stats['CP1-requestsSent']?.values).toBe('[null]');
  expect(stats['CP1-responsesReceived']?.values).toBe('[2]');
});

test('without a series the transport is that of the snapshots', () => {
  const { series: _, ...bare } = connected;
  const stats = toInternals(bare).PeerConnections['1-1']?.stats ?? {};
  expect(stats['T01-selectedCandidatePairId']?.values).toBe('["CP1","CP1"]');
  expect(stats['T01-dtlsState']?.values).toBe('["connected",null]');
});

test('the trace is what Chromium would have written', () => {
  const { updateLog = [], rtcConfiguration = '' } = toInternals(connected).PeerConnections['1-1'] ?? {};
  expect(updateLog.map(({ type }) => type)).toEqual([
    'createOfferOnSuccess',
    'setLocalDescription',
    'icecandidate',
    'icecandidateerror',
    'setRemoteDescription',
    'iceconnectionstatechange',
    'datachannel-open',
    'close',
  ]);
  expect(updateLog[0]?.value).toBe(String.raw`{"type":"offer","sdp":"v=0\r\n"}`);
  expect(updateLog[5]).toMatchObject({ value: '"connected"', time: '2025-11-11T11:34:44.000Z' });
  expect(JSON.parse(rtcConfiguration)).toEqual({
    iceServers: [{ urls: ['turn:turn.example:3478'] }],
    iceTransportPolicy: 'all',
  });
});

test('the whole of a dump: what is not known of a page is not made up', () => {
  const log = recorded(description('remote', 'v=0')).log.slice(1);
  expect(toInternals(recordingOf(log, { userAgent: '' }))).toEqual({
    getUserMedia: [],
    PeerConnections: {
      '1-1': {
        pid: 1,
        rid: 1,
        url: 'unknown',
        rtcConfiguration: '{"iceServers":[]}',
        constraints: '',
        updateLog: [
          {
            time: '2025-11-11T11:34:43.100Z',
            timestamp: 1_762_860_883_100,
            type: 'setRemoteDescription',
            value: '{"type":"answer","sdp":"v=0"}',
          },
        ],
        stats: {},
      },
    },
    UserAgent: '',
    UserAgentData: [
      { brand: 'Not_A Brand', version: '99.0.0.0' },
      { brand: 'unknown', version: 'unknown' },
      { brand: 'unknown', version: 'unknown' },
    ],
    timestamp: 1_762_860_883_000,
  });
});

test('the configuration is that of the last servers, with what they were given', () => {
  const server = { urls: ['turn:a'], username: 'u', credential: 'c', expiresAt: 9 };
  const attempt = { kind: 'attempt', number: 2, from: 'call', why: 'retry', delay: 0 } as const;
  const { PeerConnections } = toInternals(
    recorded(
      servers(['stun:first']),
      servers([], { servers: [server] }),
      state('ice', 'checking'),
      attempt,
      state('ice', 'checking'),
    ),
  );
  const given =
    '{"iceServers":[{"urls":["turn:a"],"username":"u","credential":"c"}],"iceTransportPolicy":"all"}';
  // An attempt that begins behind the servers has those of the one before.
  expect(PeerConnections['1-1']?.rtcConfiguration).toBe(given);
  expect(PeerConnections['1-2']?.rtcConfiguration).toBe(given);
});

test('each run and each attempt is one of its own, the series belongs to the last', () => {
  const one = recorded(state('ice', 'checking'), state('ice', 'failed'));
  const dump = toInternals({ ...recordingOf([...one.log, ...one.log]), series: series.toJSON() });
  expect(Object.keys(dump.PeerConnections)).toEqual(['1-1', '1-2']);
  expect(dump.PeerConnections['1-1']?.updateLog).toHaveLength(2);
  expect(dump.PeerConnections['1-1']?.stats).toEqual({});
  expect(dump.PeerConnections['1-2']?.stats).toHaveProperty('CP-currentRoundTripTime');
});

test('each attempt with a peer connection is one of its own', () => {
  const again = recorded(
    description('local', 'v=0\r\n'),
    { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 0 },
    request('client-secrets'),
    { kind: 'attempt', number: 3, from: 'token', why: 'retry', delay: 0 },
    description('local', 'v=0\r\n'),
  );
  expect(Object.keys(toInternals(again).PeerConnections)).toEqual(['1-1', '1-3']);
});

test.each([
  ['Chrome/156.0', 'Chromium', 'Chrome', '156.0'],
  ['Chrome/156.0 Edg/156.1', 'Chromium', 'Edg', '156.1'],
  ['Chrome/156.0 OPR/130.0', 'Chromium', 'OPR', '130.0'],
  ['Firefox/153.0', 'Firefox', 'Firefox', '153.0'],
])('the brands of %s end with the browser, which is shown', (userAgent, engine, name, version) => {
  expect(toInternals(recordingOf([], { userAgent })).UserAgentData).toEqual([
    { brand: 'Not_A Brand', version: '99.0.0.0' },
    { brand: engine, version },
    { brand: name, version },
  ]);
});
