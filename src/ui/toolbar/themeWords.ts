import type { Theme } from '../../state/contracts.ts';
import type { IconName } from '../kit/Icon.tsx';

export const themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[];

export const themeWords: Readonly<Record<Theme, string>> = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
};

export const themeIcons: Readonly<Record<Theme, IconName>> = { system: 'system', light: 'sun', dark: 'moon' };

export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
}
