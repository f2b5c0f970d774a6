import { test } from 'vitest';
import { fuzzRecordings } from './testing/fuzzRecording.ts';

test('none of 300 mutated files hangs or throws, and what opens can be shown, sent and opened again', () => {
  fuzzRecordings(300);
}, 60_000);
