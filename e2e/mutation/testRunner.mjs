import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { createServer, createServerModuleRunner } from 'vite';
import { expect } from 'vitest';
import { afterEach, collected, collectFor, test as declareTest } from './collectedTests.mjs';

/**
 * @import { ModuleRunner } from 'vite/module-runner'
 * @import { CollectedTest } from './collectedTests.mjs'
 */

/**
 * What of Stryker's `MutantRunOptions` is used.
 *
 * @typedef {object} Mutant
 * @property {{ readonly id: string, readonly fileName: string }} activeMutant
 * @property {readonly string[]} [testFilter] the tests that pass through it
 * @property {number} [hitLimit] from here on it is endless
 */

/**
 * Stryker's `MutantRunResult`.
 *
 * @typedef {{ readonly status: 'survived', readonly nrOfTests: number }
 *   | { readonly status: 'timeout', readonly reason: string }
 *   | { readonly status: 'killed', readonly killedBy: string[], readonly failureMessage: string,
 *       readonly nrOfTests: number }} Verdict
 */

/**
 * What Stryker's instrumented code shares with the runner.
 *
 * @type {{ activeMutant?: string | undefined, currentTestId?: string | undefined, hitCount?: number | undefined,
 *   hitLimit?: number | undefined, mutantCoverage?: unknown }}
 */
const shared = {};
Reflect.set(globalThis, '__stryker__', shared);

/** The tests import this instead of Vitest, whose own would wait for Vitest to run them. */
const standIn = 'virtual:in-place-of-vitest';
const inPlaceOfVitest = {
  name: 'in-place-of-vitest',
  enforce: /** @type {const} */ ('pre'),
  resolveId: (/** @type {string} */ id) => (id === standIn ? id : undefined),
  load: (/** @type {string} */ id) =>
    id === standIn ? 'export const { test, expect, afterEach } = globalThis.__vitest;' : undefined,
};
Reflect.set(globalThis, '__vitest', { test: declareTest, expect, afterEach });

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Properties are tried with the first of their inputs only: thousands would make a mutant cost seconds. */
const fewerRuns = 'virtual:fast-check-with-fewer-runs';
const inPlaceOfFastCheck = {
  name: 'in-place-of-fast-check',
  enforce: /** @type {const} */ ('pre'),
  resolveId: (/** @type {string} */ id) => (id === fewerRuns ? id : undefined),
  load: (/** @type {string} */ id) =>
    id === fewerRuns
      ? `import { assert as assertAll } from ${JSON.stringify(import.meta.resolve('fast-check'))};
         export * from ${JSON.stringify(import.meta.resolve('fast-check'))};
         export const assert = (property, { numRuns = 100, ...parameters } = {}) =>
           assertAll(property, { ...parameters, numRuns: Math.min(numRuns, 25), endOnFailure: true });`
      : undefined,
};

/** What measures time and memory, or drives the official SDK, would make a mutant cost seconds. */
const leftOut = /\.(?:long|memory|cost|conformance)\.test\.ts$/;

/** A mutant of what every test passes through would cost minutes; what these do not notice counts as survived. */
const mostTests = 60;

/** A script's time limit also ends the loops of what it calls. */
const begin = new Script('__beginTest()');

/** How many folders two paths have in common. */
const nearness = (/** @type {string} */ one, /** @type {string} */ other) => {
  const folders = other.split('/');
  const first = one.split('/').findIndex((folder, index) => folder !== folders[index]);
  return first === -1 ? folders.length : first;
};

/**
 * Runs the tests of core in one process in which they stay loaded: a mutant costs milliseconds, where Vitest would load
 * the files again for each. The tests see Vitest's own `expect`.
 */
class LoadedTestRunner {
  /** @type {import('vite').ViteDevServer | undefined} */
  #server;
  /** @type {ModuleRunner | undefined} */
  #modules;
  /** How long each took at its last run that passed, in milliseconds. @type {Map<string, number>} */
  #durations = new Map();
  /** What noticed the last mutants, the latest first: it often notices the next one too. @type {string[]} */
  #killers = [];

  /** Mutants that act while a file loads are left out (`ignoreStatic`), so that nothing ever needs to be reloaded. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#server = await createServer({
      configFile: false,
      root: process.cwd(),
      logLevel: 'error',
      appType: 'custom',
      server: { middlewareMode: true, hmr: false, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true, include: [] },
      plugins: [inPlaceOfVitest, inPlaceOfFastCheck],
      resolve: {
        alias: [
          { find: /^vitest$/, replacement: standIn },
          { find: /^fast-check$/, replacement: fewerRuns },
        ],
      },
    });
    this.#modules = createServerModuleRunner(this.#server.environments.ssr);
    await this.#load();
  }

  async #load() {
    if (this.#modules === undefined) throw new Error('not begun');
    this.#modules.clearCache();
    await this.#modules.import('/e2e/fixedSeed.ts');
    collected.clear();
    const files = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts') && !leftOut.test(file))
      .toSorted();
    for (const file of files) {
      collectFor(`src/core/${file}`);
      await this.#modules.import(`/src/core/${file}`);
    }
  }

  /** Runs all without a mutant: Stryker learns which pass, and which pass through which mutants. */
  async dryRun() {
    const tests = [];
    for (const test of collected.values()) {
      shared.currentTestId = test.id;
      const problem = await this.#problemOf(test);
      const result = {
        id: test.id,
        name: test.name,
        fileName: test.file,
        timeSpentMs: this.#durations.get(test.id) ?? 0,
      };
      tests.push(
        problem === undefined ? { ...result, status: 0 } : { ...result, status: 1, failureMessage: problem },
      );
    }
    shared.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: shared.mutantCoverage };
  }

  /**
   * What a mutant leaves behind in a module must not make the next ones look noticed: a test that fails has to pass
   * without the mutant. Where it does not, all is loaded anew, and the mutant is tried again.
   *
   * @param {Mutant} options
   * @returns {Promise<Verdict>}
   */
  async mutantRun(options) {
    const first = await this.#tryMutant(options);
    if (first.status !== 'killed' || (await this.#passes(first.killedBy))) return first;
    await this.#load();
    if (!(await this.#passes(first.killedBy)))
      throw new Error(`fails without a mutant: ${first.killedBy.join()}`);
    const second = await this.#tryMutant(options);
    if (second.status === 'killed' && !(await this.#passes(second.killedBy))) await this.#load();
    return second;
  }

  /** @param {readonly string[]} ids */
  async #passes(ids) {
    for (const id of ids) {
      const test = collected.get(id);
      if (test === undefined || (await this.#problemOf(test)) !== undefined) return false;
    }
    return true;
  }

  /**
   * @param {Mutant} options
   * @returns {Promise<Verdict>}
   */
  async #tryMutant({ activeMutant, testFilter, hitLimit }) {
    const tests = this.#inOrder(
      testFilter ?? [...collected.keys()],
      relative(checkout, activeMutant.fileName),
    );
    shared.hitCount = 0;
    shared.hitLimit = hitLimit;
    shared.activeMutant = activeMutant.id;
    let ran = 0;
    for (const test of tests) {
      ran += 1;
      const problem = await this.#problemOf(test);
      const endless = hitLimit !== undefined && shared.hitCount > hitLimit;
      if (problem === undefined && !endless) continue;
      shared.activeMutant = undefined;
      if (endless) return { status: 'timeout', reason: `hit more than ${hitLimit} times` };
      this.#killers = [test.id, ...this.#killers.filter((id) => id !== test.id)].slice(0, 20);
      return {
        status: 'killed',
        killedBy: [test.id],
        failureMessage: problem ?? '',
        nrOfTests: ran,
      };
    }
    shared.activeMutant = undefined;
    return { status: 'survived', nrOfTests: ran };
  }

  /**
   * What noticed the last mutants first, then the file's own tests, then what stands nearest to it, then what is quick.
   *
   * @param {readonly string[]} ids
   * @param {string} file
   */
  #inOrder(ids, file) {
    const name = file.replace(/\.ts$/, '');
    return ids
      .flatMap((id) => collected.get(id) ?? [])
      .map((test) => {
        const killer = this.#killers.indexOf(test.id);
        const own = test.file === `${name}.test.ts` ? 0 : test.file.startsWith(name) ? 1 : undefined;
        const far = own ?? 10 - nearness(test.file, file);
        return { test, cost: killer === -1 ? 1e6 * far + (this.#durations.get(test.id) ?? 0) : killer - 100 };
      })
      .toSorted((one, other) => one.cost - other.cost)
      .slice(0, mostTests)
      .map(({ test }) => test);
  }

  /** @param {CollectedTest} test */
  async #problemOf(test) {
    const begun = performance.now();
    try {
      Reflect.set(globalThis, '__beginTest', test.run);
      const known = this.#durations.get(test.id);
      // Where nothing is known yet the machine may be busy, and nothing is endless.
      const timeout = known === undefined ? 60_000 : 5000 + Math.ceil(20 * known);
      await begin.runInThisContext({ timeout });
      if (shared.activeMutant === undefined) this.#durations.set(test.id, performance.now() - begun);
      return undefined;
    } catch (error) {
      return String(error);
    }
  }

  async dispose() {
    await this.#server?.close();
  }
}

export const strykerPlugins = [
  {
    kind: 'TestRunner',
    name: 'loaded',
    factory: Object.assign(() => new LoadedTestRunner(), { inject: [] }),
  },
];
