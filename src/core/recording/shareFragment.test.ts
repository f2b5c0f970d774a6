import { readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { createRecording } from './createRecording.ts';
import type { Recording } from './recording.ts';
import { isFragment, readFragment, toFragment } from './shareFragment.ts';
import { sampleLogs } from './testing/sampleLogs.ts';

const deflate = async (text: string) => new Uint8Array(deflateRawSync(text));
const inflate = async (bytes: Uint8Array, limit: number) => {
  try {
    return { ok: true, text: inflateRawSync(bytes, { maxOutputLength: limit }).toString() } as const;
  } catch {
    return { ok: false, problem: 'The packed data is cut off or damaged.' } as const;
  }
};

function recordingOf(name: string): Recording {
  const log = sampleLogs[name] ?? [];
  return createRecording({ log, diagnoses: diagnose(log), product: '0.2.0', id: 'r1' });
}

/** A link as a version made it, of a session in Chromium; never changed afterwards. */
async function golden(name: string) {
  const link = readFileSync(new URL(`./golden/${name}.txt`, import.meta.url), 'utf8').trim();
  const reading = await readFragment(link, inflate);
  if (!reading.ok) throw new Error(reading.problem);
  const { recording, notes } = reading;
  const [verdict] = diagnose(recording.log);
  const proofs = verdict?.evidence.map(({ entry }) => entry);
  return { link, recording, notes, seen: [verdict?.code, verdict?.variant, proofs] };
}

test('a link of version d1 opens', async () => {
  const { recording, notes, seen } = await golden('link-d1');
  expect(notes).toEqual([]);
  expect(recording.log).toHaveLength(7);
  expect(recording.log[6]?.at).toBeCloseTo(46.9);
  expect(seen).toEqual(['OrgaAIAuthenticationError', '401', ['e5']]);
});

test('a link of version d2 opens: a session of 84 entries, connected, then refused', async () => {
  const { link, recording, notes, seen } = await golden('link-d2');
  expect(link.length).toBeLessThan(3_500);
  expect(notes).toEqual([]);
  expect(recording.log).toHaveLength(84);
  expect(recording.log[9]).toMatchObject({ id: 'e10', at: 98.9, attempt: 1, step: 'ice-config' });
  expect(recording.log[83]).toMatchObject({ id: 'e84', at: 769.3, attempt: 2, step: 'call' });
  expect(seen).toEqual(['invalid_ephemeral_token', 'used', ['e35', 'e80', 'e82']]);
});

test('whatever a session says comes through a link: odd ids, times, bodies, steps', async () => {
  const common = { attempt: 1, kind: 'note', topic: 'carried' } as const;
  const message = { attempt: 3, kind: 'channel', event: 'received', label: 'x', step: 'connection' } as const;
  const log = [
    { ...common, id: 'a', at: 0, what: '' },
    { ...common, id: 'e2', at: 0.123, what: '\u0001 \u001f \ud800 "},{"kind":"step","at":' },
    { ...message, id: 'e3', at: 7, text: '{"a":1.0}' },
    { ...message, id: 'e4', at: 7, text: '{"__proto__":{"b":[null]}}' },
    { ...message, id: 'e5', at: 7, text: '[1' },
    { ...message, id: 'e6', at: 8, text: '["v=0\\r\\na=rtcp-mux\\r\\n"]' },
    { ...common, id: 'e7', at: 1e12, what: 'after 31 years' },
    { ...common, id: 'e8', at: 1e12, what: 'x', step: 'token' },
  ] as const;
  const recording = { ...recordingOf('connected'), log };
  const shared = await toFragment(recording, deflate);
  const reading = await readFragment(shared.ok ? shared.fragment : '', inflate);
  expect(reading).toMatchObject({ ok: true, recording: { log } });
});

const series = { capacity: 4, stride: 1, added: 1, times: [5], columns: {} };

test.each(Object.keys(sampleLogs))('“%s” fits a link and opens from it', async (name) => {
  const recording = recordingOf(name);
  const shared = await toFragment({ ...recording, series }, deflate);
  if (!shared.ok) throw new Error(shared.reason);
  expect(shared.leftOut).toEqual(['the statistics over time (charts)']);
  expect(shared.fragment).toMatch(/^recording=d2\.[\w-]+$/);
  expect(shared.fragment.length).toBeLessThanOrEqual(3_500);
  expect(isFragment(`#${shared.fragment}`)).toBe(true);
  expect(await readFragment(`#${shared.fragment}`, inflate)).toEqual({ ok: true, recording, notes: [] });
});

test('what is too long for a link is offered as a file, with the reason', async () => {
  const noise = Array.from({ length: 9_000 }, (_, index) => ((index * 7919) % 65_521).toString(36)).join('');
  const log = [{ id: 'e1', at: 0, attempt: 1, kind: 'note', topic: 'carried', what: noise }] as const;
  const shared = await toFragment({ ...recordingOf('connected'), log }, deflate);
  expect(shared).toMatchObject({ ok: false });
  expect(!shared.ok && shared.reason).toMatch(
    /^The link would have [\d,]+ characters; 8,000 are the most that mail and chat pass on\. Send the file instead\.$/,
  );
  expect(!shared.ok && shared.bytes).toBeGreaterThan(8_000);
});

const packed = (text: string) => `recording=d2.${deflateRawSync(text).toString('base64url')}`;
const json = (value: unknown) =>
  `recording=d1.${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;

test.each([
  ['', 'This link cannot be opened: it has no recording in it.'],
  ['#docs=ice', 'it has no recording in it.'],
  ['#recording=d3.AAAA', 'it was written by a newer version of the debugger; update this one.'],
  ['#recording=d1.<script>', 'it has characters that do not belong there.'],
  ['#recording=d1.AAAAA', 'it has characters that do not belong there.'],
  ['#recording=d1.____', 'the packed data is cut off or damaged.'],
  [json('x'.repeat(5_000_000)), 'the packed data is cut off or damaged.'],
  [json([1]), 'No entry of the log could be read.'],
  [json({ a: 1 }), 'This is no recording: it has no member "format".'],
  [json({ format: 'webrtc-session-recording', version: 7, log: [] }), 'a newer version (7) of the debugger'],
  ['#recording=d2.____', 'the packed data is cut off or damaged.'],
  [packed('\u0001'), 'its packed data is damaged, or too large.'],
  [packed('\u001f~'), 'its packed data is damaged, or too large.'],
  [packed('\u0001D'.repeat(400_000)), 'its packed data is damaged, or too large.'],
  [packed('{"log":'), 'what it holds is no JSON.'],
  [packed('{"log":[1]}'), 'This is no recording: it has no member "format".'],
  [packed(`{"log":[{"body":${'['.repeat(200_000)}${']'.repeat(200_000)}}]}`), 'This link cannot be opened'],
  [`recording=d1.${deflateRawSync('{"a":').toString('base64url')}`, 'what it holds is no JSON.'],
])('the fragment %.40s is refused with the reason', async (fragment, problem) => {
  const reading = await readFragment(fragment, inflate);
  expect(reading.ok ? 'ok' : reading.problem).toContain(problem);
});

test('a link holds 8,000 characters and none more; without statistics nothing is left out', async () => {
  const recording = recordingOf('connected');
  const packedTo = (bytes: number) => toFragment(recording, async () => new Uint8Array(bytes));
  const longest = await packedTo(5_990);
  expect(longest).toMatchObject({ ok: true, leftOut: [] });
  expect(longest.ok && longest.fragment.length).toBe(8_000);
  expect(await packedTo(5_991)).toEqual({
    ok: false,
    bytes: 8_001,
    reason:
      'The link would have 8,001 characters; 8,000 are the most that mail and chat pass on. Send the file instead.',
  });
});

test.each([
  ['#re#cording=d2.AA', 'it has no recording in it.'],
  ['#recording=d2AA', 'it was written by a newer version of the debugger; update this one.'],
  ['#recording=recording=d2.AA', 'it was written by a newer version of the debugger; update this one.'],
  ['#recording=d2.____', 'the packed data is cut off or damaged.'],
  [
    packed(`{"log":[{"body":${'['.repeat(200_000)}${']'.repeat(200_000)}}]}`),
    'what it holds nests too deeply.',
  ],
])('why %.40s cannot be opened is one sentence, what to do another', async (fragment, why) => {
  expect(isFragment(fragment)).toBe(why !== 'it has no recording in it.');
  expect(await readFragment(fragment, inflate)).toEqual({
    ok: false,
    problem: `This link cannot be opened: ${why} Was it copied whole? Ask for the file instead.`,
  });
});
