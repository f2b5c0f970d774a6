import { existsSync, readFileSync } from 'node:fs';
import { projectRoot } from './install.mjs';

/** @typedef {{ check: string, name: string, duration: number, passed: boolean }} Test `duration` in ms */

/** @typedef {{ testResults: { assertionResults: { fullName: string, status: string, duration?: number | null }[] }[] }} VitestReport */
/** @typedef {{ title: string, ok: boolean, tests: { results: { duration: number, status: string }[] }[] }} Spec */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */

/**
 * The tests that a check ran, from the report that its runner left; none where it left none. Skipped ones are left out.
 * @param {string} check
 * @param {'vitest' | 'playwright'} runner
 * @returns {Test[]}
 */
export function readTests(check, runner) {
  const own = `${projectRoot}/.cache/tests/${check}.json`;
  const file = runner === 'vitest' || existsSync(own) ? own : `${projectRoot}/.cache/tests/playwright.json`;
  if (!existsSync(file)) return [];
  const report = /** @type {unknown} */ (JSON.parse(readFileSync(file, 'utf8')));
  const tests =
    runner === 'vitest'
      ? readVitest(/** @type {VitestReport} */ (report))
      : /** @type {{ suites: Suite[] }} */ (report).suites.flatMap((suite) => readSuite(suite, []));
  return tests.map((test) => ({ check, ...test }));
}

/** @param {VitestReport} report */
function readVitest({ testResults }) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ fullName, status, duration }) => ({
      name: fullName,
      duration: duration ?? 0,
      passed: status === 'passed',
    }));
}

/**
 * @param {Suite} suite
 * @param {readonly string[]} above
 * @returns {Omit<Test, 'check'>[]}
 */
function readSuite({ title, specs = [], suites = [] }, above) {
  const path = [...above, title];
  const own = specs.flatMap((spec) =>
    spec.tests
      .flatMap(({ results }) => results.slice(-1))
      .filter(({ status }) => status !== 'skipped')
      .map(({ duration }) => ({ name: [...path, spec.title].join(' › '), duration, passed: spec.ok })),
  );
  return [...own, ...suites.flatMap((inner) => readSuite(inner, path))];
}
