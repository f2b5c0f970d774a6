import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const cfgRefused = [
  {
    id: 'offer.cfg.refused.constructor',
    title: 'Offer · The browser refuses the list of ICE servers',
    story: 'A TURN server’s user name is longer than the protocol allows.',
    world: handsOut([
      { urls: ['turn:turn.orga-ai.com:3478'], username: 'u'.repeat(600), credential: 'password' },
    ]),
    route: 'rest',
    expect: { outcome: 'failed', code: 'cfg.refused', variant: 'constructor', step: 'offer' },
  },
] as const satisfies ScenariosOf<'cfg.refused'>;
