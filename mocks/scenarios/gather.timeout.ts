import { closedPort } from '../closedPort.ts';
import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const gatherTimeout = [
  {
    id: 'offer.gather.timeout.cut-off',
    title: 'ICE · Gathering is cut off',
    story: 'An ICE server never answers; after its limit your app goes on without it.',
    world: handsOut([
      { urls: [`turn:127.0.0.1:${closedPort}?transport=udp`], username: 'user', credential: 'password' },
    ]),
    route: 'rest',
    limits: { offer: 1200 },
    expect: { outcome: 'connected', advice: { code: 'gather.timeout', variant: 'cut-off' } },
  },
] as const satisfies ScenariosOf<'gather.timeout'>;
