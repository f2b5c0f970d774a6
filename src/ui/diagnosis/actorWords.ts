import type { Actor, Certainty } from '../../core/diagnosis/diagnosis.ts';
import type { IconName } from '../kit/Icon.tsx';

export const actorWords: Readonly<Record<Actor, string>> = {
  backend: 'Your backend',
  orga: 'The Orga service',
  browser: 'This browser',
  network: 'The network between',
  'far-end': 'The far end',
};

export const certaintyWords: Readonly<
  Record<Certainty, { readonly word: string; readonly icon: IconName; readonly meaning: string }>
> = {
  proved: { word: 'Proved', icon: 'check', meaning: 'A fact in the log leaves no other explanation' },
  likely: { word: 'Likely', icon: 'guess', meaning: 'The log fits this best, and does not prove it' },
};
