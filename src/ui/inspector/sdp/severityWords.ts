import type { LintFinding } from '../../../core/webrtc/lintFinding.ts';
import type { IconName } from '../../kit/Icon.tsx';

export const severityIcons: Readonly<Record<LintFinding['severity'], IconName>> = {
  error: 'cross',
  warning: 'warn',
  info: 'info',
};

export const severityWords: Readonly<Record<LintFinding['severity'], string>> = {
  error: 'Wrong',
  warning: 'Careful',
  info: 'Good to know',
};
