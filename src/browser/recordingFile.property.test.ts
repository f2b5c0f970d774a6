import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gzip } from './compression.ts';
import { openInParts } from './recordingFile.ts';

/** Few where the seed is fixed (`npm test`), many where it is fresh (`npm run test:long`). */
const rounds = Number(
  process.env['FUZZ_ROUNDS'] ?? (fc.readConfigureGlobal().seed === undefined ? 10_000 : 300),
);

const packed = await gzip(
  'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n',
);

/** Where it is cut off, and what is written over it. */
const damage = fc.tuple(
  fc.nat(packed.length),
  fc.array(fc.tuple(fc.nat(packed.length - 1), fc.nat(255)), { maxLength: 6 }),
);

test('a damaged gzip file opens or says why', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(damage, async ([length, changes]) => {
      const bytes = packed.slice(0, length);
      for (const [at, value] of changes) if (at < length) bytes[at] = value;
      const parts: string[] = [];
      await openInParts({ file: new Blob([bytes]), id: 'x' }, (message) => parts.push(message.part));
      expect(parts.at(-1)).toMatch(/^(?:problem|end)$/);
    }),
    { numRuns: rounds },
  );
});
