import { expect, test } from 'vitest';
import type { LogEntry, Unlogged } from './log.ts';
import { defaultLimits, defaultSettings } from './settings.ts';
import { emptySummary, foldEntry, summarise } from './summarise.ts';

/** A log of what was reported, 10 ms apart. */
function log(...reported: readonly Unlogged[]): readonly LogEntry[] {
  return reported.map((entry, index) => ({ ...entry, id: `e${index + 1}`, at: index * 10, attempt: 1 }));
}

const started: Unlogged = {
  kind: 'run-started',
  run: 7,
  wallClock: 0,
  target: 'live',
  route: 'backend',
  from: 'token',
  settings: defaultSettings,
  limits: defaultLimits('backend'),
  userAgent: '',
  pageUrl: '',
};
const running = { kind: 'step', step: 'token', state: 'running' } as const;
const refused: Unlogged = {
  kind: 'rest-error',
  step: 'token',
  request: { id: 'r1', endpoint: 'client-secrets', method: 'POST', url: '/' },
  failure: { reason: 'timeout', limit: 100, phase: 'headers' },
};
const failed = { kind: 'step', step: 'token', state: 'failed', took: 10, failedBy: 'e3' } as const;

test('nothing has happened before a run', () => {
  expect(summarise([])).toMatchObject({ outcome: 'idle', attempts: 0 });
  expect(summarise([]).steps.map((step) => step.state)).toEqual([
    'waiting',
    'waiting',
    'waiting',
    'waiting',
    'waiting',
  ]);
});

test('a run that began is running', () => {
  expect(summarise(log(started))).toMatchObject({
    run: 7,
    target: 'live',
    route: 'backend',
    outcome: 'running',
    attempts: 1,
  });
});

test('a step knows when it began, how long it took, its last request and response', () => {
  const request: Unlogged = {
    kind: 'request',
    step: 'token',
    request: 'r1',
    endpoint: 'client-secrets',
    method: 'POST',
    url: '/',
    headers: {},
    credential: { kind: 'none' },
    crossOrigin: true,
    altered: [],
  };
  const response: Unlogged = {
    kind: 'response',
    step: 'token',
    request: 'r1',
    status: 200,
    statusText: '',
    headers: {},
    body: '',
    bodyBytes: 0,
    headersAfter: 1,
    took: 2,
    correlationExposed: true,
    redirected: false,
  };
  const done = { kind: 'step', step: 'token', state: 'done', took: 30 } as const;
  expect(summarise(log(started, running, request, response, done)).steps[0]).toEqual({
    step: 'token',
    state: 'done',
    startedAt: 10,
    took: 30,
    requestEntry: 'e3',
    responseEntry: 'e4',
    status: 200,
  });
});

test('a failed step has the failure that its entry names', () => {
  const summary = summarise(
    log(started, running, refused, failed, { kind: 'run', state: 'failed', by: 'failure' }),
  );
  expect(summary).toMatchObject({ outcome: 'failed', endedBy: 'failure', failedStep: 'token' });
  expect(summary.steps[0]).toEqual({
    step: 'token',
    state: 'failed',
    startedAt: 10,
    took: 10,
    failedBy: 'e3',
    failure: { reason: 'timeout', limit: 100, phase: 'headers' },
  });
});

test('a further attempt resets the steps from where it begins', () => {
  const summary = summarise(
    log(
      started,
      { kind: 'step', step: 'token', state: 'done' },
      { kind: 'step', step: 'ice-config', state: 'failed' },
      { kind: 'attempt', number: 2, from: 'ice-config', why: 'retry', delay: 500 },
    ),
  );
  expect(summary).toMatchObject({ outcome: 'running', attempts: 2 });
  expect(summary.failedStep).toBeUndefined();
  expect(summary.steps.map((step) => step.state)).toEqual([
    'done',
    'waiting',
    'waiting',
    'waiting',
    'waiting',
  ]);
});

test('connected has its time, and going again is running again', () => {
  const connected = log(started, { kind: 'run', state: 'connected' });
  expect(summarise(connected)).toMatchObject({ outcome: 'connected', connectedAt: 10 });
  const again = summarise(
    log(
      started,
      { kind: 'run', state: 'connected' },
      { kind: 'attempt', number: 2, from: 'offer', why: 'again', delay: 0 },
    ),
  );
  expect(again.outcome).toBe('running');
  expect(again.connectedAt).toBeUndefined();
});

test('a pause tells which step waits, and going on forgets it', () => {
  const paused = log(started, { kind: 'run', state: 'paused', step: 'offer' });
  expect(summarise(paused)).toMatchObject({ outcome: 'paused', pausedBefore: 'offer' });
  const after = summarise(
    log(started, { kind: 'run', state: 'paused', step: 'offer' }, { kind: 'run', state: 'continued' }),
  );
  expect(after.outcome).toBe('running');
  expect(after.pausedBefore).toBeUndefined();
});

test('a pause that names no step waits before the first one that waits', () => {
  const summary = summarise(
    log(started, { kind: 'step', step: 'token', state: 'done' }, { kind: 'run', state: 'paused' }),
  );
  expect(summary.pausedBefore).toBe('ice-config');
});

test('stopping leaves no step running', () => {
  const stopped = summarise(log(started, running, { kind: 'run', state: 'stopped', by: 'user' }));
  expect(stopped).toMatchObject({ outcome: 'stopped', endedBy: 'user' });
  expect(stopped.steps[0]?.state).toBe('waiting');
  expect(summarise(log(started, { kind: 'run', state: 'stopped', by: 'new-run' })).endedBy).toBe('new-run');
});

test('a connection that fails later has failed, and keeps when it was connected', () => {
  const summary = summarise(
    log(
      started,
      { kind: 'run', state: 'connected' },
      { kind: 'connection-failure', step: 'connection', failure: { reason: 'channel', event: 'close' } },
      { kind: 'step', step: 'connection', state: 'failed', failedBy: 'e3' },
      { kind: 'run', state: 'failed' },
    ),
  );
  expect(summary).toMatchObject({
    outcome: 'failed',
    endedBy: 'failure',
    failedStep: 'connection',
    connectedAt: 10,
  });
  expect(summary.steps[4]?.failure).toEqual({ reason: 'channel', event: 'close' });
});

test('entries that change nothing give the same object', () => {
  const pathless = { kind: 'response', request: 'r1', status: 200 } as Unlogged;
  for (const entry of log({ kind: 'state', machine: 'ice', to: 'checking' }, pathless))
    expect(foldEntry(emptySummary, entry)).toBe(emptySummary);
});

test('what is not known of a step is left out', () => {
  const [step] = summarise(log(started, running, { kind: 'step', step: 'token', state: 'done' })).steps;
  expect(step).toStrictEqual({ step: 'token', state: 'done', startedAt: 10 });
});

/** The summary without its steps and its failures. */
function headOf(...reported: readonly Unlogged[]): unknown {
  const { steps: _steps, failures: _failures, ...head } = log(...reported).reduce(foldEntry, emptySummary);
  return head;
}

const begun = { run: 7, target: 'live', route: 'backend', attempts: 1 } as const;
const ended = { kind: 'run', state: 'failed' } as const;
const offerFailed = { kind: 'step', step: 'offer', state: 'failed' } as const;

test('a further attempt forgets how the last one ended', () => {
  const again: Unlogged = { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 0 };
  const connected = { kind: 'run', state: 'connected' } as const;
  expect(headOf(started, connected, offerFailed, ended, again)).toStrictEqual({
    ...begun,
    outcome: 'running',
    attempts: 2,
  });
  expect(headOf(started, { kind: 'run', state: 'paused' }, again, { ...again, number: 1 })).toStrictEqual({
    ...begun,
    outcome: 'running',
    attempts: 2,
  });
});

test('a connection that comes after all is no failure', () => {
  expect(headOf(started, offerFailed, ended, { kind: 'run', state: 'connected' })).toStrictEqual({
    ...begun,
    outcome: 'connected',
    connectedAt: 30,
  });
});

test('a step that runs again after its failure has not failed, and the rest stays known', () => {
  const paused = { kind: 'run', state: 'paused', step: 'call' } as const;
  const before = [started, { kind: 'run', state: 'connected' }, offerFailed, ended, paused] as const;
  const known = { ...begun, outcome: 'paused', connectedAt: 10, endedBy: 'failure', pausedBefore: 'call' };
  expect(headOf(started, offerFailed, { kind: 'step', step: 'offer', state: 'running' })).toStrictEqual({
    ...begun,
    outcome: 'running',
  });
  expect(headOf(...before)).toStrictEqual({ ...known, failedStep: 'offer' });
  expect(headOf(...before, { kind: 'step', step: 'offer', state: 'running' })).toStrictEqual(known);
  expect(headOf(...before, { kind: 'step', step: 'token', state: 'done' })).toStrictEqual({
    ...known,
    failedStep: 'offer',
  });
});

test('the pause is over once the run has ended', () => {
  const paused = { kind: 'run', state: 'paused', step: 'call' } as const;
  expect(headOf(started, paused, { kind: 'run', state: 'stopped' })).toStrictEqual({
    ...begun,
    outcome: 'stopped',
    endedBy: 'user',
  });
});

test('a new run begins anew', () => {
  const summary = summarise(log(started, running, refused, failed, { ...started, run: 8 }));
  expect(summary).toMatchObject({ run: 8, outcome: 'running' });
  expect(summary.failedStep).toBeUndefined();
  expect(summary.steps[0]).toEqual({ step: 'token', state: 'waiting' });
});
