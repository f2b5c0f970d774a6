import { expect, test } from 'vitest';
import { Cancelled, stretch } from './progress.ts';

test('a stretch tells its part of the whole and stays within', () => {
  const told: number[] = [];
  const tell = stretch((part) => told.push(part) > 0, 0.2, 0.6);
  for (const part of [-1, 0, 0.5, 1, 7]) tell(part);
  expect(told).toEqual([0.2, 0.2, 0.4, 0.6, 0.6]);
});

test('who answers false cancels; nobody needs to listen', () => {
  expect(() => stretch(() => false, 0, 1)(0.5)).toThrow(Cancelled);
  expect(() => stretch(undefined, 0, 1)(0.5)).not.toThrow();
});
