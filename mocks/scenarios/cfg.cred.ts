import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const cfgCred = [
  {
    id: 'offer.cfg.cred.absent',
    title: 'Offer · A TURN server without credentials',
    story: 'Your backend passes the TURN server on and loses its credentials.',
    world: handsOut([{ urls: ['turn:turn.orga-ai.com:3478'] }]),
    route: 'rest',
    expect: { outcome: 'failed', code: 'cfg.cred', variant: 'absent', step: 'offer' },
  },
  {
    id: 'offer.cfg.cred.empty',
    title: 'Offer · A TURN server with empty credentials',
    story: 'The TURN credentials are two empty texts.',
    world: handsOut([{ urls: ['turn:turn.orga-ai.com:3478'], username: '', credential: '' }]),
    route: 'rest',
    expect: { outcome: 'failed', code: 'cfg.cred', variant: 'empty', step: 'offer' },
  },
] as const satisfies ScenariosOf<'cfg.cred'>;
