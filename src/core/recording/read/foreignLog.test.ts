import { expect, test } from 'vitest';
import type { Unlogged } from '../../session/log.ts';
import { createForeignLog } from './foreignLog.ts';

const state: Unlogged = { kind: 'state', machine: 'ice', to: 'new' };

test('entries are numbered, in ms since the begin, never before the one before', () => {
  const out = createForeignLog(1_000);
  expect(out.add(1_000.123_45, state)).toBe('e1');
  out.add(990, state);
  out.attempt = 2;
  out.add(Number.NaN, state);
  expect(out.add(1_002, state)).toBe('e4');
  expect(out.entries).toEqual([
    { id: 'e1', at: 0.123, attempt: 1, ...state },
    { id: 'e2', at: 0.123, attempt: 1, ...state },
    { id: 'e3', at: 0.123, attempt: 2, ...state },
    { id: 'e4', at: 2, attempt: 2, ...state },
  ]);
  expect(out.dropped).toBe(0);
});

test('secrets do not enter', () => {
  const out = createForeignLog(0);
  out.add(0, { kind: 'note', topic: 'carried', what: 'sk_orga_ai_0123456789abcdef' });
  expect(out.entries).toEqual([
    { id: 'e1', at: 0, attempt: 1, kind: 'note', topic: 'carried', what: 'api-key#1' },
  ]);
});

test('too many entries are dropped and counted, except those that end a session', () => {
  const out = createForeignLog(0, 2);
  const error = { name: 'E', message: 'm' };
  expect([state, state, state, state].map((each) => out.add(0, each))).toEqual(['e1', 'e2', '', '']);
  out.add(0, { kind: 'statistics', moment: 'failed', pairs: [] });
  out.add(0, { kind: 'connection-failure', failure: { reason: 'limit', error } });
  out.add(0, {
    kind: 'rest-error',
    request: { id: 'r1', endpoint: 'calls', method: 'POST', url: 'https://x.example/' },
    failure: { reason: 'unreachable', error },
  });
  out.add(0, { kind: 'step', step: 'offer', state: 'failed' });
  out.add(0, { kind: 'run', state: 'failed' });
  expect(out.entries.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'e1 state',
    'e2 state',
    'e3 statistics',
    'e4 connection-failure',
    'e5 rest-error',
    'e6 step',
    'e7 run',
  ]);
  expect(out.dropped).toBe(2);
});
