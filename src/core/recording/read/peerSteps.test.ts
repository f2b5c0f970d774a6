import { expect, test } from 'vitest';
import type { Snapshot } from '../../session/readStatistics.ts';
import { createForeignLog } from './foreignLog.ts';
import type { PeerStates } from './peerOutcome.ts';
import { createPeerSteps } from './peerSteps.ts';

const checking: PeerStates = { ice: 'checking', dtls: undefined };
const failure = { reason: 'ice', iceConnectionState: 'failed', connectionState: 'failed' } as const;
const silence = () => ({ watch: 'checks', foresees: 'ice.unreachable' }) as const;

function stepping(snapshot?: Snapshot) {
  const out = createForeignLog(0);
  const stood: number[] = [];
  const steps = createPeerSteps({
    out,
    statistics: {
      take: () => {
        throw new Error('no sample is taken here');
      },
      begin: (at) => stood.push(at),
      last: () => snapshot,
    },
    states: () => checking,
  });
  const told = () => out.entries.map(({ id: _, attempt: __, ...entry }) => entry);
  return { steps, told, stood };
}

const step = (at: number, name: string, state: string, rest = {}) => ({
  at,
  kind: 'step',
  step: name,
  state,
  ...rest,
});

test('each step begins once and ends once', () => {
  const { steps, told, stood } = stepping();
  expect([steps.now(), steps.outcome()]).toEqual(['offer', 'waiting']);
  for (const at of [10, 20]) steps.beginOffer(at);
  for (const at of [40, 45]) steps.endOffer(at);
  for (const at of [50, 60]) steps.beginConnection(at);
  expect([steps.now(), steps.outcome()]).toEqual(['connection', 'waiting']);
  for (const at of [80, 90]) steps.connect(at);
  expect([steps.now(), steps.outcome()]).toEqual(['connection', 'connected']);
  expect(told()).toEqual([
    step(10, 'offer', 'running'),
    step(40, 'offer', 'done', { took: 30 }),
    step(40, 'call', 'skipped'),
    step(50, 'connection', 'running'),
    step(80, 'connection', 'done', { took: 30 }),
    { at: 80, kind: 'run', state: 'connected', shown: 'transport' },
  ]);
  expect(stood).toEqual([80]);
});

test('a connection that came up has been through the steps before', () => {
  const { steps, told } = stepping();
  steps.connect(7);
  expect(told()).toEqual([
    step(7, 'offer', 'running'),
    step(7, 'offer', 'done', { took: 0 }),
    step(7, 'call', 'skipped'),
    step(7, 'connection', 'running'),
    step(7, 'connection', 'done', { took: 0 }),
    { at: 7, kind: 'run', state: 'connected', shown: 'transport' },
  ]);
});

const pairs = [{ local: 'host', remote: 'host', state: 'failed', nominated: false }];

test('a failed connection has its last statistics, fails once, and may come up later', () => {
  const { steps, told } = stepping({ pairs });
  steps.beginConnection(5);
  for (const at of [30, 40]) steps.fail(at, 'connection', failure);
  expect(steps.outcome()).toBe('failed');
  expect(told().slice(3)).toEqual(
    [
      { at: 30, kind: 'statistics', step: 'connection', moment: 'failed', pairs },
      { at: 30, kind: 'connection-failure', step: 'connection', failure },
      step(30, 'connection', 'failed', { failedBy: 'e6' }),
      { at: 30, kind: 'run', state: 'failed', by: 'failure' },
    ].toSpliced(0, 0, step(5, 'connection', 'running')),
  );
  steps.connect(50);
  expect(told().slice(8)).toEqual([
    step(50, 'connection', 'running'),
    step(50, 'connection', 'done', { took: 45 }),
    { at: 50, kind: 'run', state: 'connected', shown: 'transport' },
  ]);
});

test('a failed offer has no statistics and begins no connection', () => {
  const { steps, told } = stepping({ pairs });
  steps.fail(3, 'offer', failure);
  expect(told()).toEqual([
    step(3, 'offer', 'running'),
    { at: 3, kind: 'connection-failure', step: 'offer', failure },
    step(3, 'offer', 'failed', { failedBy: 'e2' }),
    { at: 3, kind: 'run', state: 'failed', by: 'failure' },
  ]);
  expect(steps.now()).toBe('offer');
});

test('without statistics a failed connection has none', () => {
  const { steps, told } = stepping();
  steps.fail(3, 'connection', failure);
  expect(told().map(({ kind }) => kind)).toEqual([
    'step',
    'step',
    'step',
    'step',
    'connection-failure',
    'step',
    'run',
  ]);
});

const stopped = (at: number) => ({ at, kind: 'run', state: 'stopped', by: 'user' });
const timeout = (at: number, limit: number) => ({
  at,
  kind: 'connection-failure',
  step: 'connection',
  failure: { reason: 'timeout', limit, waitingFor: 'ice' },
});

test('a page that stops has given up on a connection after 5 s, else it just stops', () => {
  const ending = (at: number) => {
    const { steps, told } = stepping();
    steps.beginConnection(10);
    for (const again of [0, 1]) steps.stop(at + again);
    return { told: told().slice(4), outcome: steps.outcome() };
  };
  expect(ending(5_009)).toEqual({ told: [stopped(5_009)], outcome: 'stopped' });
  expect(ending(5_010)).toEqual({
    told: [
      timeout(5_010, 5_000),
      step(5_010, 'connection', 'failed', { failedBy: 'e5' }),
      { at: 5_010, kind: 'run', state: 'failed', by: 'failure' },
    ],
    outcome: 'failed',
  });
});

test('a page that never waited, and one whose connection stood, just stops', () => {
  const unanswered = stepping();
  unanswered.steps.beginOffer(0);
  unanswered.steps.stop(60_000);
  expect(unanswered.told().slice(1)).toEqual([stopped(60_000)]);
  const stood = stepping();
  stood.steps.connect(0);
  stood.steps.stop(60_000);
  expect(stood.told().slice(6)).toEqual([stopped(60_000)]);
});

test('the end of a dump is told by how long it was silent', () => {
  const ending = (at: number) => {
    const { steps, told } = stepping();
    steps.beginConnection(10);
    return [steps.finish(at, silence), ...told().slice(4)];
  };
  const watch = (at: number, silentFor: number) => ({
    at,
    kind: 'watch',
    step: 'connection',
    silentFor,
    watch: 'checks',
    foresees: 'ice.unreachable',
  });
  const unfinished = 'The dump ends while the connection is being made: nothing has failed yet.';
  expect(ending(2_009)).toEqual([undefined, stopped(2_009)]);
  expect(ending(2_010)).toEqual([unfinished, watch(2_010, 2_000)]);
  expect(ending(30_009)).toEqual([unfinished, watch(30_009, 29_999)]);
  expect(ending(30_010)).toEqual([
    undefined,
    timeout(30_010, 30_000),
    step(30_010, 'connection', 'failed', { failedBy: 'e5' }),
    { at: 30_010, kind: 'run', state: 'failed', by: 'failure' },
  ]);
});

test('a dump that ends before an answer says so; one that has ended says nothing more', () => {
  const unanswered = stepping();
  unanswered.steps.beginOffer(0);
  expect(unanswered.steps.finish(90_000, silence)).toBe(
    'The dump ends before an answer was applied: why is not in it.',
  );
  expect(unanswered.told().slice(1)).toEqual([stopped(90_000)]);
  const stood = stepping();
  stood.steps.connect(0);
  expect(stood.steps.finish(90_000, silence)).toBeUndefined();
  expect(stood.told()).toHaveLength(6);
});
