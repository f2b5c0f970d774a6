import { expect, test } from 'vitest';
import { logOf } from '../../diagnosis/testing/literalLog.ts';
import type { LogEntryOf } from '../../session/log.ts';
import { playedPart } from './playedPart.ts';

type Why = LogEntryOf<'attempt'>['why'];

/** The number of the attempt with which the played part begins; 1 is the run itself. */
function beginsWith(attempts: readonly Why[], given: { retries?: number; renewToken?: boolean } = {}) {
  const { retries = 0, renewToken = false } = given;
  const entries = attempts.flatMap(
    (why, index) =>
      [
        { kind: 'note', topic: 'carried', what: 'token' },
        { kind: 'attempt', number: index + 2, from: 'token', why, delay: 0 },
      ] as const,
  );
  const [first] = playedPart(logOf('rest', ...entries), { retries, renewToken });
  return first?.attempt;
}

test('a run of one attempt is played whole', () => {
  const log = logOf('rest', { kind: 'run', state: 'connected' });
  expect(playedPart(log, { retries: 0, renewToken: false })).toEqual(log);
  expect(playedPart([], { retries: 0, renewToken: false })).toEqual([]);
});

test('a retry by hand begins anew', () => {
  expect(beginsWith(['retry'])).toBe(2);
  expect(beginsWith(['retry', 'retry'])).toBe(3);
  expect(beginsWith(['new-token'])).toBe(2);
});

test('retries that the settings ask for belong to the run', () => {
  expect(beginsWith(['retry', 'retry'], { retries: 2 })).toBe(1);
  expect(beginsWith(['retry', 'retry'], { retries: 1 })).toBe(3);
  expect(beginsWith(['new-token'], { renewToken: true })).toBe(1);
  expect(beginsWith(['new-token', 'new-token'], { renewToken: true })).toBe(3);
  expect(beginsWith(['retry', 'new-token'], { retries: 1, renewToken: true })).toBe(1);
  expect(beginsWith(['new-token', 'new-token'], { retries: 2 })).toBe(3);
});

test('going again with the same token belongs to the session that was there before', () => {
  expect(beginsWith(['again', 'again'])).toBe(1);
  expect(beginsWith(['retry', 'again'])).toBe(2);
});
