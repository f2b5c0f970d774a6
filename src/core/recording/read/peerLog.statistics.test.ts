import { expect, test } from 'vitest';
import type { Stat } from '../../session/readStatistics.ts';
import { seriesFromJSON } from '../../session/series.ts';
import { afterBegin, answered, offered, sampled, state, step, told } from './testing/literalTrace.ts';

const transport = (dtlsState: string): Stat => ({ id: 't', type: 'transport', dtlsState });
const channelStat: Stat = { id: 'd', type: 'data-channel', state: 'open' };
const pair: Stat = { id: 'p', type: 'candidate-pair', state: 'succeeded', nominated: true };
const pairs = [{ local: 'unknown', remote: 'unknown', state: 'succeeded', nominated: true }];

test('statistics tell DTLS, the data channel, and once it stands what it stands on', () => {
  const { log, series } = told(
    [offered, [50, 'createDataChannel', ['events']], answered, [250, 'onconnectionstatechange', 'connected']],
    sampled(
      [150, transport('new'), pair],
      [200, transport('connecting')],
      [210, transport('connecting')],
      [300, transport('connected'), channelStat, pair],
      [310, transport('connected'), channelStat, pair],
      [3_300, transport('connected'), channelStat, pair],
    ),
  );
  expect(log.slice(5, 7)).toEqual([
    state(50, 'offer', 'channel', 'connecting'),
    step(100, 'offer', 'done', { took: 100 }),
  ]);
  const snapshot = { pairs, transport: { dtlsState: 'connected' } };
  expect(log.slice(11)).toEqual([
    state(200, 'connection', 'dtls', 'connecting'),
    state(250, 'connection', 'connection', 'connected'),
    step(250, 'connection', 'done', { took: 150 }),
    { at: 250, kind: 'run', state: 'connected', shown: 'transport' },
    state(300, 'connection', 'dtls', 'connected'),
    state(300, 'connection', 'channel', 'open'),
    { at: 300, kind: 'channel', step: 'connection', event: 'open', label: 'events' },
    { at: 300, kind: 'statistics', step: 'connection', moment: 'connected', ...snapshot },
    { at: 3_300, kind: 'statistics', step: 'connection', moment: 'sample', ...snapshot },
  ]);
  expect(seriesFromJSON(series)?.column('dtlsState')).toEqual({
    at: [150, 200, 300],
    values: ['new', 'connecting', 'connected'],
  });
});

test('a connection that failed after it stood has no more statistics than its last', () => {
  const moments = afterBegin(
    [
      offered,
      answered,
      [150, 'onconnectionstatechange', 'connected'],
      [250, 'onconnectionstatechange', 'failed'],
    ],
    sampled([200, pair], [5_000, pair]),
  ).flatMap((entry) => (entry.kind === 'statistics' ? [`${entry.at} ${entry.moment}`] : []));
  expect(moments).toEqual(['200 connected', '250 failed']);
});

test('a channel that was made before the dump began has no name', () => {
  const open = afterBegin([offered, answered], sampled([200, channelStat])).find(
    ({ kind }) => kind === 'channel',
  );
  expect(open).toEqual({ at: 200, kind: 'channel', step: 'connection', event: 'open', label: '' });
});
