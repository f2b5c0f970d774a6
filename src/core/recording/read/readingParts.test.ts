import { expect, test } from 'vitest';
import type { LogEntry } from '../../session/log.ts';
import type { Reading } from '../recording.ts';
import { joinParts, readingParts } from './readingParts.ts';

const common = { attempt: 1, at: 0 } as const;

function readingOf(log: readonly LogEntry[]): Reading {
  return {
    ok: true,
    recording: {
      format: 'webrtc-session-recording',
      version: 1,
      product: '1',
      source: 'debugger',
      id: 'r',
      startedAt: 0,
      userAgent: '',
      log,
    },
    notes: ['n'],
  };
}

const state = (index: number): LogEntry => ({
  ...common,
  id: `e${index}`,
  kind: 'state',
  machine: 'ice',
  to: 'new',
});

test('what is taken apart is put together as it was', () => {
  const reading = readingOf(Array.from({ length: 2_500 }, (_, index) => state(index)));
  const join = joinParts();
  const told = [...readingParts(reading)].map(join);
  expect(told.at(-1)?.reading).toEqual(reading);
  expect(told.map(({ received }) => received)).toEqual([0, 0.4, 0.8, 1, 1]);
});

test('long texts make smaller portions', () => {
  const sdp = 'x'.repeat(400_000);
  const description = (id: string): LogEntry => ({
    ...common,
    id,
    kind: 'description',
    side: 'remote',
    type: 'answer',
    sdp,
  });
  const parts = [...readingParts(readingOf([description('a'), description('b'), description('c')]))];
  expect(parts.map((each) => (each.part === 'entries' ? each.log.length : each.part))).toEqual([
    'head',
    2,
    1,
    'end',
  ]);
});

test('a problem goes over whole', () => {
  const join = joinParts();
  expect([...readingParts({ ok: false, problem: 'no' })].map((part) => join(part).reading)).toEqual([
    { ok: false, problem: 'no' },
  ]);
});
