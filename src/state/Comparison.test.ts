import { batch, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { LogEntry } from '../core/session/log.ts';
import { emptySummary, summarise } from '../core/session/summarise.ts';
import type { SessionSummary } from '../core/session/summary.ts';
import { comparisonOf } from './Comparison.ts';
import type { SessionModel } from './contracts.ts';

function entry(run: number, state: 'connected' | 'failed'): LogEntry {
  return { id: `e${run}`, at: 5, attempt: 1, kind: 'run', state };
}

function pretended() {
  const summary = signal<SessionSummary>(emptySummary);
  const log = signal<readonly LogEntry[]>([]);
  const session = { summary, log, scenario: signal(undefined) } as unknown as SessionModel;
  const run = (...entries: readonly LogEntry[]) => {
    batch(() => {
      log.value = entries;
      summary.value = summarise(entries);
    });
  };
  return { session, run };
}

test('a run that connected is the last good one once another has begun', () => {
  const { session, run } = pretended();
  const { lastGood } = comparisonOf(session);
  const good = entry(1, 'connected');
  run(good);
  expect(lastGood.value).toBe(undefined);
  run(entry(2, 'failed'));
  expect(lastGood.value).toEqual({ log: [good], startedAt: 0 });
  run(entry(3, 'failed'));
  expect(lastGood.value?.log).toEqual([good]);
});

test('the one that connected is on the left, and can be put on the right', () => {
  const comparison = comparisonOf(pretended().session);
  const good = { log: [entry(1, 'connected')], startedAt: 1 };
  const bad = { log: [entry(2, 'failed')], startedAt: 2 };
  comparison.compare(bad, good);
  expect(comparison.sides.value).toEqual({ left: good, right: bad });
  comparison.exchange();
  expect(comparison.sides.value).toEqual({ left: bad, right: good });
});
