import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutated } from './read/testing/arbitraryDamage.ts';
import { compactRecording } from './share/compactLog.ts';
import { encodePhrases } from './share/phraseCode.ts';
import { readFragment } from './shareFragment.ts';
import { refusedCall } from './write/testing/literalRecording.ts';

const link = encodePhrases(compactRecording(refusedCall()));

test('a damaged link opens or says why', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(mutated(link), async (text) => {
      // What DEFLATE itself finds damaged is its own affair: this is what came out of it.
      const reading = await readFragment('#recording=d2.AA', async () => ({ ok: true, text }));
      expect(reading.ok ? 'It opened.' : reading.problem).toMatch(/^[^]{7,}[.”)]$/);
    }),
    { numRuns: 300 },
  );
});
