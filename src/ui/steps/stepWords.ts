import type { StepState } from '../../core/session/step.ts';
import type { IconName } from '../kit/Icon.tsx';

export { stepTitles } from '../../core/session/step.ts';

export const stateWords: Readonly<Record<StepState, { readonly word: string; readonly icon: IconName }>> = {
  waiting: { word: 'Waiting', icon: 'ring' },
  running: { word: 'Running', icon: 'running' },
  done: { word: 'Done', icon: 'check' },
  failed: { word: 'Failed', icon: 'cross' },
  skipped: { word: 'Skipped', icon: 'skip' },
};
