import { expect, test } from 'vitest';
import type { LogEntry } from '../../core/session/log.ts';
import { indexOfEntry } from './indexOfEntry.ts';

const entries: readonly LogEntry[] = ['e2', 'e9', 'e10', 'e31'].map((id) => ({
  id,
  at: 0,
  attempt: 1,
  kind: 'note',
  topic: 'simulation-restarted',
}));

test('finds an entry among filtered ones by the number of its id', () => {
  expect(['e2', 'e9', 'e10', 'e31'].map((id) => indexOfEntry(entries, id))).toEqual([0, 1, 2, 3]);
});

test('says -1 for an entry that is filtered out, and for none', () => {
  expect(indexOfEntry(entries, 'e3')).toBe(-1);
  expect(indexOfEntry(entries, 'e99')).toBe(-1);
  expect(indexOfEntry(entries, undefined)).toBe(-1);
});
