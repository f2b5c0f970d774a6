import { type ReadonlySignal, signal } from '@preact/signals';
import type { IceServerTest, Recipe } from './contracts.ts';

/** How long each server has, ms. Whoever answers does so within a second; Chromium itself would wait for 40 s. */
const limit = 10_000;

/** Asks each ICE server of a run by itself, one test at a time. */
export interface IceServerTests {
  readonly test: ReadonlySignal<IceServerTest | undefined>;
  run<Carried>(recipe: Recipe<Carried>, carried: Carried): Promise<void>;
  stop(): void;
  /** forgets the results as well */
  clear(): void;
}

export function createIceServerTests(): IceServerTests {
  const test = signal<IceServerTest | undefined>(undefined);
  let abort: AbortController | undefined;

  function stop(): void {
    abort?.abort();
    abort = undefined;
  }

  return {
    test,
    stop,
    clear() {
      stop();
      test.value = undefined;
    },
    async run(recipe, carried) {
      stop();
      const own = new AbortController();
      abort = own;
      const { total, leftOut, results } = recipe.testIceServers(carried, { limit, signal: own.signal });
      let now: IceServerTest = { state: 'running', results: [], leftOut, total };
      test.value = now;
      for await (const result of results) {
        if (abort !== own) break;
        now = { ...now, results: [...now.results, result] };
        test.value = now;
      }
      const done = now.results.length + leftOut.length >= total;
      if (test.peek() === now) test.value = { ...now, state: done ? 'done' : 'stopped' };
    },
  };
}
