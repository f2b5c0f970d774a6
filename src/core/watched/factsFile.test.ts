import { expect, test } from 'vitest';
import { defaultLimits } from '../session/settings.ts';
import { readFactsAsRecording, readFactsFile, readPage, recordingsOf } from './factsFile.ts';
import { readFact } from './readFact.ts';

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
  const facts = [
    { ...refused, at: 1 },
    { ...refused, at: 2 },
  ];
  const read = readFactsAsRecording({ ...file, facts });
  expect(read.ok && [read.recording.id, read.notes]).toEqual([
    'abc.2',
    ['The page had 2 sessions: this is the last one.'],
  ]);
});

test('without a session there is no recording', () => {
  const read = readFactsFile(file);
  expect(read.ok && recordingsOf(read.file)).toEqual([]);
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
