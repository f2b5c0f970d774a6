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

const request = { request: 'r', status: 200, headers: {} };
const text = (length: number) => 'x'.repeat(length);
const pair = { local: '', remote: '', state: 'failed', nominated: false };

test.each<[string, LogEntry]>([
  [
    'request',
    {
      ...common,
      ...request,
      id: 'a',
      kind: 'request',
      endpoint: 'calls',
      method: 'POST',
      url: '',
      credential: { kind: 'none' },
      crossOrigin: false,
      altered: [],
      body: text(500_000),
    },
  ],
  [
    'response',
    {
      ...common,
      ...request,
      id: 'a',
      kind: 'response',
      statusText: '',
      body: text(500_000),
      bodyBytes: 0,
      headersAfter: 0,
      took: 0,
      correlationExposed: false,
      redirected: false,
    },
  ],
  ['channel', { ...common, id: 'a', kind: 'channel', event: 'received', label: '', text: text(500_000) }],
  [
    'description',
    { ...common, id: 'a', kind: 'description', side: 'local', type: 'offer', sdp: text(500_000) },
  ],
  [
    'statistics',
    {
      ...common,
      id: 'a',
      kind: 'statistics',
      moment: 'sample',
      pairs: Array.from({ length: 2_500 }, () => pair),
    },
  ],
])('a long %s is a portion of its own', (_, entry) => {
  const sizes = [...readingParts(readingOf([entry, state(1)]))].flatMap((each) =>
    each.part === 'entries' ? [each.log.length] : [],
  );
  expect(sizes).toEqual([1, 1]);
});

test('what exactly fills its portions has no empty one behind them', () => {
  const parts = readingParts(readingOf(Array.from({ length: 1_000 }, (_, index) => state(index))));
  expect([...parts].map(({ part }) => part)).toEqual(['head', 'entries', 'end']);
});

test('entries without a head, or with one that promises none, are no progress', () => {
  const entries = { part: 'entries', log: [state(1)] } as const;
  expect([joinParts()(entries), joinParts()({ part: 'end' })]).toEqual([{ received: 0 }, { received: 0 }]);
  const join = joinParts();
  const [head] = readingParts(readingOf([]));
  expect([head, entries].map((part) => part && join(part))).toEqual([{ received: 0 }, { received: 0 }]);
});
