import { expect, test } from 'vitest';
import { createForeignLog } from './foreignLog.ts';
import { beginning, createHarSteps } from './harSteps.ts';

function stepping() {
  const out = createForeignLog(0);
  const steps = createHarSteps(out, 0);
  const told = () =>
    out.entries.map((entry) =>
      entry.kind === 'step' ? `${entry.attempt} ${entry.step} ${entry.state}` : entry,
    );
  return { out, steps, told };
}

test('a step that was reached before is another attempt; those before its beginning are skipped', () => {
  const { steps, told, out } = stepping();
  steps.skipBefore('ice-config');
  steps.begin('ice-config', 0);
  steps.begin('call', 5);
  expect([steps.reached, out.attempt, told()]).toEqual(['call', 1, ['1 token skipped']]);
  steps.begin('call', 9);
  expect([steps.reached, out.attempt, told().slice(1)]).toEqual([
    'call',
    2,
    [
      { id: 'e2', at: 9, attempt: 2, kind: 'attempt', number: 2, from: 'offer', why: 'again', delay: 0 },
      '2 token skipped',
      '2 ice-config skipped',
    ],
  ]);
  steps.begin('token', 12);
  expect(told().slice(4)).toEqual([
    { id: 'e5', at: 12, attempt: 3, kind: 'attempt', number: 3, from: 'token', why: 'again', delay: 0 },
  ]);
});

test('a failed step is told why, until the next one begins', () => {
  const { steps, out } = stepping();
  expect(steps.failed).toBe(false);
  steps.begin('token', 0);
  steps.fail('token', 7, 3, 'e9');
  expect(out.entries).toEqual([
    { id: 'e1', at: 7, attempt: 1, kind: 'step', step: 'token', state: 'failed', took: 3, failedBy: 'e9' },
  ]);
  expect(steps.failed).toBe(true);
  steps.begin('ice-config', 8);
  expect(steps.failed).toBe(false);
});

test('a call, and what follows it, begins with its offer', () => {
  expect((['token', 'ice-config', 'offer', 'call', 'connection'] as const).map(beginning)).toEqual([
    'token',
    'ice-config',
    'offer',
    'offer',
    'offer',
  ]);
});
