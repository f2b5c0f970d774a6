import { expect, test } from 'vitest';
import { actionOf, defaultKeys, readKeys, writeKeys } from './shortcutKeys.ts';

test('changed keys are written and read back', () => {
  const keys = { ...defaultKeys, run: 'x' };
  expect(writeKeys(keys)).toBe('x.[]/jk?');
  expect(readKeys('x.[]/jk?')).toEqual(keys);
});

test.each([undefined, '', 'x.[]/jk', 'jj[]/.k?', 'x.[]/j k'])('stored “%s” gives the defaults', (stored) => {
  expect(readKeys(stored)).toBe(defaultKeys);
});

test('a key without an action does nothing', () => {
  expect(actionOf(defaultKeys, 'j')).toBe('next-row');
  expect(actionOf(defaultKeys, 'x')).toBeUndefined();
});
