import { expect, test } from 'vitest';
import { defaultLimits } from '../session/settings.ts';
import { readFactsAsRecording, readFactsFile, readPage, recordingsOf } from './factsFile.ts';
import { readFact } from './readFact.ts';
import { peerFact, request as requestFact } from './testing/watchedFacts.ts';

const state = (at: number) => ({
  at,
  saw: 'entry',
  peer: 1,
  entry: { kind: 'state', machine: 'ice', to: 'checking' },
});

const file = {
  format: 'webrtc-session-facts',
  version: 1,
  product: '1.0.0',
  id: 'abc',
  startedAt: 5,
  userAgent: 'Chrome/156',
  pageUrl: 'https://app.example/',
  limits: defaultLimits('backend'),
  facts: [state(1)],
  dropped: 0,
};

test('what the probe saved is read as it is', () => {
  expect(readFactsFile(JSON.parse(JSON.stringify(file)))).toEqual({ ok: true, file, notes: [] });
});

test('what is none, damaged or newer says so', () => {
  for (const [json, problem] of [
    [null, /no recording of the probe/],
    [{ format: 'webrtc-session-recording' }, /no recording of the probe/],
    [{ ...file, version: 2 }, /another version \(2\)/],
    [{ ...file, facts: 'many' }, /damaged/],
    [{ ...file, limits: {} }, /damaged/],
  ] as const) {
    const read = readFactsFile(json);
    expect(read.ok ? undefined : read.problem).toMatch(problem);
  }
});

test('facts that are none are left out and counted, and so are those that go back in time', () => {
  const read = readFactsFile({
    ...file,
    facts: [state(5), state(1), 7, { ...state(6), saw: 'tea' }, state(8)],
    dropped: 3,
  });
  expect(read.ok && read.file.facts.map(({ at }) => at)).toEqual([5, 8]);
  expect(read.ok && read.notes).toEqual([
    '3 facts could not be read, or stood in the wrong order: left out.',
    'The probe had let go of 3 facts in the middle: it keeps 5,000.',
  ]);
});

test('what the file says of itself is taken as far as it is as it must be', () => {
  const read = (more: object) => {
    const reading = readFactsFile({ ...file, ...more });
    if (!reading.ok) throw new Error(reading.problem);
    const { product, id, dropped } = reading.file;
    return [product, id, dropped, reading.notes.length];
  };
  expect(read({ product: 7, id: 7, dropped: '3' })).toEqual(['unknown', 'page', 0, 0]);
  expect(read({ product: 'p'.repeat(101), id: 'i'.repeat(80) })).toEqual([
    'p'.repeat(100),
    'i'.repeat(80),
    0,
    0,
  ]);
  expect(read({ id: 'i'.repeat(81), dropped: -1 })).toEqual(['1.0.0', 'page', 0, 0]);
  expect(read({ id: ' a.B:_-9', dropped: 1 })).toEqual(['1.0.0', 'page', 1, 1]);
  expect(read({ id: 'a.B:_-9' })).toEqual(['1.0.0', 'a.B:_-9', 0, 0]);
});

test('facts of the same moment are both read', () => {
  const read = readFactsFile({ ...file, facts: [state(0), state(5), state(5)] });
  expect(read.ok && read.file.facts).toHaveLength(3);
});

test('nobody can claim what is to be inferred', () => {
  for (const entry of [
    { kind: 'step', state: 'done' },
    { kind: 'run', state: 'connected' },
    { kind: 'connection-failure', failure: { reason: 'limit', error: { name: 'Error', message: '' } } },
  ]) {
    expect(readFact({ at: 1, saw: 'entry', entry })).toBeUndefined();
  }
  expect(readFact({ at: -1, saw: 'peer-closed', peer: 1 })).toBeUndefined();
  expect(readFact({ at: 1, saw: 'peer-closed', peer: 1.5 })).toBeUndefined();
});

test('a secret that a forger calls none is hidden all the same', () => {
  const told = {
    at: 1,
    saw: 'entry',
    entry: { kind: 'note', topic: 'carried', what: 'sk_orga_ai_4711aaaa4711' },
  };
  const read = readFactsFile({ ...file, facts: [told] });
  expect(JSON.stringify(read)).not.toContain('sk_orga_ai_4711aaaa4711');
});

test('without a session there is nothing to open, and it says what may be missing', () => {
  const read = readFactsAsRecording(file);
  expect(read.ok ? undefined : read.problem).toMatch(/^The probe saw no session in this page/);
});

test('of several sessions the last one opens', () => {
  const refused = { saw: 'no-peer', error: { name: 'SyntaxError', message: 'bad' } };
  const facts = [1, 2, 3].map((at) => ({ ...refused, at }));
  const read = readFactsAsRecording({ ...file, facts });
  expect(read.ok && [read.recording.id, read.notes]).toEqual([
    'abc.3',
    ['The page had 3 sessions: this is the last one.'],
  ]);
  const only = readFactsAsRecording({ ...file, facts: facts.slice(0, 1) });
  expect(only.ok && [only.recording.id, only.notes]).toEqual(['abc.1', []]);
});

test('without a session there is no recording', () => {
  const read = readFactsFile(file);
  expect(read.ok && recordingsOf(read.file)).toEqual([]);
});

test('a recording has the verdict, and the statistics where there are any', () => {
  const sample = { at: 20, saw: 'sample', peer: 1, values: { bytes: 7 }, wall: 5 };
  const recordings = (...facts: readonly object[]) => {
    const read = readFactsFile({ ...file, facts });
    return read.ok ? recordingsOf(read.file) : [];
  };
  const refused = { saw: 'no-peer', error: { name: 'SyntaxError', message: 'bad' } };
  const [first, second] = recordings(peerFact(10, 1), sample, { ...refused, at: 30 });
  expect(first).toMatchObject({
    format: 'webrtc-session-recording',
    source: 'probe',
    product: '1.0.0',
    id: 'abc.1',
    startedAt: 15,
    series: { added: 1 },
  });
  expect(second).toMatchObject({ id: 'abc.2', verdict: { step: 'offer' } });
  expect(second).not.toHaveProperty('series');
});

test('what is silent at the end is silent until the last fact', () => {
  const read = readFactsFile({
    ...file,
    facts: [
      requestFact(10, 'r1', 'session'),
      {
        at: 20,
        saw: 'request-end',
        request: 'r1',
        failure: { reason: 'timeout', limit: 9_000, phase: 'body' },
      },
      { at: 270, saw: 'peer-closed', peer: 9 },
    ],
  });
  if (!read.ok) throw new Error(read.problem);
  expect(recordingsOf(read.file)[0]?.log.at(-1)).toMatchObject({ at: 260, kind: 'run', state: 'failed' });
  const shorter = { ...read.file, facts: read.file.facts.slice(0, 2) };
  expect(recordingsOf(shorter)[0]?.log.at(-1)).toMatchObject({ at: 10, kind: 'rest-error' });
  expect(recordingsOf(shorter, 270)[0]?.log.at(-1)).toMatchObject({ at: 260, kind: 'run' });
});

test('a page says of itself what is needed, or nothing', () => {
  const { startedAt, userAgent, pageUrl, limits } = file;
  expect(readPage({ startedAt, userAgent, pageUrl, limits, more: 1 })).toEqual({
    startedAt,
    userAgent,
    pageUrl,
    limits,
  });
  expect(readPage({ startedAt, userAgent, pageUrl: 7, limits })).toBeUndefined();
});
