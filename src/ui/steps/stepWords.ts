import type { SessionStep, StepState } from '../../core/session/step.ts';
import type { IconName } from '../kit/Icon.tsx';

export const stepTitles: Readonly<Record<SessionStep, string>> = {
  token: 'Token',
  'ice-config': 'ICE config',
  offer: 'SDP offer',
  call: 'Call',
  connection: 'Connection',
};

export const stateWords: Readonly<Record<StepState, { readonly word: string; readonly icon: IconName }>> = {
  waiting: { word: 'Waiting', icon: 'ring' },
  running: { word: 'Running', icon: 'running' },
  done: { word: 'Done', icon: 'check' },
  failed: { word: 'Failed', icon: 'cross' },
  skipped: { word: 'Skipped', icon: 'skip' },
};
