/** What a single key does, in the order in which the list of keys names them. */
export const shortcutActions = [
  'run',
  'step',
  'step-before',
  'step-after',
  'filter',
  'next-row',
  'row-before',
  'keys',
] as const;

export type ShortcutAction = (typeof shortcutActions)[number];

/** One printable character each, no two alike. */
export type ShortcutKeys = Readonly<Record<ShortcutAction, string>>;

export const defaultKeys: ShortcutKeys = {
  run: 'r',
  step: '.',
  'step-before': '[',
  'step-after': ']',
  filter: '/',
  'next-row': 'j',
  'row-before': 'k',
  keys: '?',
};

/** Eight characters in the order of `shortcutActions`; anything else was not written here, and is forgotten. */
export function readKeys(stored: string | undefined): ShortcutKeys {
  const keys = [...(stored ?? '')];
  if (keys.length !== shortcutActions.length || new Set(keys).size !== keys.length || keys.includes(' '))
    return defaultKeys;
  return { ...defaultKeys, ...Object.fromEntries(shortcutActions.map((action, at) => [action, keys[at]])) };
}

export function writeKeys(keys: ShortcutKeys): string {
  return shortcutActions.map((action) => keys[action]).join('');
}

export function actionOf(keys: ShortcutKeys, key: string): ShortcutAction | undefined {
  return shortcutActions.find((action) => keys[action] === key);
}
