import type { ScenariosOf } from './scenario.ts';

export const settingsRefused = [
  {
    id: 'token.settings.refused.value',
    title: 'Refused here · Temperature 2',
    story: 'You ask for a temperature of 2, and nothing is sent.',
    route: 'rest',
    world: {},
    settings: { temperature: 2 },
    expect: { outcome: 'failed', code: 'settings.refused', variant: 'value', step: 'token' },
  },
] as const satisfies ScenariosOf<'settings.refused'>;
