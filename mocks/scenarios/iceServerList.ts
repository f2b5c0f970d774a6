import type { RTCIceServerLike } from '../../src/core/webrtc/iceServers.ts';
import type { World } from '../world.ts';

/** A world whose service hands out these ICE servers instead of its own, which stay out of simulated runs. */
export function handsOut(iceServers: readonly RTCIceServerLike[]): Pick<World, 'faults'> {
  const rewrite = { kind: 'replace', field: 'iceServers', value: iceServers } as const;
  return { faults: { 'ice-config': [{ kind: 'rewrite', rewrite }] } };
}
