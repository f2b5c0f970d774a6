import { batch as atOnce, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Diagnosis } from '../core/diagnosis/diagnosis.ts';
import type { LogEntry } from '../core/session/log.ts';
import { createSeries } from '../core/session/series.ts';
import { defaultLimits, defaultSettings } from '../core/session/settings.ts';
import { summarise } from '../core/session/summarise.ts';
import type { RunSeries } from './contracts.ts';
import { createRecorder } from './Recorder.ts';
import type { RecordedBatch, RecordingStore } from './RecordingStore.ts';

const begin = (run: number): LogEntry => ({
  id: 'e1',
  at: 0,
  attempt: 1,
  kind: 'run-started',
  run,
  wallClock: 1_800_000_000_000,
  target: 'simulated',
  route: 'rest',
  from: 'token',
  settings: defaultSettings,
  limits: defaultLimits('rest'),
  userAgent: 'test',
  pageUrl: 'http://localhost/',
});
const note = (id: string, at: number): LogEntry => ({
  id,
  at,
  attempt: 1,
  kind: 'note',
  topic: 'left-out',
  what: id,
});
const failure = (id: string, at: number): LogEntry => ({
  id,
  at,
  attempt: 1,
  kind: 'run',
  state: 'failed',
  by: 'failure',
});
const verdict: Diagnosis = {
  code: 'x.y',
  variant: 'z',
  certainty: 'proved',
  actor: 'browser',
  title: 'It is x',
  cause: '',
  remedy: '',
  causedBy: { step: 'call', entry: 'e1' },
  evidence: [],
  ruledOut: [],
  discrepancies: [],
};

function recorderWith({ refuse }: { refuse?: 'begin' | 'append' } = {}) {
  const log = signal<readonly LogEntry[]>([]);
  const summary = signal(summarise([]));
  const series = signal<RunSeries | undefined>(undefined);
  const diagnoses = signal<readonly Diagnosis[]>([]);
  const stored: string[] = [];
  const batches: RecordedBatch[] = [];
  const troubles: string[] = [];
  const tasks: (() => void)[] = [];
  let id = 0;
  let now = 0;
  const store: Pick<RecordingStore, 'begin'> = {
    async begin(head) {
      if (refuse === 'begin') throw new Error('refused');
      stored.push(`begin ${head.id} ${head.scenario} ${head.startedAt}`);
      return {
        async append(batch) {
          if (refuse === 'append') throw new Error('full');
          batches.push(batch);
          stored.push(`${head.id} [${batch.entries}]`);
        },
        close: () => void stored.push(`close ${head.id}`),
      };
    },
  };
  const recorder = createRecorder({
    present: { log, summary, series, startedAt: signal(0), clock: signal(0) },
    store,
    product: '0.1.0',
    scenario: () => 'healthy',
    diagnoses: () => diagnoses.value,
    newId: () => `r${(id += 1)}`,
    now: () => now,
    soon(task) {
      tasks.push(task);
      return () => tasks.splice(tasks.indexOf(task), 1);
    },
    onTrouble: (why) => troubles.push(why),
    onChange: () => undefined,
  });
  return {
    recorder,
    batches,
    stored,
    troubles,
    tasks,
    series,
    diagnoses,
    wait: (ms: number) => void (now += ms),
    publish(entries: readonly LogEntry[]) {
      atOnce(() => {
        log.value = entries;
        summary.value = summarise(entries);
      });
    },
  };
}

test('a run is stored in batches of what is new', async () => {
  const { recorder, batches, stored, tasks, publish } = recorderWith();
  const first = begin(1);
  publish([first]);
  publish([first, note('e2', 3)]);
  expect(tasks).toHaveLength(1);
  await recorder.flush();
  expect(stored[0]).toBe('begin r1 healthy 1800000000000');
  expect(JSON.parse(`[${batches[0]?.entries}]`)).toEqual([first, note('e2', 3)]);
  expect(batches.at(-1)?.facts).toEqual({ target: 'simulated', outcome: 'running', duration: 3 });
});

test('the same run goes on in the same recording, another begins its own', async () => {
  const { recorder, batches, stored, publish } = recorderWith();
  const first = begin(1);
  publish([first]);
  await recorder.flush();
  publish([first, note('e2', 3)]);
  await recorder.flush();
  publish([first, note('e2', 3), failure('e3', 9)]);
  publish([begin(2)]);
  await recorder.flush();
  expect(batches.map(({ count, facts }) => [count, facts.outcome, facts.duration])).toEqual([
    [1, 'running', 0],
    [1, 'running', 3],
    [1, 'failed', 9],
    [1, 'running', 0],
  ]);
  expect(stored.filter((line) => !line.includes('['))).toEqual([
    'begin r1 healthy 1800000000000',
    'begin r2 healthy 1800000000000',
    'close r1',
  ]);
});

test('a verdict that comes after the last entry is stored too', async () => {
  const { recorder, batches, diagnoses, tasks, publish } = recorderWith();
  publish([begin(1), failure('e2', 4)]);
  await recorder.flush();
  diagnoses.value = [verdict];
  expect(tasks).toHaveLength(1);
  await recorder.flush();
  expect(batches[1]).toMatchObject({ count: 0, facts: { verdict: { code: 'x.y', variant: 'z' } } });
  diagnoses.value = [{ ...verdict }];
  expect(tasks).toHaveLength(0);
});

test('statistics are stored whole, now and then, and once more at the end', async () => {
  const { recorder, batches, series, publish, wait } = recorderWith();
  const first = begin(1);
  const measured = createSeries({ capacity: 8 });
  publish([first]);
  measured.add(1, { rtt: 1 });
  series.value = { series: measured };
  await recorder.flush();
  measured.add(2, { rtt: 2 });
  series.value = { series: measured };
  await recorder.flush();
  expect(batches.map((batch) => batch.series !== undefined)).toEqual([true]);
  wait(10_000);
  await recorder.flush();
  measured.add(3, { rtt: 3 });
  publish([first, failure('e2', 4)]);
  await recorder.flush();
  expect(batches.map((batch) => batch.series?.slice(0, 47))).toEqual([
    '{"capacity":8,"stride":1,"added":1,"times":[1],',
    '{"capacity":8,"stride":1,"added":2,"times":[1,2',
    '{"capacity":8,"stride":1,"added":3,"times":[1,2',
  ]);
});

test.each(['begin', 'append'] as const)(
  'a store that refuses to %s is told of once, and the run goes on',
  async (refuse) => {
    const { recorder, troubles, publish } = recorderWith({ refuse });
    const first = begin(1);
    publish([first]);
    await recorder.flush();
    publish([first, note('e2', 1)]);
    await recorder.flush();
    expect(troubles).toEqual([refuse === 'begin' ? 'refused' : 'full']);
    publish([begin(2)]);
    await recorder.flush();
    expect(troubles).toHaveLength(2);
  },
);

test('an emptied log ends its recording', async () => {
  const { recorder, stored, publish } = recorderWith();
  publish([begin(1)]);
  publish([]);
  await recorder.flush();
  await Promise.resolve();
  expect(recorder.current()).toBeUndefined();
  await new Promise((resolve) => setTimeout(resolve));
  expect(stored.at(-1)).toBe('close r1');
});
