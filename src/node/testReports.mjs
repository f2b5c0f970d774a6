import { existsSync, readFileSync } from 'node:fs';
import { projectRoot } from './install.mjs';

/** @typedef {{ check: string, name: string, duration: number, passed: boolean }} Test `duration` in ms */

/** @typedef {{ testResults: { assertionResults: { fullName: string, status: string, duration?: number | null }[] }[] }} VitestReport */
/** @typedef {{ results: { duration: number, status: string }[], annotations?: { type: string, description?: string }[] }} SpecTest */
/** @typedef {{ title: string, ok: boolean, tests: SpecTest[] }} Spec */
/** @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite */

/**
 * The tests that a check ran, from the report that its runner left; none where it left none. Skipped ones are left out.
 * @param {string} check
 * @param {'vitest' | 'playwright'} runner
 * @returns {Test[]}
 */
export function readTests(check, runner) {
  const report = readReport(check);
  if (report === undefined) return [];
  const tests =
    runner === 'vitest'
      ? readVitest(/** @type {VitestReport} */ (report))
      : readSpecs(report).flatMap(({ name, spec }) =>
          spec.tests
            .flatMap(({ results }) => results.slice(-1))
            .filter(({ status }) => status !== 'skipped')
            .map(({ duration }) => ({ name, duration, passed: spec.ok })),
        );
  return tests.map((test) => ({ check, ...test }));
}

/**
 * The end-to-end tests of a check that were skipped, with the reason that they gave.
 * @param {string} check
 */
export function readSkipped(check) {
  const report = readReport(check);
  if (report === undefined) return [];
  return readSpecs(report).flatMap(({ name, spec }) =>
    spec.tests
      .filter(({ results }) => results.at(-1)?.status === 'skipped')
      .map(({ annotations = [] }) => ({
        name,
        why: annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given',
      })),
  );
}

/**
 * @param {string} name
 * @returns {unknown}
 */
function readReport(name) {
  const file = `${projectRoot}/.cache/tests/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
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

/** @param {unknown} report */
function readSpecs(report) {
  return /** @type {{ suites: Suite[] }} */ (report).suites.flatMap((suite) => readSuite(suite, []));
}

/**
 * @param {Suite} suite
 * @param {readonly string[]} above
 * @returns {{ name: string, spec: Spec }[]}
 */
function readSuite({ title, specs = [], suites = [] }, above) {
  const path = [...above, title];
  const own = specs.map((spec) => ({ name: [...path, spec.title].join(' › '), spec }));
  return [...own, ...suites.flatMap((inner) => readSuite(inner, path))];
}
