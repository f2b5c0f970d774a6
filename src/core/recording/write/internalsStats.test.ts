import { expect, test } from 'vitest';
import { type Literal, logOf, wallClock } from '../../diagnosis/testing/literalLog.ts';
import type { CandidatePairFacts } from '../../session/log.ts';
import { createSeries } from '../../session/series.ts';
import { internalsStats } from './internalsStats.ts';

const pair: CandidatePairFacts = {
  local: 'host udp 192.0.2.1:50000',
  remote: 'srflx tcp [2001:db8::7]:443',
  state: 'succeeded',
  nominated: true,
  requestsSent: 3,
  responsesReceived: 2,
  roundTripTime: 4,
};

function snapshot(at: number, ...pairs: readonly CandidatePairFacts[]): Literal {
  return { kind: 'statistics', moment: 'sample', pairs, at };
}

/** What each column holds, by object and member. */
function values(entries: readonly Literal[], series = createSeries({ capacity: 4 })) {
  const stats = internalsStats(logOf('rest', ...entries), series.toJSON(), wallClock);
  return Object.fromEntries(
    Object.entries(stats).map(([name, column]) => [name, JSON.parse(column.values) as unknown]),
  );
}

const first = wallClock + 1_000;
const second = wallClock + 2_000;

test('a pair of a snapshot is a pair, its two candidates, and a transport that selected it', () => {
  const transport = { dtlsState: 'connected', iceState: 'completed', packetsReceived: 7 };
  const { roundTripTime: _, requestsSent: __, ...uncounted } = pair;
  expect(
    values([
      { kind: 'statistics', moment: 'connected', pairs: [pair], transport, at: 1_000 },
      snapshot(2_000, uncounted),
    ]),
  ).toEqual({
    'CP1-timestamp': [first, second],
    'CP1-transportId': ['T01', 'T01'],
    'CP1-localCandidateId': ['I1L', 'I1L'],
    'CP1-remoteCandidateId': ['I1R', 'I1R'],
    'CP1-state': ['succeeded', 'succeeded'],
    'CP1-nominated': [true, true],
    'CP1-requestsSent': [3, null],
    'CP1-responsesReceived': [2, 2],
    'CP1-currentRoundTripTime': [0.004, null],
    'I1L-timestamp': [first],
    'I1L-isRemote': [false],
    'I1L-candidateType': ['host'],
    'I1L-protocol': ['udp'],
    'I1L-address': ['192.0.2.1'],
    'I1L-port': [50_000],
    'I1R-timestamp': [first],
    'I1R-isRemote': [true],
    'I1R-candidateType': ['srflx'],
    'I1R-protocol': ['tcp'],
    'I1R-address': ['[2001:db8::7]'],
    'I1R-port': [443],
    'T01-timestamp': [first, second],
    'T01-dtlsState': ['connected', null],
    'T01-iceState': ['completed', null],
    'T01-packetsReceived': [7, null],
    'T01-selectedCandidatePairId': ['CP1', 'CP1'],
  });
});

test('a column tells its object’s type, and its first and last time', () => {
  const stats = internalsStats(
    logOf('rest', snapshot(1_000, pair), snapshot(1_500, pair), snapshot(2_000, pair)),
    undefined,
    wallClock,
  );
  const about = (name: string) => ({ ...stats[name], values: undefined });
  const [startTime, endTime] = ['2025-11-11T11:34:44.000Z', '2025-11-11T11:34:45.000Z'];
  expect(about('CP1-state')).toEqual({ startTime, endTime, statsType: 'candidate-pair' });
  expect(about('T01-iceState')).toEqual({ startTime, endTime, statsType: 'transport' });
  expect(about('I1L-port')).toEqual({ startTime, endTime: startTime, statsType: 'local-candidate' });
  expect(about('I1R-port')).toEqual({ startTime, endTime: startTime, statsType: 'remote-candidate' });
});

test.each([
  ['prflx udp (address hidden):50000', ['prflx', 'udp', '(address hidden)', 50_000]],
  ['host udp fe80::beef', ['host', 'udp', 'fe80::beef', null]],
  ['host udp', ['host udp', '', '', null]],
  ['', ['', '', '', null]],
])('the end of a pair “%s” is taken apart', (local, parts) => {
  const stats = values([snapshot(1_000, { ...pair, local })]);
  const members = ['candidateType', 'protocol', 'address', 'port'];
  expect(members.map((member) => stats[`I1L-${member}`])).toEqual(parts.map((part) => [part]));
});

test('pairs are told apart by their ends; two of the same words at one time are one', () => {
  const other = { ...pair, remote: 'host udp 192.0.2.9:1', nominated: false };
  const stats = values([snapshot(1_000, pair, other, { ...pair, requestsSent: 99 }), snapshot(2_000, other)]);
  expect(stats).toMatchObject({
    'CP1-timestamp': [first],
    'CP1-requestsSent': [3],
    'CP2-timestamp': [first, second],
    'CP2-nominated': [false, false],
    'I2R-address': ['192.0.2.9'],
    'T01-selectedCandidatePairId': ['CP1', 'CP1'],
  });
});

test('the selected pair is the one that was nominated, and works, last', () => {
  const other = { ...pair, remote: 'host udp 192.0.2.9:1' };
  const selected = (...entries: readonly Literal[]) => values(entries)['T01-selectedCandidatePairId'];
  expect(selected(snapshot(1_000, other), snapshot(2_000, pair), snapshot(3_000, other))).toEqual([
    'CP1',
    'CP2',
    'CP1',
  ]);
  expect(
    selected(
      snapshot(1_000, { ...pair, nominated: false }),
      snapshot(2_000, { ...pair, state: 'in-progress' }),
      snapshot(3_000, pair),
    ),
  ).toEqual([null, null, 'CP1']);
});

test('the series gives its columns their names in webrtc-stats, and seconds where these have seconds', () => {
  const series = createSeries({ capacity: 4 });
  series.add(1_000, { rtt: 4, jitter: 2, audioLevel: 0.5, bytesSent: 10, dtlsState: 'connecting' });
  series.add(2_000, { rtt: 4, audioLevel: 0.25, bytesSent: 30, dtlsState: 'connected', unheard: 1 });
  const timestamp = [first, second];
  expect(values([], series)).toEqual({
    'CP-timestamp': timestamp,
    'CP-currentRoundTripTime': [0.004, 0.004],
    'IT01A-timestamp': timestamp,
    'IT01A-jitter': [0.002, null],
    'IT01A-audioLevel': [0.5, 0.25],
    'T01-timestamp': timestamp,
    'T01-bytesSent': [10, 30],
    'T01-dtlsState': ['connecting', 'connected'],
    'T01-selectedCandidatePairId': [null, null],
  });
});

test('the transport of the series counts more than that of the snapshots', () => {
  const series = createSeries({ capacity: 4 });
  series.add(2_000, { iceState: 'connected' });
  expect(values([snapshot(1_000, pair)], series)).toMatchObject({
    'T01-timestamp': [second],
    'T01-iceState': ['connected'],
    'T01-selectedCandidatePairId': ['CP1'],
  });
});

test('of nothing there is nothing', () => {
  expect(values([{ kind: 'run', state: 'connected' }])).toEqual({});
});
