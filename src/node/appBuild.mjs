import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { projectRoot } from './install.mjs';

const sources = ['index.html', 'vite.config.ts', 'package-lock.json', 'src', 'mocks', 'public'];

/** Builds the app where the last build is older than its sources, or absent. Throws when the build fails. */
export function ensureBuilt() {
  const built = statSync(`${projectRoot}/dist/index.html`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (sources.every((source) => newest(`${projectRoot}/${source}`) <= built)) return;
  console.log('Building the app …');
  const vite = `${projectRoot}/node_modules/vite/bin/vite.js`;
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The build failed: see its message above.');
}

/** Builds what others import where the last build is older than its sources, or absent. Throws when the build fails. */
export function ensurePackageBuilt() {
  const file = `${projectRoot}/dist/package/explain-bin.js`;
  const built = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (
    ['package-lock.json', 'src/core', 'src/node', 'mocks'].every(
      (source) => newest(`${projectRoot}/${source}`) <= built,
    )
  )
    return;
  // Standard output belongs to who runs what is built.
  console.error('Building the package …');
  const { status } = spawnSync(process.execPath, ['src/node/buildPackage.mjs'], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The build of the package failed: see its message above.');
}

/**
 * When something in a file or folder last changed, ms; a deletion changes its folder.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}
