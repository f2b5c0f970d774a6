import { expect, test } from 'vitest';
import type { Recording } from '../core/recording/recording.ts';
import { prepareExport } from '../core/recording/write/prepareExport.ts';
import { defaultLimits, defaultSettings } from '../core/session/settings.ts';
import { createSending, leakWords } from './Sending.ts';

const secret = 'sesame-0123456789';

function recordingWith(text: string): Recording {
  return {
    format: 'webrtc-session-recording',
    version: 1,
    product: '0.1.0',
    source: 'debugger',
    id: 'r1',
    startedAt: 1_763_820_300_000,
    userAgent: 'test',
    log: [
      {
        id: 'e1',
        at: 0,
        attempt: 1,
        kind: 'run-started',
        run: 1,
        wallClock: 1_763_820_300_000,
        target: 'live',
        route: 'rest',
        from: 'token',
        settings: { ...defaultSettings, email: 'ada@lovelace.dev' },
        limits: defaultLimits('rest'),
        userAgent: 'test',
        pageUrl: 'http://localhost/',
      },
      { id: 'e2', at: 1, attempt: 1, kind: 'note', topic: 'left-out', what: text },
    ],
  };
}

const sending = () =>
  createSending({
    secrets: () => [secret],
    pageUrl: 'http://localhost:4173/simulated/',
    gzip: async () => new Uint8Array([31, 139]),
    deflate: async () => new TextEncoder().encode('{"f'),
    async exportFile(recording, order) {
      const { text, ...found } = prepareExport(recording, order);
      return { ...found, blob: new Blob([text]), size: text.length };
    },
  });

test('what would leave says what was replaced, and has a telling name', async () => {
  const draft = await sending().draft(recordingWith('x'), 'recording');
  expect(await draft.blob.text()).not.toContain('ada@lovelace.dev');
  expect(draft.replaced).toMatchObject([
    { kind: 'emails', count: 1, examples: [{ from: 'ada@lovelace.dev' }] },
  ]);
  expect(draft.fileName).toBe('orga-session-2025-11-22T1405Z-running.json.gz');
  expect(draft.leaks).toEqual([]);
});

test('what is ticked stays as it is, and on the list', async () => {
  const model = sending();
  model.setKeep('emails', true);
  const kept = await model.draft(recordingWith('x'), 'ndjson');
  expect(await kept.blob.text()).toContain('ada@lovelace.dev');
  expect(kept.replaced).toMatchObject([{ kind: 'emails', count: 1 }]);
  model.setKeep('emails', false);
  const { blob } = await model.draft(recordingWith('x'), 'ndjson');
  expect(await blob.text()).not.toContain('ada@lovelace.dev');
});

test('a recording is packed, everything else leaves as it is', async () => {
  const model = sending();
  const packed = await model.pack(await model.draft(recordingWith('x'), 'recording'));
  expect([packed.type, packed.size]).toEqual(['application/gzip', 2]);
  const draft = await model.draft(recordingWith('x'), 'html');
  expect(await model.pack(draft)).toBe(draft.blob);
});

test('a log that is too long for any link is not even packed', async () => {
  const { log, ...head } = recordingWith('x');
  const link = await sending().link({
    ...head,
    log: Array.from({ length: 2_001 }, () => log)
      .flat()
      .slice(0, 2_001),
  });
  expect(link).toEqual({
    reason: 'The recording has 2,001 entries; a link holds a few hundred. Send the file instead.',
  });
});

test('a webrtc-internals dump is told from a recording by its name', async () => {
  const { fileName } = await sending().draft(recordingWith('x'), 'webrtc-internals');
  expect(fileName).toMatch(/\.webrtc-internals\.json$/);
});

test.each(['recording', 'ndjson', 'html'] as const)('a secret in %s is found', async (format) => {
  const { leaks } = await sending().draft(recordingWith(secret), format);
  const [leak] = leaks;
  expect(leak?.kind).toBe('seen');
});

test('a secret makes no link, and the reason names place and kind, not the secret', async () => {
  const link = await sending().link(recordingWith(secret));
  expect(link).toEqual({
    reason:
      'Nothing was sent: the self-test found a secret that this tab has used on line 1. Please report this: it must not happen.',
  });
});

test('a link is the page with the recording in its fragment', async () => {
  expect(await sending().link(recordingWith('x'))).toEqual({
    url: 'http://localhost:4173/simulated/#recording=d2.eyJm',
    leftOut: [],
  });
});

test('more than one leak is counted', () => {
  expect(
    leakWords([
      { kind: 'api-key', offset: 0, line: 3, within: 'JSON' },
      { kind: 'token', offset: 9, line: 4 },
    ]),
  ).toContain('what looks like a secret (api-key) on line 3, written in JSON, and 1 more.');
});
