import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const cfgUrl = [
  {
    id: 'offer.cfg.url.scheme',
    title: 'Offer · An ICE server with a wrong scheme',
    story: 'The list of ICE servers holds an http: address, and the browser refuses it.',
    world: handsOut([{ urls: ['http://192.0.2.10:3478'] }]),
    route: 'rest',
    expect: { outcome: 'failed', code: 'cfg.url', variant: 'scheme', step: 'offer' },
  },
  {
    id: 'offer.cfg.url.slashes',
    title: 'Offer · An ICE server with slashes',
    story: 'Somebody wrote turn:// where only turn: belongs.',
    world: handsOut([{ urls: ['turn://turn.orga-ai.com:3478'], username: 'user', credential: 'password' }]),
    route: 'rest',
    expect: { outcome: 'failed', code: 'cfg.url', variant: 'slashes', step: 'offer' },
  },
  {
    id: 'offer.cfg.url.query',
    title: 'Offer · A STUN server with a query',
    story: 'Somebody asked for a transport of a STUN server, which has none.',
    world: handsOut([{ urls: ['stun:stun1.orga-ai.com:19302?transport=udp'] }]),
    route: 'rest',
    expect: { outcome: 'failed', code: 'cfg.url', variant: 'query', step: 'offer' },
  },
  {
    id: 'offer.cfg.url.port',
    title: 'Offer · An ICE server with an impossible port',
    story: 'The port of an ICE server has a digit too many.',
    world: handsOut([{ urls: ['stun:stun1.orga-ai.com:193021'] }]),
    route: 'rest',
    expect: { outcome: 'failed', code: 'cfg.url', variant: 'port', step: 'offer' },
  },
] as const satisfies ScenariosOf<'cfg.url'>;
