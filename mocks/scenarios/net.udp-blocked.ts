import { closedPort } from '../closedPort.ts';
import { handsOut } from './iceServerList.ts';
import type { ScenariosOf } from './scenario.ts';

export const netUdpBlocked = [
  {
    id: 'connection.net.udp-blocked.relay-silent',
    title: 'Network · UDP is blocked',
    story: 'A company’s firewall drops all UDP: no ICE server answers, and neither does the far end.',
    world: {
      ...handsOut([
        { urls: [`stun:127.0.0.1:${closedPort}`, `stun:127.0.0.1:${closedPort + 1}`] },
        { urls: [`turn:127.0.0.1:${closedPort}?transport=udp`], username: 'user', credential: 'password' },
      ]),
      farEnd: { kind: 'unreachable' },
    },
    route: 'rest',
    limits: { offer: 1200, connection: 2500 },
    expect: { outcome: 'failed', code: 'net.udp-blocked', variant: 'relay-silent', step: 'connection' },
  },
] as const satisfies ScenariosOf<'net.udp-blocked'>;
