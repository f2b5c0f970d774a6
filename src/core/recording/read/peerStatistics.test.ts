import { expect, test } from 'vitest';
import type { Stat } from '../../session/readStatistics.ts';
import { createPeerStatistics } from './peerStatistics.ts';

const pair: Stat = { id: 'p', type: 'candidate-pair', state: 'in-progress', requestsSent: 2 };
const facts = {
  local: 'unknown',
  remote: 'unknown',
  state: 'in-progress',
  nominated: false,
  requestsSent: 2,
};

test('a connection that stands is worth an entry at once, after 3 s, then four times as late each time', () => {
  const statistics = createPeerStatistics();
  const momentsAt = (...times: readonly number[]) =>
    times.map((at) => statistics.take({ at, stats: [] }).moment);
  expect(momentsAt(0, 90_000)).toEqual([undefined, undefined]);
  statistics.begin(100_000);
  expect(momentsAt(100_000, 100_001, 102_999, 103_000, 111_999, 112_000, 147_999, 148_000)).toEqual([
    'connected',
    undefined,
    undefined,
    'sample',
    undefined,
    'sample',
    undefined,
    'sample',
  ]);
  statistics.begin(200_000);
  expect(momentsAt(200_500, 203_000)).toEqual(['connected', 'sample']);
});

test('pairs that are gone are remembered, beside what is new of the transport', () => {
  const statistics = createPeerStatistics();
  expect(statistics.last()).toBeUndefined();
  expect(statistics.take({ at: 0, stats: [] }).snapshot).toEqual({ pairs: [] });
  statistics.take({ at: 1, stats: [pair] });
  const { snapshot } = statistics.take({
    at: 2,
    stats: [{ id: 't', type: 'transport', dtlsState: 'failed' }],
  });
  expect(snapshot).toEqual({ pairs: [facts], transport: { dtlsState: 'failed' } });
  expect(statistics.last()).toEqual(snapshot);
});

test('a data channel is open where its report says so', () => {
  const open = (...stats: readonly Stat[]) => createPeerStatistics().take({ at: 0, stats }).channelOpen;
  expect(open(pair, { id: 'd', type: 'data-channel', state: 'open' })).toBe(true);
  expect(open({ id: 'd', type: 'data-channel', state: 'connecting' })).toBe(false);
  expect(open({ ...pair, state: 'open' })).toBe(false);
});

test('of texts the series takes states only', () => {
  const states = (iceState: string, dtlsState: string) => {
    const { sample } = createPeerStatistics().take({
      at: 0,
      stats: [{ id: 't', type: 'transport', iceState, dtlsState, packetsSent: 4 }],
    });
    return [sample.iceState, sample.dtlsState, sample.packetsSent];
  };
  expect(states('checking', 'have-it')).toEqual(['checking', 'have-it', 4]);
  expect(states('Bearer x', 'key: a')).toEqual([undefined, undefined, 4]);
  expect(states('a'.repeat(20), 'a'.repeat(21))).toEqual(['a'.repeat(20), undefined, 4]);
  expect(states('', '2new')).toEqual([undefined, undefined, 4]);
});
