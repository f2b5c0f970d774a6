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

test('Firefox counts what was answered, and not what was sent: that stays unknown', () => {
  let now = 0;
  const checks = createCheckTracker(() => now);
  checks.take(sample(undefined, 1));
  now = 4_000;
  checks.take(sample(undefined, 2));
  now = 6_000;
  checks.take(sample(undefined, 2));
  expect(checks.facts()).toMatchObject({ responses: 1, lastResponseAt: 4_000, unanswered: undefined });
});

test('packets are unknown until a browser counts them', () => {
  const checks = createCheckTracker(() => 0);
  checks.take(sample(1, 0));
  expect(checks.facts().packetsReceived).toBeUndefined();
  checks.take({ ...sample(2, 0), packetsReceived: 0 });
  expect(checks.facts().packetsReceived).toBe(0);
});

test('packets that were counted once stay, until more are', () => {
  const checks = createCheckTracker(() => 0);
  const counted = (packetsReceived: number | undefined) => {
    checks.take({ ...sample(1, 0), packetsReceived });
    return checks.facts().packetsReceived;
  };
  expect([counted(3), counted(undefined), counted(7), counted(0)]).toEqual([3, 3, 7, 0]);
});

test('a count that goes back is another pair’s, and no response', () => {
  let now = 1_000;
  const checks = createCheckTracker(() => now);
  expect(checks.facts()).toEqual({
    responses: 0,
    lastResponseAt: 1_000,
    unanswered: undefined,
    packetsReceived: undefined,
    streamEndedAt: undefined,
  });
  checks.take(sample(9, 5));
  now = 2_000;
  checks.take(sample(3, 2));
  expect(checks.facts()).toMatchObject({ responses: 0, lastResponseAt: 2_000, unanswered: 0 });
  checks.take(sample(5, 2));
  checks.take(sample(1, 2));
  expect(checks.facts().unanswered).toBe(0);
});

test('where only what was sent is counted, what is unanswered stays unknown', () => {
  const checks = createCheckTracker(() => 0);
  checks.take(sample(9, undefined));
  expect(checks.facts().unanswered).toBeUndefined();
});

test('when other pairs count, all is unknown again and time counts from then', () => {
  let now = 0;
  const checks = createCheckTracker(() => now);
  checks.take(sample(5, 5));
  checks.take(sample(9, 5));
  now = 3_000;
  checks.restart();
  expect(checks.facts()).toMatchObject({ unanswered: undefined, lastResponseAt: 3_000 });
  now = 4_000;
  checks.take(sample(12, 7));
  expect(checks.facts()).toMatchObject({ responses: 0, lastResponseAt: 4_000, unanswered: 0 });
});

/** One sample a second, with so many bytes in all; when the stream ended, as of the last of them. */
function streamOf(...received: readonly (number | undefined)[]) {
  let now = 0;
  const checks = createCheckTracker(() => now);
  for (const bytesReceived of received) {
    now += 1_000;
    checks.take({ ...sample(undefined, 1), bytesReceived });
  }
  return checks.facts().streamEndedAt;
}

test('what came with every sample and comes no more is a stream that ended', () => {
  expect(streamOf(10, 20, 30, 40, 50, 60, 60, 60)).toBe(6_000);
  expect(streamOf(10, 20, 30, 40, 50, 60, 60, 70)).toBeUndefined();
  expect(streamOf(10, 20, 30, 40, 50, 60, undefined, 60)).toBe(6_000);
});

test('what comes now and then is no stream, and no end of one', () => {
  expect(streamOf(10, 20, 20, 30, 30, 30)).toBeUndefined();
  // Five samples, of which four brought something since the one before.
  expect(streamOf(10, 20, 30, 40, 50, 50)).toBeUndefined();
  expect(streamOf(10, 20, 30, 40, 40, 50, 60, 60)).toBeUndefined();
  expect(streamOf(10, 10, 10)).toBeUndefined();
  expect(streamOf(undefined, undefined)).toBeUndefined();
});
