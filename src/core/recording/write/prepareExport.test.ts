import { expect, test } from 'vitest';
import type { ExportFormat } from './exportFormat.ts';
import { prepareExport } from './prepareExport.ts';
import { recorded, refusedCall } from './testing/literalRecording.ts';

const secret = 'sk_orga_ai_0123456789abcdef';
const written = recorded({ kind: 'note', topic: 'carried', what: 'Mail to anna@firma.de.' });

test.each<readonly [ExportFormat, string]>([
  ['recording', 'json.gz'],
  ['webrtc-internals', 'webrtc-internals.json'],
  ['html', 'html'],
  ['markdown', 'md'],
  ['har', 'har'],
  ['ndjson', 'ndjson'],
  ['curl', 'sh'],
])('the name of a file tells that it is %s', (format, extension) => {
  expect(prepareExport(refusedCall(), { format, keep: [], secrets: [] }).fileName).toBe(
    `orga-session-2025-11-11T1134Z-call-401.${extension}`,
  );
});

test('what is personal is replaced, and told', () => {
  const { text, replaced, leaks } = prepareExport(written, { format: 'recording', keep: [], secrets: [] });
  expect(text).not.toContain('anna');
  expect(replaced.find(({ kind }) => kind === 'emails')).toMatchObject({ count: 1 });
  expect(leaks).toEqual([]);
});

test('what the user keeps stays, and is told all the same', () => {
  const { text, replaced } = prepareExport(written, { format: 'recording', keep: ['emails'], secrets: [] });
  expect(text).toContain('anna@firma.de');
  expect(replaced.find(({ kind }) => kind === 'emails')).toMatchObject({ count: 1 });
});

test('a secret of this tab is found in what would leave', () => {
  const order = { format: 'markdown', keep: [], secrets: [secret] } as const;
  expect(prepareExport(refusedCall(`Wrong key ${secret}`), order).leaks[0]).toMatchObject({ kind: 'seen' });
  expect(prepareExport(refusedCall(), order).leaks).toEqual([]);
});
