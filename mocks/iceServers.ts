import { randomHex } from './simulatedReply.ts';

export interface SimulatedIceServer {
  readonly urls: string[];
  readonly username?: string;
  readonly credential?: string;
}

/**
 * The documented list under reserved names: four STUN URLs and one TURN URL over UDP.
 * User name and credential have 64 hexadecimal digits and begin with `cafecafe`, so that a test can search for them.
 */
export function simulatedIceServers(random: () => number): readonly SimulatedIceServer[] {
  return [
    { urls: ['stun:stun1.orga-ai.test:19302', 'stun:stun2.orga-ai.test:19302'] },
    { urls: ['stun:stun3.orga-ai.test:19302', 'stun:stun4.orga-ai.test:19302'] },
    {
      urls: ['turn:turn.orga-ai.test:3478?transport=udp'],
      username: `cafecafe01${randomHex(random, 54)}`,
      credential: `cafecafe02${randomHex(random, 54)}`,
    },
  ];
}
