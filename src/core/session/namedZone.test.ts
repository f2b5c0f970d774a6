import { expect, test } from 'vitest';
import { namedZone } from './namedZone.ts';

test('a time without a zone is said to be UTC, not local time', () => {
  expect(namedZone('2025-11-11T11:49:43.252934')).toBe(
    '2025-11-11T11:49:43.252934 (names no zone: it is UTC)',
  );
  expect(namedZone('2025-11-11T11:49:43+01:00 or so')).toBe(
    '2025-11-11T11:49:43+01:00 or so (names no zone: it is UTC)',
  );
  expect(namedZone('2025-11-11')).toBe('2025-11-11 (names no zone: it is UTC)');
});

test('a time that names its zone stands as it was written', () => {
  for (const text of [
    '2025-11-11T11:49:43Z',
    '2025-11-11T11:49:43z ',
    '2025-11-11T11:49:43.2+01:00',
    '2025-11-11T11:49:43-0500',
    '2025-11-11T11:49:43-05',
  ])
    expect(namedZone(text)).toBe(text);
});
