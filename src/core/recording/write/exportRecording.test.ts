import { expect, test } from 'vitest';
import type { ExportFormat } from './exportFormat.ts';
import { exportRecording } from './exportRecording.ts';
import { refusedCall } from './testing/literalRecording.ts';

test('a recording is written as it is', () => {
  expect(exportRecording(refusedCall(), 'recording')).toBe(JSON.stringify(refusedCall()));
});

test('a log of lines has an object for each entry', () => {
  const lines = exportRecording(refusedCall(), 'ndjson').split('\n');
  expect(lines).toHaveLength(7);
  expect(lines.at(-1)).toBe('');
  expect(JSON.parse(lines[3] ?? '')).toMatchObject({ id: 'e4', level: 'error' });
});

test.each<readonly [ExportFormat, string]>([
  ['har', '{\n  "log": {\n    "version": "1.2",\n'],
  ['webrtc-internals', '{\n  "getUserMedia": [],\n'],
  ['markdown', '# The service refused the token'],
  ['html', '<!doctype html>\n'],
  ['curl', '#!/bin/sh\n'],
])('%s begins as such a file does', (format, begin) => {
  expect(exportRecording(refusedCall(), format).slice(0, begin.length)).toBe(begin);
});
