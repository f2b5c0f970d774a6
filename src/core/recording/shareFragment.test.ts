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

const series = { capacity: 4, stride: 1, added: 1, times: [5], columns: {} };

test.each(Object.keys(sampleLogs))('“%s” fits a link and opens from it', async (name) => {
  const recording = recordingOf(name);
  const shared = await toFragment({ ...recording, series }, deflate);
  if (!shared.ok) throw new Error(shared.reason);
  expect(shared.leftOut).toEqual(['the statistics over time (charts)']);
  expect(shared.fragment).toMatch(/^recording=d1\.[\w-]+$/);
  expect(shared.fragment.length).toBeLessThanOrEqual(8_000);
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

const json = (value: unknown) =>
  `recording=d1.${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;

test.each([
  ['', 'This link cannot be opened: it has no recording in it.'],
  ['#docs=ice', 'it has no recording in it.'],
  ['#recording=d2.AAAA', 'it was written by a newer version of the debugger; update this one.'],
  ['#recording=d1.<script>', 'it has characters that do not belong there.'],
  ['#recording=d1.AAAAA', 'it has characters that do not belong there.'],
  ['#recording=d1.____', 'the packed data is cut off or damaged.'],
  [json('x'.repeat(5_000_000)), 'the packed data is cut off or damaged.'],
  [json([1]), 'No entry of the log could be read.'],
  [json({ a: 1 }), 'This is no recording: it has no member "format".'],
  [`recording=d1.${deflateRawSync('{"a":').toString('base64url')}`, 'what it holds is no JSON.'],
])('the fragment %.40s is refused with the reason', async (fragment, problem) => {
  const reading = await readFragment(fragment, inflate);
  expect(reading.ok ? 'ok' : reading.problem).toContain(problem);
});
