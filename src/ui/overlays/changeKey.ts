import { actionOf, type ShortcutAction, type ShortcutKeys } from '../../state/shortcutKeys.ts';

export const actionWords: Readonly<Record<ShortcutAction, string>> = {
  run: 'Run all steps',
  step: 'Run one step and wait',
  'step-before': 'Step before',
  'step-after': 'Step after',
  filter: 'Filter the log',
  'next-row': 'Next row, next difference',
  'row-before': 'Row before, difference before',
  keys: 'This list',
};

export type KeyChange =
  | { readonly ok: true; readonly keys: ShortcutKeys }
  | { readonly ok: false; readonly why: string };

/** `key` as `KeyboardEvent.key` names it. */
export function changeKey(keys: ShortcutKeys, action: ShortcutAction, key: string): KeyChange {
  // One character, however many code units; a space presses buttons.
  if ([...key].length !== 1 || key.trim() === '')
    return {
      ok: false,
      why: `${key.trim() === '' ? 'Space' : key} has a use of its own: press a letter, a digit or a sign.`,
    };
  const holder = actionOf(keys, key);
  if (holder !== undefined && holder !== action)
    return {
      ok: false,
      why: `${key} is taken: ${actionWords[holder]}. Change that one first, or press another key.`,
    };
  return { ok: true, keys: { ...keys, [action]: key } };
}
