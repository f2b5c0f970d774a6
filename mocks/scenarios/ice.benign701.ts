import { closedPort } from '../closedPort.ts';
import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const iceBenign701 = [
  {
    id: 'offer.ice.benign701.one-family',
    title: 'ICE · One server fails, and it does not matter',
    story: 'One of the ICE servers refuses, and the session starts all the same.',
    world: handsOut([
      { urls: [`turn:127.0.0.1:${closedPort}?transport=tcp`], username: 'user', credential: 'password' },
    ]),
    route: 'rest',
    expect: { outcome: 'connected', advice: { code: 'ice.benign701', variant: 'one-family' } },
  },
] as const satisfies ScenariosOf<'ice.benign701'>;
