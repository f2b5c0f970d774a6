import { expect, test } from 'vitest';
import { type Literal, logOf, request } from '../../diagnosis/testing/literalLog.ts';
import { expiringBetween } from './expiringBetween.ts';

const offered = (at: number): Literal => ({ kind: 'step', step: 'offer', state: 'done', at });

test('compressed, a token has its last three seconds, and the call waits for them', () => {
  const tokens = {
    'token#1': { issuedBefore: 1, expiresAfter: 900, expiresAtText: 'then' },
    'token#2': { issuedBefore: 1, expiresAfter: 2 },
    'token#3': { issuedBefore: 1 },
    'token#4': { expiresAfter: 900 },
  };
  expect(expiringBetween([], tokens, 'compressed')).toEqual({
    tokens: { ...tokens, 'token#1': { issuedBefore: 898, expiresAfter: 3, expiresAtText: 'then' } },
    waitBeforeCall: 3_200,
  });
});

function recordedWait(...entries: readonly Literal[]) {
  return expiringBetween(logOf('rest', ...entries), {}, 'recorded').waitBeforeCall;
}

test('as recorded, the call comes as long after the offer as it came', () => {
  const tokens = { 'token#1': { issuedBefore: 1, expiresAfter: 900 } };
  const log = logOf('rest', offered(1_000.2), request('calls', { at: 61_000 }));
  expect(expiringBetween(log, tokens, 'recorded')).toEqual({ tokens, waitBeforeCall: 60_000 });
  expect(
    recordedWait(
      offered(100),
      request('calls', { at: 200 }),
      offered(1_000),
      { kind: 'step', step: 'offer', state: 'running', at: 1_100 },
      { kind: 'step', step: 'call', state: 'done', at: 1_200 },
      request('calls', { at: 1_500 }),
      request('ice-config', { at: 1_900 }),
    ),
  ).toBe(500);
});

test('where either of the two is missing there is no wait', () => {
  expect(recordedWait(offered(100))).toBe(0);
  expect(recordedWait(request('calls', { at: 200 }))).toBe(0);
  expect(recordedWait(request('calls', { at: 200 }), offered(300))).toBe(0);
});
