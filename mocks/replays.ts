import { replayId, replayKey } from '../src/core/recording/replay/handOver.ts';
import type { ReplayScenario } from '../src/core/recording/replay/replayScenario.ts';
import { fieldsOf } from './fieldsOf.ts';
import { replayedScenario } from './scenarios/replayed.ts';
import type { PlayableScenario } from './scenarios/scenario.ts';

/** The recorded session that this tab plays, remembered for as long as the tab lives. */
export interface Replays {
  /** what an earlier page of this tab left */
  recalled(): readonly PlayableScenario[];
  choose(replay: ReplayScenario): PlayableScenario;
  find(id: string): PlayableScenario | undefined;
}

/** `storage` throws where it is refused: then the replay is forgotten on reload. */
export function createReplays(storage: () => Pick<Storage, 'getItem' | 'setItem'>): Replays {
  let chosen: PlayableScenario | undefined;
  return {
    recalled() {
      try {
        const left: unknown = JSON.parse(storage().getItem(replayKey) ?? 'null');
        if (isReplay(left)) chosen = replayedScenario(left, replayId);
      } catch {
        // Refused, or not ours: nothing was left.
      }
      return chosen === undefined ? [] : [chosen];
    },
    choose(replay) {
      try {
        storage().setItem(replayKey, JSON.stringify(replay));
      } catch {
        // Refused or full: it is played all the same.
      }
      chosen = replayedScenario(replay, replayId);
      return chosen;
    },
    find: (id) => (id === replayId ? chosen : undefined),
  };
}

/** Only this program writes there, and only what it has checked. */
function isReplay(value: unknown): value is ReplayScenario {
  const fields = fieldsOf(value);
  return fields.get('format') === 'webrtc-session-replay' && fields.get('version') === 1;
}
