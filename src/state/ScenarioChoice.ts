import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RunnableScenario, ScenarioInfo, Simulation } from './contracts.ts';

/** The scenarios that can be played, and the one that is chosen. */
export interface ScenarioChoice {
  /** undefined while the simulation is not loaded */
  readonly scenarios: ReadonlySignal<readonly ScenarioInfo[] | undefined>;
  readonly scenario: ReadonlySignal<RunnableScenario | undefined>;
  readonly info: ReadonlySignal<ScenarioInfo | undefined>;
  select(id: string): void;
  /** a recorded session, in place of the one before; it is chosen at once */
  addReplay(replay: RunnableScenario): void;
}

export function createScenarioChoice(simulation: ReadonlySignal<Simulation | undefined>): ScenarioChoice {
  const scenarioId = signal('healthy');
  const replayed = signal<readonly RunnableScenario[]>([]);
  const playable = computed(() => {
    const [replay] = replayed.value;
    const others = simulation.value?.scenarios.filter(({ id }) => id !== replay?.id);
    return others && [...replayed.value, ...others];
  });
  const scenario = computed(() => playable.value?.find(({ id }) => id === scenarioId.value));
  return {
    scenarios: computed(() => playable.value?.map(scenarioInfo)),
    scenario,
    info: computed(() => (scenario.value === undefined ? undefined : scenarioInfo(scenario.value))),
    select(id) {
      scenarioId.value = id;
    },
    addReplay(replay) {
      replayed.value = [replay];
      scenarioId.value = replay.id;
    },
  };
}

function scenarioInfo({ id, title, story, route, expect }: RunnableScenario): ScenarioInfo {
  const { code, variant, step, httpStatus } = expect;
  return {
    id,
    title,
    story,
    ...(code !== undefined && { code }),
    ...(variant !== undefined && { variant }),
    ...(step !== undefined && { step }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(route !== undefined && { route }),
  };
}
