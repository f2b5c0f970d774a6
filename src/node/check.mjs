// `npm test`: from nothing but Node and npm, every check by name, the failing ones again at the end.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensurePackageBuilt } from './appBuild.mjs';
import { clearFigures, keepFigures, readFigures, tableOf } from './benchTable.mjs';
import { ensureBrowser } from './browser.mjs';
import { findFirefox, noFirefox } from './firefox.mjs';
import { ensureInstalled, projectRoot } from './install.mjs';
import { runCheck, runPool } from './runCheck.mjs';
import { readSkipped, readTests } from './testReports.mjs';
import { ensureTurnServer, noTurnServer } from './turnServer.mjs';

/** @typedef {import('./runCheck.mjs').Check} Check */

const bin = (/** @type {string} */ name) => `${projectRoot}/node_modules/.bin/${name}`;
const node = process.execPath;
const playwright = (/** @type {string} */ project) => [
  bin('playwright'),
  'test',
  '--config=e2e/playwright.config.ts',
  `--project=${project}`,
];
const vitest = (/** @type {string} */ name, projects = [name]) => [
  bin('vitest'),
  'run',
  ...projects.map((project) => `--project=${project}`),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=.cache/tests/${name}.json`,
];

/** Independent of each other, two at a time. @type {readonly Check[]} */
const first = [
  {
    name: 'build',
    commands: [
      [bin('vite'), 'build'],
      [node, 'src/node/buildPackage.mjs'],
    ],
  },
  { name: 'unit', commands: [vitest('unit', ['unit', 'core'])], report: 'vitest' },
  { name: 'lint', commands: [[bin('oxlint'), '--type-aware', '--deny-warnings']] },
  {
    name: 'types',
    commands: ['.', 'src', 'src/core', 'src/node'].map((project) => [bin('tsc'), '--project', project]),
  },
  { name: 'format', commands: [[bin('biome'), 'check', '--max-diagnostics=100']] },
  { name: 'unused', commands: [[bin('knip')]] },
];

/** These look at the build. @type {readonly Check[]} */
const second = [
  { name: 'size', commands: [[node, 'src/node/checkSize.mjs']] },
  {
    name: 'packaging',
    commands: [[node, 'src/node/buildPackage.mjs'], vitest('packaging')],
    report: 'vitest',
  },
];

/** Has both cores for itself. @type {readonly Check[]} */
const last = [{ name: 'e2e', commands: [playwright('e2e')], report: 'playwright', live: true }];

/** One of each kind, in the other browser. @type {readonly Check[]} */
const inFirefox = [{ name: 'firefox', commands: [playwright('firefox')], report: 'playwright', live: true }];

/** An application of somebody else, tested with what the package exports. @type {readonly Check[]} */
const examples = [
  {
    name: 'examples',
    commands: [[bin('playwright'), 'test', '--config=e2e/examples/playwright.config.ts']],
    report: 'playwright',
    live: true,
  },
];

/** @type {readonly Check[]} */
const long = [
  { name: 'long', commands: [vitest('long')], report: 'vitest', live: true },
  { name: 'e2e-long', commands: [playwright('long')], report: 'playwright', live: true },
  { name: 'mutation', commands: [[bin('stryker'), 'run']], live: true },
];
/** @type {readonly Check[]} */
const longInFirefox = [
  { name: 'firefox-long', commands: [playwright('firefox-long')], report: 'playwright', live: true },
];
/** @type {readonly Check[]} */
const bench = [
  // One after the other: each wants the machine for itself.
  { name: 'bench', commands: [[...playwright('bench'), '--workers=1']], report: 'playwright', live: true },
];
/** @type {readonly Check[]} */
const lighthouse = [{ name: 'lighthouse', commands: [[node, 'src/node/lighthouse.mjs']], live: true }];
/** @type {readonly Check[]} */
const screenshots = [
  { name: 'screenshots', commands: [playwright('screenshots')], report: 'playwright', live: true },
];
/** @type {readonly Check[]} */
const gallery = [{ name: 'gallery', commands: [playwright('gallery')], report: 'playwright', live: true }];

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      long: { type: 'boolean' },
      bench: { type: 'boolean' },
      keep: { type: 'boolean', default: false },
      screenshots: { type: 'boolean' },
      gallery: { type: 'boolean' },
    },
  });
  const asked = values.long
    ? [long, longInFirefox]
    : values.bench
      ? [bench, lighthouse]
      : values.screenshots
        ? [screenshots]
        : values.gallery
          ? [gallery]
          : select([first, second, last, inFirefox, examples], values.only?.split(','));

  ensureInstalled();
  if (values.bench) clearFigures();
  rmSync(`${projectRoot}/.cache/tests`, { recursive: true, force: true });
  if (asked.flat().some(({ report }) => report === 'playwright')) prepareEndToEnd();
  const stages = prepareFirefox(asked);
  const checks = stages.flat();
  const builds = checks.some(({ name }) => name === 'build');
  if (!builds && checks.some((check) => check.report === 'playwright' || second.includes(check)))
    ensureBuilt();
  if (!builds && checks.some((check) => examples.includes(check))) ensurePackageBuilt();

  /** @type {import('./runCheck.mjs').Result[]} */
  const results = [];
  for (const stage of stages) {
    // Without a build there is nothing to look at, and the last one would deceive.
    if (results.some(({ name, passed }) => name === 'build' && !passed)) break;
    results.push(...(await runPool(stage, 2, runCheck)));
  }
  const left = asked.flat().filter((check) => !checks.includes(check));
  const passed = summarise(checks, results, left);
  if (values.bench) {
    const figures = readFigures();
    console.log(`\n${tableOf(figures)}`);
    if (values.keep) keepFigures(figures);
  }
  return passed;
}

/** Finds or installs what the end-to-end tests need beyond npm's packages, and tells their runner where it is. */
function prepareEndToEnd() {
  const browser = ensureBrowser();
  console.log(`Chromium: ${browser.origin}, ${browser.path}`);
  process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE'] = browser.path;
  const turnServer = ensureTurnServer();
  console.log(turnServer === undefined ? noTurnServer : `coturn: ${turnServer.origin}, ${turnServer.path}`);
  if (turnServer !== undefined) process.env['TURNSERVER'] = turnServer.path;
}

/**
 * The stages as they can be run here: without those in Firefox where there is none, for it is not installed.
 * @param {readonly (readonly Check[])[]} stages
 */
function prepareFirefox(stages) {
  const needsFirefox = (/** @type {readonly Check[]} */ stage) => [inFirefox, longInFirefox].includes(stage);
  const firefox = stages.some(needsFirefox) ? findFirefox() : undefined;
  if (firefox === undefined) return stages.filter((stage) => !needsFirefox(stage));
  console.log(`Firefox: ${firefox.origin}, ${firefox.path}`);
  process.env['FIREFOX_EXECUTABLE'] = firefox.path;
  return stages;
}

/**
 * @param {readonly (readonly Check[])[]} stages
 * @param {readonly string[] | undefined} only
 */
function select(stages, only) {
  if (only === undefined) return stages;
  const names = stages.flat().map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`No check is named ${unknown.join(', ')}: there are ${names.join(', ')}.`);
  return stages.map((stage) => stage.filter(({ name }) => only.includes(name)));
}

/**
 * @param {readonly Check[]} checks
 * @param {readonly import('./runCheck.mjs').Result[]} results
 * @param {readonly Check[]} left those that need a browser which is not there
 */
function summarise(checks, results, left) {
  const tests = checks.flatMap((check) =>
    check.report === undefined ? [] : readTests(check.name, check.report),
  );
  const slowest = tests.toSorted((a, b) => b.duration - a.duration).slice(0, 10);
  if (slowest.length > 0) console.log('\nThe ten slowest tests');
  for (const { duration, check, name } of slowest) {
    console.log(`  ${(duration / 1000).toFixed(1).padStart(6)} s  ${check}: ${name}`);
  }

  const skipped = [
    ...checks.flatMap(({ name, report }) => (report === 'playwright' ? readSkipped(name) : [])),
    ...left.map(({ name }) => ({ name, why: noFirefox })),
  ];
  if (skipped.length > 0) console.log('\nSkipped');
  for (const { name, why } of skipped) console.log(`  ${name}: ${why}`);

  const failed = results.filter(({ passed }) => !passed);
  for (const { name, output } of failed) {
    console.log(`\n──── ${name} failed ────\n${output.split('\n').slice(-300).join('\n').trimEnd()}`);
  }
  const missing = checks.filter(({ name }) => !results.some((result) => result.name === name));
  if (missing.length > 0) console.log(`\nNot run: ${missing.map(({ name }) => name).join(', ')}`);
  if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);

  // A check without tests of its own counts as one, and so does one whose runner failed without a failing test.
  let [passes, failures] = [0, missing.length];
  for (const { name, passed } of results) {
    const own = tests.filter(({ check }) => check === name);
    const bad = own.filter((test) => !test.passed).length;
    passes += own.length === 0 ? Number(passed) : own.length - bad;
    failures += passed ? bad : Math.max(bad, 1);
  }
  console.log(`\n${passes} passed, ${failures} failed`);
  return failures === 0;
}
