import type { ScenariosOf } from './scenario.ts';

export const cfgRefused = [
  {
    id: 'offer.cfg.refused.constructor',
    title: 'Offer · An ICE server with a wrong scheme',
    story: 'The list of ICE servers holds an http: address, and the browser refuses it.',
    route: 'rest',
    world: {
      faults: {
        'ice-config': [
          {
            kind: 'rewrite',
            rewrite: { kind: 'replace', field: 'iceServers', value: [{ urls: ['http://192.0.2.10:3478'] }] },
          },
        ],
      },
    },
    expect: { outcome: 'failed', code: 'cfg.refused', variant: 'constructor', step: 'offer' },
  },
] as const satisfies ScenariosOf<'cfg.refused'>;
