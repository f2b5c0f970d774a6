import { type ReadonlySignal, signal } from '@preact/signals';
import type { Checks, Knowledge, Notice, Recipe, SessionWorld, Simulation } from './contracts.ts';
import type { RecordingsModel } from './RecordingsModel.ts';

/** The parts that are fetched after the first paint. Each loads once; a failure is forgotten, so that the next call tries again. */
export interface LazyParts<Carried> {
  readonly simulation: ReadonlySignal<Simulation | undefined>;
  readonly knowledge: ReadonlySignal<Knowledge | undefined>;
  loadSimulation(): Promise<Simulation>;
  loadKnowledge(): Promise<Knowledge>;
  loadRecipe(): Promise<Recipe<Carried>>;
  readonly checks: ReadonlySignal<Checks | undefined>;
  /** what judges settings before anything is sent */
  loadChecks(): Promise<Checks>;
  readonly recordings: ReadonlySignal<RecordingsModel | undefined>;
  loadRecordings(): Promise<RecordingsModel>;
  /** whether a part could be had; where it could not, a notice says why */
  isHad(part: Promise<unknown>, id: string): Promise<boolean>;
}

export function createLazyParts<Carried>(
  world: Pick<
    SessionWorld<Carried>,
    'loadChecks' | 'loadKnowledge' | 'loadRecipe' | 'loadRecordings' | 'loadSimulation'
  >,
  notify: (notice: Notice) => void,
): LazyParts<Carried> {
  const simulation = signal<Simulation | undefined>(undefined);
  const checks = signal<Checks | undefined>(undefined);
  const knowledge = signal<Knowledge | undefined>(undefined);
  const recordings = signal<RecordingsModel | undefined>(undefined);
  return {
    simulation,
    knowledge,
    loadSimulation: once(async () => {
      if (world.loadSimulation === undefined) {
        throw new Error('There are no scenarios on the live target; switch the target to Simulated.');
      }
      simulation.value = await world.loadSimulation();
      return simulation.value;
    }),
    loadKnowledge: once(async () => {
      knowledge.value = await world.loadKnowledge();
      return knowledge.value;
    }),
    loadRecipe: once(world.loadRecipe),
    checks,
    loadChecks: once(async () => {
      checks.value = await world.loadChecks();
      return checks.value;
    }),
    recordings,
    loadRecordings: once(async () => {
      recordings.value = await world.loadRecordings();
      return recordings.value;
    }),
    async isHad(part, id) {
      try {
        await part;
        return true;
      } catch (error) {
        notify({ id, level: 'error', text: error instanceof Error ? error.message : String(error) });
        return false;
      }
    },
  };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
