// The size budget, gzip: what a live session loads before it can begin, and the simulation that it never loads.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { projectRoot } from './install.mjs';

/** @typedef {{ fileName: string, isEntry: boolean, imports: string[], dynamicImports: string[], modules: string[] }} Chunk */

const budgets = { 'first load': 45, simulation: 60 };
const isSimulation = (/** @type {string} */ module) =>
  module.startsWith('mocks/') || module.startsWith('node_modules/msw/');

const chunks = /** @type {Chunk[]} */ (JSON.parse(readFileSync(`${projectRoot}/.cache/bundle.json`, 'utf8')));
const firstLoad = withImports(chunks.filter(({ isEntry }) => isEntry));
const simulation = withImports(chunks.filter(({ modules }) => modules.some(isSimulation))).filter(
  (chunk) => !firstLoad.includes(chunk),
);

const strays = firstLoad.flatMap(({ modules }) => modules).filter(isSimulation);
if (strays.length > 0) fail(`A live session would load parts of the simulation: ${strays.join(', ')}`);
if (simulation.length === 0) fail('No chunk holds the simulation.');
weigh('first load', firstLoad);
weigh('simulation', simulation);

/**
 * Chunks and what they import statically.
 * @param {readonly Chunk[]} roots
 */
function withImports(roots) {
  const all = new Set(roots);
  for (const { imports } of all) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) all.add(chunk);
  }
  return [...all];
}

/**
 * @param {keyof typeof budgets} name
 * @param {readonly Chunk[]} parts
 */
function weigh(name, parts) {
  const bytes = parts
    .map(({ fileName }) => gzipSync(readFileSync(`${projectRoot}/dist/${fileName}`), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
  const line = `${name}: ${(bytes / 1000).toFixed(1)} kB of ${budgets[name]} kB (gzip)`;
  console.log(line);
  if (bytes > budgets[name] * 1000) fail(`${line}: over the budget.`);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
