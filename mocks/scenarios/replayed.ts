import type { ReplayScenario } from '../../src/core/recording/replay/replayScenario.ts';
import type { Endpoint } from '../../src/core/session/log.ts';
import type { Fault } from '../world.ts';
import type { PlayableScenario } from './scenario.ts';

/** A recorded session as a scenario like any other; `id` is what it is chosen by. */
export function replayedScenario(replay: ReplayScenario, id: string): PlayableScenario {
  const { title, story, route, request, settings, limits, expect } = replay;
  const { replies, paths, tokens, farEnd, keepReservedServers, devices, sleep } = replay;
  const faults: Partial<Record<Endpoint, readonly Fault[]>> = {};
  for (const endpoint of ['client-secrets', 'ice-config', 'calls', 'session'] as const) {
    const recorded = replies[endpoint];
    if (recorded !== undefined) faults[endpoint] = recorded.map((reply) => ({ kind: 'recorded', reply }));
  }
  return {
    id,
    title,
    story,
    route,
    settings,
    limits,
    ...(request !== undefined && { request }),
    expect,
    world: {
      faults,
      standIns: tokens,
      ...(paths !== undefined && { paths }),
      ...(farEnd !== undefined && { farEnd }),
      ...(keepReservedServers !== undefined && { keepReservedServers }),
      ...(devices !== undefined && { devices }),
      ...(sleep !== undefined && { sleep }),
    },
  };
}
