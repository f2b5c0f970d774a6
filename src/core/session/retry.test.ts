import { expect, test } from 'vitest';
import type { Failure } from './failure.ts';
import type { ReplyReading } from './reply.ts';
import { backoffDelay, isRetryable } from './retry.ts';

const empty: ReplyReading = { format: 'empty', answeredBy: 'unknown' };
const http = (status: number, reading = empty): Failure => ({ reason: 'http', status, reading });
const error = { name: 'TypeError', message: 'Failed to fetch' };

test('5xx, a timeout and no response may do better later', () => {
  expect([500, 502, 503, 504, 524, 599].every((status) => isRetryable(http(status)))).toBe(true);
  expect(isRetryable({ reason: 'timeout', limit: 10, phase: 'headers' })).toBe(true);
  expect(isRetryable({ reason: 'timeout', limit: 10, phase: 'body', status: 200 })).toBe(true);
  expect(isRetryable({ reason: 'unreachable', error })).toBe(true);
});

test('4xx, bad replies and connection failures are not retried blindly', () => {
  expect([400, 401, 403, 404, 408, 422, 429, 499, 600].some((status) => isRetryable(http(status)))).toBe(
    false,
  );
  expect(isRetryable({ reason: 'bad-reply', status: 200, problem: 'html', fields: [], reading: empty })).toBe(
    false,
  );
  expect(isRetryable({ reason: 'timeout', limit: 10, waitingFor: 'ice' })).toBe(false);
  expect(isRetryable({ reason: 'unexpected', error })).toBe(false);
  expect(isRetryable({ reason: 'unreachable', error, hopeless: true })).toBe(false);
});

test('a 500 behind which a 401 was passed on is not retried', () => {
  const reading = (passedOn: ReplyReading['passedOn']): ReplyReading => ({
    format: 'sdk-text',
    answeredBy: 'backend',
    ...(passedOn === undefined ? {} : { passedOn }),
  });
  expect(isRetryable(http(500, reading({ code: 'AUTHENTICATION_ERROR' })))).toBe(false);
  const passedOn = (status: number) => isRetryable(http(500, reading({ status })));
  expect([400, 404, 499].some(passedOn)).toBe(false);
  expect([302, 500, 503].every(passedOn)).toBe(true);
});

test('delays double up to 8 s, and half of each is random', () => {
  expect([1, 2, 3, 4, 5, 6, 99].map((attempt) => backoffDelay(attempt, () => 1))).toEqual([
    500, 1000, 2000, 4000, 8000, 8000, 8000,
  ]);
  expect([1, 2].map((attempt) => backoffDelay(attempt, () => 0))).toEqual([250, 500]);
});

test('Retry-After is waited out', () => {
  expect(backoffDelay(1, () => 0, 30)).toBe(30_000);
  expect(backoffDelay(5, () => 1, 1)).toBe(8_000);
});
