import { expect, test } from 'vitest';
import type { Recording } from '../core/recording/recording.ts';
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
  });

test('what would leave says what was replaced, and has a telling name', () => {
  const draft = sending().draft(recordingWith('x'), 'recording');
  expect(draft.text).not.toContain('ada@lovelace.dev');
  expect(draft.replaced).toMatchObject([
    { kind: 'emails', count: 1, examples: [{ from: 'ada@lovelace.dev' }] },
  ]);
  expect(draft.fileName).toBe('orga-session-2025-11-22T1405Z-running.json.gz');
  expect(draft.leaks).toEqual([]);
});

test('what is ticked stays as it is', () => {
  const model = sending();
  model.setKeep('emails', true);
  expect(model.draft(recordingWith('x'), 'ndjson').text).toContain('ada@lovelace.dev');
  model.setKeep('emails', false);
  expect(model.draft(recordingWith('x'), 'ndjson').text).not.toContain('ada@lovelace.dev');
});

test('a webrtc-internals dump is told from a recording by its name', () => {
  expect(sending().draft(recordingWith('x'), 'webrtc-internals').fileName).toMatch(
    /\.webrtc-internals\.json$/,
  );
});

test.each(['recording', 'ndjson', 'html'] as const)('a secret in %s is found', (format) => {
  const [leak] = sending().draft(recordingWith(secret), format).leaks;
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
