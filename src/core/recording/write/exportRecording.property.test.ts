import * as fc from 'fast-check';
import { har as validate } from 'har-validator';
import { expect, test } from 'vitest';
import { type ExportFormat, exportFormats } from './exportFormat.ts';
import { exportRecording } from './exportRecording.ts';
import { arbitraryRecording } from './testing/arbitraryRecording.ts';
import { tagsOf } from './testing/tagsOf.ts';
import { toHar } from './toHar.ts';

const formats = Object.keys(exportFormats) as ExportFormat[];

/** Blocks of Markdown that this project does not write outside fences. */
const markup = /^\s*(?:>|#{3,}|[*+](?!\*)|={2,}|~{3,}|<|\||`{3}[^`]*$)|^\t|^ {4}/;

/** All that this project writes into a report. */
const ownTags = new Set(
  'html head meta title style body header span nav a main section div svg path h1 h2 h3 p code time dl dt dd ul ol li strong small details summary pre table caption thead tbody tr th td label select option input output footer script'.split(
    ' ',
  ),
);

test('no recording of the declared shape makes an exporter throw', () => {
  fc.assert(
    fc.property(arbitraryRecording, (recording) => {
      for (const format of formats) expect(exportRecording(recording, format)).toEqual(expect.any(String));
    }),
  );
});

test('a report has no tag, attribute, link or script that a foreign text brought', () => {
  fc.assert(
    fc.property(arbitraryRecording, (recording) => {
      const report = exportRecording(recording, 'html');
      const tags = tagsOf(report);
      expect(tags.filter(({ name }) => !ownTags.has(name))).toEqual([]);
      const attributes = tags.flatMap(({ attributes: own }) => own);
      expect(
        attributes.filter(([name]) => name.startsWith('on') || name === 'src' || name === 'style'),
      ).toEqual([]);
      const links = attributes.flatMap(([name, value]) => (name === 'href' ? [value] : []));
      expect(links.filter((link) => !/^#[\w-]+$/.test(link))).toEqual([]);
      expect(tags.filter(({ name }) => name === 'script')).toHaveLength(2);
      expect(report).not.toMatch(/[\0-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    }),
  );
});

test('every HAR is one', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRecording, async (recording) => {
      await validate(JSON.parse(JSON.stringify(toHar(recording))));
    }),
  );
});

test('a bug report keeps foreign text within its lines and fences', () => {
  fc.assert(
    fc.property(arbitraryRecording, (recording) => {
      const { outside, open } = unfenced(exportRecording(recording, 'markdown'));
      expect(outside.filter((line) => markup.test(line))).toEqual([]);
      expect(open).toBe(false);
    }),
  );
});

/** The lines outside fenced blocks, and whether the last block was left open. */
function unfenced(text: string): { readonly outside: readonly string[]; readonly open: boolean } {
  const outside: string[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const [, ticks] = /^(`{3,})(?:http)?$/.exec(line) ?? [];
    if (fence === undefined && ticks !== undefined) fence = ticks;
    else if (fence === line) fence = undefined;
    else if (fence === undefined) outside.push(line);
  }
  return { outside, open: fence !== undefined };
}
