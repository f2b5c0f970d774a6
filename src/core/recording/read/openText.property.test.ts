import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { summarise } from '../../session/summarise.ts';
import { exportRecording } from '../write/exportRecording.ts';
import { refusedCall } from '../write/testing/literalRecording.ts';
import { openText } from './openText.ts';
import { recogniseText } from './recogniseText.ts';
import { mutated } from './testing/arbitraryDamage.ts';
import { sampleFiles } from './testing/sampleFiles.ts';

const dump = readFileSync(new URL('./testing/internals-unreachable.json', import.meta.url), 'utf8');
const files: Readonly<Record<string, string>> = {
  ...sampleFiles,
  internals: JSON.stringify(JSON.parse(dump)),
  html: exportRecording(refusedCall(), 'html'),
};

for (const [format, file] of Object.entries(files)) {
  test(`a damaged file opens or says why: ${format}`, { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(mutated(file), (text) => {
        const reading = openText(text, { id: 'x' });
        const log = reading.ok ? reading.recording.log : [];
        const problem = reading.ok ? 'none is there.' : reading.problem;
        expect(problem).toMatch(/^[^]{10,}[.”)]$/);
        expect(log.map(({ id }) => id)).toEqual([...new Set(log.map(({ id }) => id))]);
        expect(log.every(({ at }, index) => at >= (log[index - 1]?.at ?? 0) && Number.isFinite(at))).toBe(
          true,
        );
        expect(() => [diagnose(log), summarise(log), JSON.stringify(reading)]).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
}

test('any text is recognised or not, and never throws', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 300, unit: 'binary' }),
        mutated(sampleFiles.har).map((text) => text.slice(0, 900)),
      ),
      (text) => {
        const { findings, facts } = recogniseText(text, { now: 1_795_383_000_000, id: 'x' });
        expect(findings.length).toBeLessThanOrEqual(12);
        expect(facts.join()).not.toContain('c2lnbmF0dXJl');
      },
    ),
    { numRuns: 300 },
  );
});

test('no secret of a damaged file comes through', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 40 }),
      fc.constantFrom('har', 'internals-secret', 'rtcstats'),
      (cut, format) => {
        const file =
          format === 'har'
            ? sampleFiles.har
            : format === 'rtcstats'
              ? sampleFiles.rtcstats
              : sampleFiles.internalsSecret;
        // Damage beside the secrets, not within them: a part of a secret is one that nobody can know.
        const reading = openText(
          file.replace(/"(\w{2,})":/g, (whole, name: string, at: number) =>
            at % 41 === cut ? `"x${name}":` : whole,
          ),
          { id: 'x' },
        );
        const told = JSON.stringify(reading);
        for (const secret of ['hunter2secret', 'c2lnbmF0dXJlLW9mLWEtdG9rZW4', 'sk_orga_ai_0123'])
          expect(told).not.toContain(secret);
      },
    ),
    { numRuns: 300 },
  );
});
