import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutated } from './read/testing/arbitraryDamage.ts';
import { compactRecording } from './share/compactLog.ts';
import { encodePhrases } from './share/phraseCode.ts';
import { readFragment } from './shareFragment.ts';
import { refusedCall } from './write/testing/literalRecording.ts';

/** Few where the seed is fixed (`npm test`), many where it is fresh (`npm run test:long`). */
const rounds = Number(
  process.env['FUZZ_ROUNDS'] ?? (fc.readConfigureGlobal().seed === undefined ? 10_000 : 300),
);
const link = encodePhrases(compactRecording(refusedCall()));

test('a damaged link opens or says why', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(mutated(link), async (text) => {
      // What DEFLATE itself finds damaged is its own affair: this is what came out of it.
      const reading = await readFragment('#recording=d2.AA', async () => ({ ok: true, text }));
      expect(reading.ok ? 'It opened.' : reading.problem).toMatch(/^[^]{7,}[.”)]$/);
    }),
    { numRuns: rounds },
  );
});
