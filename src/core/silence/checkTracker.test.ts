import { expect, test } from 'vitest';
import { readStatistics, type StatisticsSample } from '../session/readStatistics.ts';
import { createCheckTracker } from './checkTracker.ts';

const empty = readStatistics(new Map()).sample;
const sample = (
  requestsSent: number | undefined,
  responsesReceived: number | undefined,
): StatisticsSample => ({
  ...empty,
  requestsSent,
  responsesReceived,
});

test('what is sent after the last response counts as unanswered', () => {
  const checks = createCheckTracker(() => performance.now());
  checks.take(sample(5, 5));
  checks.take(sample(6, 5));
  checks.take(sample(9, 5));
  expect(checks.facts()).toMatchObject({ responses: 0, unanswered: 4 });
  checks.take(sample(10, 6));
  expect(checks.facts()).toMatchObject({ responses: 1, unanswered: 0 });
});

test('a sample without pairs changes nothing', () => {
  const checks = createCheckTracker(() => performance.now());
  checks.take(sample(5, 5));
  checks.take(sample(8, 5));
  checks.take(sample(undefined, undefined));
  expect(checks.facts().unanswered).toBe(3);
});

test('other pairs begin anew', () => {
  const checks = createCheckTracker(() => performance.now());
  checks.take(sample(20, 12));
  checks.take(sample(40, 12));
  checks.restart();
  checks.take(sample(2, 2));
  expect(checks.facts()).toMatchObject({ responses: 0, unanswered: 0 });
});
