import { expect, test } from 'vitest';
import { advise, diagnose } from '../diagnosis/diagnose.ts';
import { logKinds } from '../session/log.ts';
import { summarise } from '../session/summarise.ts';
import { createRecording } from './createRecording.ts';
import { parseRecording } from './parseRecording.ts';
import type { Recording } from './recording.ts';
import { sampleLogs } from './testing/sampleLogs.ts';

const header = {
  format: 'webrtc-session-recording',
  version: 1,
  product: '0.2.0',
  source: 'debugger',
  id: 'r1',
  startedAt: 1_762_860_883_000,
  userAgent: 'test',
};
const begin = { id: 'e1', at: 0, attempt: 1, kind: 'run', state: 'continued' };

/** The entry after the beginning, alone. */
function withEntry(entry: unknown): { readonly recording: Recording; readonly notes: readonly string[] } {
  return opened({ ...header, log: [begin, entry] });
}

function opened(json: unknown) {
  const reading = parseRecording(json);
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}

function problemOf(json: unknown): string {
  const reading = parseRecording(json);
  return reading.ok ? 'none' : reading.problem;
}

test.each(Object.entries(sampleLogs))('a recording of “%s” opens as it was', (_, log) => {
  const recording = createRecording({ log, diagnoses: diagnose(log), product: '0.2.0', id: 'r1' });
  const reading = opened(JSON.parse(JSON.stringify(recording)));
  expect(reading.recording).toEqual(recording);
  expect(reading.notes).toEqual([]);
  expect(summarise(reading.recording.log)).toEqual(summarise(log));
  expect(diagnose(reading.recording.log)).toEqual(diagnose(log));
  expect(advise(reading.recording.log)).toEqual(advise(log));
});

test('the sample logs have every kind of entry', () => {
  const kinds = new Set(Object.values(sampleLogs).flatMap((log) => log.map(({ kind }) => kind)));
  expect([...kinds].toSorted()).toEqual([...logKinds].toSorted());
});

test.each([
  ['an entry that is no object', 7, 'Entry 2: no object; left out.'],
  ['an unknown kind', { ...begin, id: 'e2', kind: 'dream' }, 'Entry 2: of an unknown kind; left out.'],
  [
    'a kind from a prototype',
    { ...begin, id: 'e2', kind: 'constructor' },
    'Entry 2: of an unknown kind; left out.',
  ],
  ['no kind', { id: 'e2' }, 'Entry 2: it has no kind; left out.'],
  [
    'an unknown word',
    { ...begin, id: 'e2', state: 'asleep' },
    'Entry 2: run: state must be "paused", "continued", "connected", "failed", "stopped"; left out.',
  ],
  ['no time', { ...begin, id: 'e2', at: null }, 'Entry 2: run: at is absent; left out.'],
  ['a time that is a text', { ...begin, id: 'e2', at: '5' }, 'Entry 2: run: at must be number; left out.'],
  ['an attempt of 0', { ...begin, id: 'e2', attempt: 0 }, 'Entry 2: run: attempt must be >=1; left out.'],
  ['an id twice', begin, 'Entry 2: its id stands before another entry already; left out.'],
  [
    'a failure of another union',
    { id: 'e2', at: 1, attempt: 1, kind: 'connection-failure', failure: { reason: 'http', status: 401 } },
    'Entry 2: connection-failure: failure.reason must be "unsupported"',
  ],
])('%s is left out and named, the rest stays', (_, entry, note) => {
  const { recording, notes } = withEntry(entry);
  expect(recording.log).toEqual([begin]);
  expect(notes[0]).toContain(note);
});

test('a note never repeats what stood in the file', () => {
  const { notes } = withEntry({ ...begin, id: 'e2', state: 'sk_orga_ai_CANARY7f3a9c2e51d84b60a7' });
  expect(notes.join(' ')).not.toContain('CANARY');
});

test('of many bad entries twenty are named and the others counted', () => {
  const { notes } = opened({ ...header, log: [begin, ...Array.from({ length: 500 }, () => 0)] });
  expect(notes.filter((note) => note.startsWith('Entry '))).toHaveLength(20);
  expect(notes).toContain('480 more entries are left out for reasons like these.');
});

test('null where a member may be absent is absent', () => {
  const { recording } = withEntry({
    ...begin,
    id: 'e2',
    kind: 'step',
    state: 'done',
    step: null,
    took: null,
  });
  expect(recording.log[1]).toEqual({ id: 'e2', at: 0, attempt: 1, kind: 'step', state: 'done' });
});

test('what an entry has besides its kind’s members is left out', () => {
  const { recording } = withEntry({ ...begin, id: 'e2', level: 'info', summary: 'x', extra: { deep: [] } });
  expect(recording.log[1]).toEqual({ ...begin, id: 'e2' });
});

test('a log that ends early, and one without its beginning, open and say so', () => {
  const { recording, notes } = opened({ ...header, log: [begin] });
  expect(recording.log).toHaveLength(1);
  expect(notes).toEqual([
    'The log does not have its beginning (run-started): settings and wall clock are unknown.',
  ]);
  expect(opened({ ...header, log: [] }).notes).toEqual(['The log has no entries.']);
});

test('entries out of order are sorted by time', () => {
  const { recording, notes } = withEntry({ ...begin, id: 'e2', at: -5 });
  expect(recording.log.map(({ id }) => id)).toEqual(['e2', 'e1']);
  expect(notes).toContain('The entries were not in the order of time: they are sorted now.');
});

test.each([
  [null, 'This is null, no recording.'],
  ['text', 'This is a string, no recording.'],
  [{}, 'This is no recording: it has no member "format".'],
  [{ format: 'har' }, 'This is no recording: its "format" is another.'],
  [{ ...header, version: 0, log: [] }, 'The recording’s "version" is 0, not a whole number from 1.'],
  [{ ...header, version: '1', log: [] }, 'The recording’s "version" is a string, not a whole number from 1.'],
  [
    { ...header, version: 2, log: [] },
    'This recording was written by a newer version (2) of the debugger, which this one (1) cannot read. Update this one.',
  ],
  [header, 'The recording’s log is absent, not a list of entries.'],
  [{ ...header, log: { 0: begin } }, 'The recording’s log is an object, not a list of entries.'],
  [{ ...header, log: ['x'] }, 'No entry of the log could be read. Entry 1: no object; left out.'],
])('%j is refused with what is wrong and where', (json, problem) => {
  expect(problemOf(json)).toContain(problem);
});

test('what a header lacks is made good from the log', () => {
  const { connected: log } = sampleLogs;
  const { recording } = opened({
    format: header.format,
    version: 1,
    log,
    source: 'radio',
    verdict: 7,
    id: '<b>',
  });
  expect(recording).toMatchObject({
    product: 'unknown',
    source: 'debugger',
    startedAt: 1_762_860_883_000,
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36',
  });
  expect(recording.id).toMatch(/^log-[0-9a-f]{8}$/);
  expect('verdict' in recording).toBe(false);
});

test('the statistics series comes along; one that contradicts itself is left out and said', () => {
  const series = {
    capacity: 4,
    stride: 1,
    added: 1,
    times: [5],
    columns: { rtt: { from: [0], values: [7] } },
  };
  expect(opened({ ...header, log: [begin], series }).recording.series).toEqual(series);
  const bad = opened({ ...header, log: [begin], series: { ...series, times: [5, 4] } });
  expect(bad.recording.series).toBeUndefined();
  expect(bad.notes).toContain(
    'The statistics series contradicts itself and is left out: there are no charts.',
  );
});

test('keys that reach into prototypes come to nothing', () => {
  const polluting = JSON.parse(
    `{"format":"webrtc-session-recording","version":1,"id":"r1","__proto__":{"polluted":1},"log":[
      {"id":"e1","at":0,"attempt":1,"kind":"response","request":"r1","status":200,"statusText":"","body":"","bodyBytes":0,
       "headersAfter":1,"took":1,"correlationExposed":true,"redirected":false,"__proto__":{"polluted":1},
       "headers":{"__proto__":"x","constructor":"y","prototype":"z","a":"b"}}],
      "series":{"capacity":4,"stride":1,"added":1,"times":[5],
       "columns":{"__proto__":{"from":[0],"values":[7]},"constructor":{"from":[0],"values":[7]}}}}`,
  ) as unknown;
  const { recording } = opened(polluting);
  expect(recording.log[0]).toMatchObject({ headers: { a: 'b' } });
  const text = JSON.stringify(recording);
  for (const name of ['__proto__', 'constructor', 'prototype', 'polluted']) expect(text).not.toContain(name);
  expect('polluted' in {}).toBe(false);
});

test('a secret in a foreign file never enters, and gets a name that the file does not use yet', () => {
  const secret = 'sk_orga_ai_CANARY7f3a9c2e51d84b60a7';
  const sent = (id: string, at: number, authorization: string) => ({
    id,
    at,
    attempt: 1,
    kind: 'request',
    request: 'r1',
    endpoint: 'calls',
    method: 'POST',
    url: `https://api.orga-ai.com/v1/realtime/calls?k=${secret}`,
    headers: { authorization },
    credential: { kind: 'api-key', name: 'api-key#1' },
    crossOrigin: true,
    altered: [],
  });
  const log = [
    { id: 'e0', at: 0, attempt: 1, kind: 'note', topic: 'carried', what: btoa(`x${secret}yz`) },
    sent('e1', 1, `Bearer ${secret}`),
    sent('e2', 2, 'Bearer api-key#1'),
  ];
  const { recording, notes } = opened({ ...header, name: `mine ${secret}`, log });
  const text = JSON.stringify(recording);
  expect(text).not.toContain('CANARY');
  expect(text).not.toContain(btoa(secret).slice(4, 24));
  expect(recording.log[1]).toMatchObject({ headers: { authorization: 'Bearer api-key#2' } });
  expect(recording.log[2]).toMatchObject({ headers: { authorization: 'Bearer api-key#1' } });
  expect(recording.name).toBe('mine api-key#2');
  expect(notes).toContain('3 entries held what looks like a secret: replaced.');
  expect(opened(JSON.parse(text))).toMatchObject({ recording });
});

test('a huge text is cut and says so, NUL and lone surrogates stay', () => {
  const note = { id: 'e2', at: 0, attempt: 1, kind: 'note', topic: 'carried' };
  const huge = withEntry({ ...note, what: 'x'.repeat(5_000_000) }).recording.log[1];
  expect(
    huge?.kind === 'note' && huge.topic === 'carried' && [huge.what.length, huge.what.slice(-8)],
  ).toEqual([262_144, 'x… [cut]']);
  expect(withEntry({ ...note, what: '\0\uD800<script>' }).recording.log[1]).toMatchObject({
    what: '\0\uD800<script>',
  });
});

test('nesting of 10,000 levels neither overflows nor enters', () => {
  const cause = JSON.parse(
    '{"name":"E","message":"m","cause":'.repeat(10_000) + 'null' + '}'.repeat(10_000),
  ) as unknown;
  const { recording } = withEntry({
    id: 'e2',
    at: 0,
    attempt: 1,
    kind: 'unexpected',
    failure: { reason: 'unexpected', error: cause },
  });
  expect(JSON.stringify(recording.log[1]).match(/"cause"/g)).toHaveLength(6);
  const deep = JSON.parse('['.repeat(10_000) + ']'.repeat(10_000)) as unknown;
  expect(problemOf(deep)).toContain('No entry of the log could be read');
  expect(problemOf({ ...header, log: [begin], series: deep, verdict: deep })).toBe('none');
});

test('of ten million entries the first million is considered, in bounded time', () => {
  const log: unknown[] = [begin];
  log.length = 10_000_000;
  const began = process.cpuUsage().user;
  const { recording, notes } = opened({ ...header, log });
  expect(recording.log).toHaveLength(1);
  expect(notes[0]).toBe(
    'The log has 10,000,000 entries: the first 1,000,000 are read, the rest is left out.',
  );
  expect((process.cpuUsage().user - began) / 1000).toBeLessThan(5_000);
});
