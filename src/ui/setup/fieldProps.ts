import type { SettingsProblem } from '../../core/session/checkSettings.ts';
import type { Settings } from '../../core/session/settings.ts';

/** What each group of settings gets. */
export interface SettingFieldsProps {
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
  readonly set: <K extends keyof Settings>(key: K, value: Settings[K]) => void;
}

export function problemOf(
  problems: readonly SettingsProblem[],
  ...keys: readonly string[]
): string | undefined {
  return problems.find((problem) => keys.includes(problem.key))?.message;
}
