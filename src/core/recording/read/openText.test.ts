import { expect, test } from 'vitest';
import { logOf } from '../../diagnosis/testing/literalLog.ts';
import { reportEntry } from '../../session/report.ts';
import { openText } from './openText.ts';

const log = logOf(
  'rest',
  { kind: 'step', step: 'token', state: 'running' },
  { kind: 'run', state: 'stopped', by: 'user' },
);
const recording = {
  format: 'webrtc-session-recording',
  version: 1,
  product: '0.2.0',
  source: 'debugger',
  id: 'r7',
  startedAt: 1,
  userAgent: 'test',
  log,
};

const problemOf = (text: string, fileName?: string) => {
  const reading = openText(text, { id: 'x', ...(fileName === undefined ? {} : { fileName }) });
  return reading.ok ? 'none' : reading.problem;
};

test('our own files are recognised by their shape, whatever their name', () => {
  for (const text of [
    JSON.stringify(recording),
    `\uFEFF${JSON.stringify(recording, undefined, 2)}`,
    log.map((entry) => JSON.stringify(reportEntry(entry))).join('\n'),
    JSON.stringify(log),
  ]) {
    const reading = openText(text, { id: 'x', fileName: 'holiday.png' });
    expect(reading.ok && reading.recording.log.map(({ kind }) => kind)).toEqual([
      'run-started',
      'step',
      'run',
    ]);
  }
});

test('a broken line of NDJSON is named, the others stay', () => {
  const lines = log.map((entry) => JSON.stringify(entry)).join('\n');
  const reading = openText(lines.slice(0, -4), { id: 'x' });
  expect(reading.ok && reading.recording.log).toHaveLength(2);
  expect(reading.ok && reading.notes.at(-1)).toBe(
    '1 of its lines are no JSON (line 3, the last: the file was cut off) and left out.',
  );
});

test('a session description opens alone, also as JSON', () => {
  const sdp =
    'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=setup:active\r\na=ice-pwd:abcdefghijklmnopqrstuvwx\r\n';
  for (const text of [sdp, JSON.stringify({ type: 'answer', sdp })]) {
    const reading = openText(text, { id: 'x' });
    const found = reading.ok
      ? reading.recording.log.find((entry) => entry.kind === 'description')
      : undefined;
    expect(found).toMatchObject({ side: 'remote', type: 'answer' });
    expect(JSON.stringify(found)).not.toContain('abcdefghijklmnopqrstuvwx');
  }
});

test('what cannot be opened is called by its name, with what to do', () => {
  for (const empty of ['', ' \n', '\uFEFF']) expect(problemOf(empty)).toBe('This file is empty.');
  expect(problemOf('PK\u0003\u0004xx')).toMatch(/ZIP archive: unpack it/);
  expect(problemOf('<!doctype html><p>x')).toMatch(/HTML page/);
  expect(problemOf('%PDF-1.7')).toMatch(/PDF/);
  expect(problemOf('dear all,', 'mail.txt')).toMatch(/^“mail.txt” is none of what can be opened/);
  expect(problemOf('{"name": "app", "version": "1"}')).toMatch(
    /^This is JSON with “name”, “version”, but none/,
  );
  expect(problemOf(JSON.stringify({ ...recording, version: 99 }))).toMatch(/newer version/);
});

test('broken JSON is told with its place', () => {
  expect(problemOf('{"PeerConnections": {"1": {')).toBe(
    'This JSON ends too early, in line 1 after 27 characters: the file was cut off. Save or send it anew.',
  );
  expect(problemOf('{"log":\n {"entries": [1 2]}}')).toMatch(
    /^This JSON is broken in line 2, column 17: near “/,
  );
  expect(problemOf('['.repeat(200_000))).toMatch(/ends too early/);
});

test('keys that mean to change prototypes change nothing', () => {
  const hostile =
    '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "PeerConnections": {"__proto__": {"updateLog": [{"type": "__proto__", "value": "{\\"__proto__\\": {\\"polluted\\": 1}}", "timestamp": 1}]}}}';
  openText(hostile, { id: 'x' });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('reading tells its progress and can be cancelled', () => {
  const parts: number[] = [];
  openText(JSON.stringify({ PeerConnections: { a: {} } }), {
    id: 'x',
    onProgress: (part) => parts.push(part) > 0,
  });
  expect(parts.toSorted((one, other) => one - other)).toEqual(parts);
  expect(parts.at(-1)).toBe(1);
  const cancelled = openText(JSON.stringify({ PeerConnections: { a: {} } }), {
    id: 'x',
    onProgress: () => false,
  });
  expect(cancelled).toEqual({ ok: false, problem: 'Opening was cancelled.' });
});

test('markup stays text', () => {
  const markup = '<img src=x onerror=alert(1)>';
  const dump = {
    PeerConnections: {
      a: { url: markup, updateLog: [{ type: 'onconnectionstatechange', value: markup, timestamp: 1 }] },
    },
  };
  const reading = openText(JSON.stringify(dump), { id: 'x' });
  expect(reading.ok && reading.recording.log[0]).toMatchObject({ pageUrl: markup });
});

const openable =
  'a recording of this debugger, a HAR, a webrtc-internals or rtcstats dump, or a session description.';

test.each([
  ['7', 'This is JSON'],
  ['"x"', 'This is JSON'],
  ['{}', 'This is JSON (an empty object)'],
  ['{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}', 'This is JSON with “a”, “b”, “c”, “d”, “e”'],
  [`{"${'k'.repeat(40)}":1}`, `This is JSON with “${'k'.repeat(30)}”`],
  ['{"log":[]}', 'This is JSON with “log”'],
  ['{"steps":[]}', 'This is JSON with “steps”'],
  ['{"type":"pranswer","sdp":"v=0"}', 'This is JSON with “type”, “sdp”'],
  ['{"type":"offer","sdp":7}', 'This is JSON with “type”, “sdp”'],
])('%s is JSON of something else', (text, words) => {
  expect(problemOf(text)).toBe(`${words}, but none of what can be opened: ${openable}`);
});

test.each([
  ['[7]', /^No entry of the log could be read/],
  ['{"format":1}', /its "format" is another/],
  ['{"log":[],"steps":[]}', /it has no member "format"/],
  ['{"format":"webrtc-session-facts"}', /of the probe/],
  ['{"log":{"entries":[]}}', /^This HAR has 0 requests/],
  ['{"PeerConnections":{}}', /^This dump has no peer connection/],
  ['\uFEFFRTCStatsDump\n[]', /^This begins like an rtcstats dump/],
])('%s is taken for what its shape says', (text, words) => {
  expect(problemOf(text)).toMatch(words);
});

test('what is no JSON is named by its file, and what can be opened is said', () => {
  const rest =
    'is none of what can be opened: a recording of this debugger, its NDJSON, a HAR, a webrtc-internals or rtcstats dump, or a session description.';
  expect(problemOf('dear all,')).toBe(`This ${rest}`);
  expect(problemOf('see {"a":1}', `${'n'.repeat(101)}.txt`)).toBe(`“${'n'.repeat(100)}” ${rest}`);
});

test('broken JSON shows what stands around the place, on one line', () => {
  const damaged = 'The file is damaged, or was edited by hand.';
  expect(problemOf('\uFEFF {"a": 1,\n\t"b" 2}')).toBe(
    `This JSON is broken in line 2, column 6: near “ {"a": 1, "b" 2}”. ${damaged}`,
  );
  expect(problemOf(`["${'x'.repeat(30)}" "${'y'.repeat(30)}"]`)).toBe(
    `This JSON is broken in line 1, column 35: near “${'x'.repeat(18)}" "${'y'.repeat(19)}”. ${damaged}`,
  );
});

test('a session description as JSON says which side it is', () => {
  const sideOf = (type: string) => {
    const reading = openText(JSON.stringify({ type, sdp: 'v=0\r\na=setup:active\r\n' }), { id: 'x' });
    return reading.ok && reading.recording.log.find((entry) => entry.kind === 'description');
  };
  expect(sideOf('offer')).toMatchObject({ side: 'local', type: 'offer' });
  expect(sideOf('answer')).toMatchObject({ side: 'remote', type: 'answer' });
});

test('the report that this debugger wrote opens', () => {
  const report = `<!doctype html><script type="application/json" id="webrtc-session-recording">${JSON.stringify(recording)}</script>`;
  const reading = openText(report, { id: 'x' });
  expect(reading.ok && reading.recording.id).toBe('r7');
});

test('progress goes from nothing to all of it', () => {
  const parts: number[] = [];
  const listening = { id: 'x', onProgress: (part: number) => parts.push(Math.round(part * 100)) > 0 };
  openText(JSON.stringify({ PeerConnections: { a: {} } }), listening);
  expect(parts).toEqual([0, 30, 37, 44, 65, 100]);
});

test('whatever goes wrong is said', () => {
  const reading = openText('{}', {
    id: 'x',
    onProgress: () => {
      throw new RangeError('y'.repeat(300));
    },
  });
  expect(reading).toEqual({
    ok: false,
    problem: `This file could not be read: RangeError: ${'y'.repeat(188)}. It may be damaged, or too large.`,
  });
});
