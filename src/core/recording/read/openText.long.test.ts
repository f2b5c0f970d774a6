import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { exportRecording } from '../write/exportRecording.ts';
import { refusedCall } from '../write/testing/literalRecording.ts';
import { openText } from './openText.ts';
import { recogniseText } from './recogniseText.ts';
import { mutated } from './testing/arbitraryDamage.ts';
import { sampleFiles } from './testing/sampleFiles.ts';

/** FUZZ_ROUNDS for fewer of each format. A failure prints its seed. */
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 10_000);

/** Longer than any of them may take on a busy machine, ms: what hangs takes for ever. */
const patience = 2_000;

const dump = readFileSync(new URL('./testing/internals-unreachable.json', import.meta.url), 'utf8');
const files: Readonly<Record<string, string>> = {
  ...sampleFiles,
  internals: JSON.stringify(JSON.parse(dump)),
  html: exportRecording(refusedCall(), 'html'),
};

for (const [format, file] of Object.entries(files)) {
  test(`ten thousand damaged files neither hang nor throw: ${format}`, { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(mutated(file), (text) => {
        const began = performance.now();
        const reading = openText(text, { id: 'x' });
        diagnose(reading.ok ? reading.recording.log : []);
        expect(performance.now() - began).toBeLessThan(patience);
      }),
      { numRuns: rounds },
    );
  });
}

test('ten thousand damaged pastes neither hang nor throw', { timeout: 900_000 }, () => {
  const short = fc.oneof(...Object.values(sampleFiles).map((file) => mutated(file.slice(0, 3_000))));
  fc.assert(
    fc.property(short, (text) => {
      const began = performance.now();
      recogniseText(text, { now: 1_795_383_000_000, id: 'x' });
      expect(performance.now() - began).toBeLessThan(patience);
    }),
    { numRuns: rounds },
  );
});
