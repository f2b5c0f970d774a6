import type { Level } from '../../core/session/log.ts';
import type { IconName } from '../kit/Icon.tsx';

export const levels = ['debug', 'info', 'warn', 'error'] as const satisfies readonly Level[];

export const levelIcons: Readonly<Record<Level, IconName>> = {
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  error: 'cross',
};
