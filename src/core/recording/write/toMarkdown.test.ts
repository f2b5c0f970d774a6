import { expect, test } from 'vitest';
import { recordingOf, refusedCall } from './testing/literalRecording.ts';
import { toMarkdown } from './toMarkdown.ts';

test('a report says what it is, what proves it, what to do, and what to search for', () => {
  const text = toMarkdown(refusedCall());
  expect(text).toMatch(/^# .+\n\n`invalid_ephemeral_token · \w+ · 401 · POST \/v1\/realtime\/calls`\n/);
  expect(text.match(/^## .+/gm)).toEqual([
    '## Evidence',
    '## Do this',
    '## Steps',
    '## Request and response',
    '## Steps to reproduce',
    '## For server logs (UTC)',
    '## What the official SDKs show',
    '## Ruled out',
    '## Environment',
  ]);
  expect(text).toContain('```http\nPOST https://api.orga-ai.com/v1/realtime/calls?mode=a+b&x=%31\n');
  expect(text).toContain(
    '2025-11-11T11:34:43.100Z  POST /v1/realtime/calls?mode=a+b&x=%31 → 401  correlation id: req-7f3a',
  );
  expect(text).toContain('1. `POST /v1/realtime/calls?mode=a+b&x=%31` with token#1 → 401');
  expect(text).toContain('- Browser: Chrome 156.0.0.0');
});

test('a simulated session is reproduced by its link', () => {
  const text = toMarkdown({ ...refusedCall(), scenario: 'call-401-used' });
  expect(text).toContain('Open https://debugger.example/?scenario=call-401-used&run=all : the simulated');
});

test('a log without a beginning, and an empty one, make a report too', () => {
  const { log } = refusedCall();
  expect(toMarkdown(recordingOf(log.slice(1)))).toContain('## Request and response');
  expect(toMarkdown(recordingOf([], { source: 'har' }))).toMatch(/^# A recorded session\n/);
});

test('a verdict of another version stands beside that of today', () => {
  const before = {
    code: 'status.unlisted',
    variant: 'x',
    certainty: 'likely',
    title: 'Old *title*',
  } as const;
  expect(toMarkdown({ ...refusedCall(), verdict: before })).toContain(
    String.raw`Version 0.1.0 took it for ${'`status.unlisted · x`'}: Old \*title\*`,
  );
});

test('a long body is shortened', () => {
  const text = toMarkdown(refusedCall('a'.repeat(60_000)));
  expect(text.length).toBeLessThan(20_000);
  expect(text).toContain('characters left out');
});
