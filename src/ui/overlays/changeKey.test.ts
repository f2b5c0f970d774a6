import { expect, test } from 'vitest';
import { defaultKeys } from '../../state/shortcutKeys.ts';
import { changeKey } from './changeKey.ts';

test('a free character becomes the key of an action, the others stay', () => {
  expect(changeKey(defaultKeys, 'run', 'ü')).toEqual({
    ok: true,
    keys: {
      run: 'ü',
      step: '.',
      'step-before': '[',
      'step-after': ']',
      filter: '/',
      'next-row': 'j',
      'row-before': 'k',
      keys: '?',
    },
  });
});

test('a taken key is refused with the name of what it does', () => {
  expect(changeKey(defaultKeys, 'run', 'k')).toEqual({
    ok: false,
    why: 'k is taken: Row before, difference before. Change that one first, or press another key.',
  });
});

test('its own key is no conflict', () => {
  expect(changeKey(defaultKeys, 'run', 'r').ok).toBe(true);
});

test.each(['Enter', 'Escape', 'F1', ' '])('the key “%s” is refused', (key) => {
  expect(changeKey(defaultKeys, 'run', key).ok).toBe(false);
});
