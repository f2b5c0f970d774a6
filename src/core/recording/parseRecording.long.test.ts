import { test } from 'vitest';
import { fuzzRecordings } from './testing/fuzzRecording.ts';

const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 10_000);
const seed = process.env['FUZZ_SEED'];

test('none of 10,000 mutated files hangs or throws, and what opens can be shown, sent and opened again', () => {
  fuzzRecordings(rounds, seed === undefined ? undefined : Number(seed));
});
