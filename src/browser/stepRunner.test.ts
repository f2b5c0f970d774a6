import { expect, test } from 'vitest';
import { createRedactor } from '../core/redaction.ts';
import type { Unlogged } from '../core/session/log.ts';
import { StepFailed } from './stepFailed.ts';
import { createStepRunner } from './stepRunner.ts';

function runnerOf(signal = new AbortController().signal) {
  const log: Unlogged[] = [];
  const runner = createStepRunner({
    signal,
    mayBegin: async () => undefined,
    report: (entry) => `e${log.push(entry)}`,
    redactor: createRedactor(),
    tokenMemory: { recall: async () => [], remember: async () => {}, takeRefusal: () => undefined },
    beforeRequest: async () => {},
  });
  return { log, ...runner };
}

const opened: Unlogged = { kind: 'channel', event: 'open', label: 'x' };

test('an entry that names no step gets the present one', async () => {
  const { log, step, controls } = runnerOf();
  await step('call', async () => controls.report(opened));
  expect(log[1]).toEqual({ ...opened, step: 'call' });
});

test('once the run is stopped nothing is reported any more', async () => {
  const abort = new AbortController();
  const { log, step, controls } = runnerOf(abort.signal);
  const stopped = step('call', async () => {
    abort.abort(new Error('stopped'));
    controls.report(opened);
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(log).toEqual([{ kind: 'step', step: 'call', state: 'running' }]);
});

test('a failure that was told already is not told twice', async () => {
  const { log, step } = runnerOf();
  const failure = {
    reason: 'unreachable',
    error: { name: 'TypeError', message: 'Failed to fetch' },
  } as const;
  const result = await step('token', () =>
    Promise.reject(new StepFailed(failure, { reportedAs: 'e9', retryAfter: 3 })),
  );
  expect(result).toEqual({ ok: false, end: { how: 'failed', step: 'token', failure, retryAfter: 3 } });
  expect(log[1]).toMatchObject({ kind: 'step', state: 'failed', failedBy: 'e9' });
});

test('a step that was done fails when what it achieved is lost', () => {
  const { log, undo } = runnerOf();
  undo('connection', { reason: 'channel', event: 'close' });
  expect(log).toEqual([
    { kind: 'connection-failure', step: 'connection', failure: { reason: 'channel', event: 'close' } },
    { kind: 'step', step: 'connection', state: 'failed', failedBy: 'e1' },
  ]);
});
