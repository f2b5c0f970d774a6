import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { projectRoot } from './install.mjs';

/** @typedef {{ fileName: string, isEntry: boolean, imports: string[], dynamicImports: string[], modules: string[] }} Chunk */
/** @typedef {{ name: string, bytes: number, budget: number }} Weight `bytes` and `budget` after gzip */

const isSimulation = (/** @type {string} */ module) =>
  module.startsWith('mocks/') || module.startsWith('node_modules/msw/');

/**
 * What the last build weighs: what a live session loads before it can begin, the simulation, which it never loads, and
 * the probe.
 * `strays` are modules of the simulation that it would load all the same.
 * @returns {{ weights: Weight[], strays: string[] }}
 */
export function weighBundle() {
  const chunks = /** @type {Chunk[]} */ (
    JSON.parse(readFileSync(`${projectRoot}/.cache/bundle.json`, 'utf8'))
  );
  const entries = chunks.filter(({ isEntry }) => isEntry);
  const firstLoad = withImports(chunks, entries);
  const simulation = withImports(
    chunks,
    chunks.filter(({ modules }) => modules.some(isSimulation)),
  ).filter((chunk) => !firstLoad.includes(chunk));
  if (simulation.length === 0) throw new Error('No chunk holds the simulation.');
  return {
    weights: [
      { name: 'first load', bytes: weigh(firstLoad), budget: 45_000 },
      { name: 'simulation', bytes: weigh(simulation), budget: 60_000 },
      // What other people's pages load.
      { name: 'probe', bytes: weigh([{ fileName: 'probe.js' }]), budget: 15_000 },
    ],
    strays: firstLoad.flatMap(({ modules }) => modules).filter(isSimulation),
  };
}

/**
 * Chunks and what they import statically.
 * @param {readonly Chunk[]} chunks
 * @param {readonly Chunk[]} roots
 */
function withImports(chunks, roots) {
  const all = new Set(roots);
  for (const { imports } of all) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) all.add(chunk);
  }
  return [...all];
}

/** @param {readonly Pick<Chunk, 'fileName'>[]} parts */
function weigh(parts) {
  return parts
    .map(({ fileName }) => gzipSync(readFileSync(`${projectRoot}/dist/${fileName}`), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
}
