import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).slice(0, -1);

/**
 * Installs what package-lock.json names, where something of it is missing or of another version.
 * Throws when npm cannot.
 */
export function ensureInstalled() {
  if (isInstalled(projectRoot)) return;
  console.log('Installing what the project needs (npm ci) …');
  const { status } = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0) throw new Error('npm ci failed: see its message above. It needs the npm registry.');
}

/**
 * Runs npm with its output shown.
 * @param {readonly string[]} args
 */
function runNpm(args) {
  // Started by npm, we know its script and need no shell, which `npm` alone would need on Windows.
  const script = process.env['npm_execpath'];
  const options = /** @type {const} */ ({ cwd: projectRoot, stdio: 'inherit' });
  return script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', [...args], { ...options, shell: process.platform === 'win32' });
}

/**
 * Whether node_modules holds what package-lock.json names. npm leaves what it installed in a hidden lockfile; optional
 * packages are those of other platforms.
 * @param {string} root
 */
export function isInstalled(root) {
  const hidden = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(hidden)) return false;
  const wanted = readPackages(`${root}/package-lock.json`);
  const present = readPackages(hidden);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional === true && present[path] === undefined),
  );
}

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lockfile */

/**
 * What a package wants, if only on some platform, and the lockfile does not name: `npm ci` refuses such a lockfile.
 * @param {Lockfile} lock
 */
export function missingFrom({ packages }) {
  return Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.entries(optionalDependencies))
    .map(([name, version]) => ({ name, version }))
    .filter(({ name }) => packages[`node_modules/${name}`] === undefined);
}

/** @param {string} file */
function readPackages(file) {
  return /** @type {Lockfile} */ (JSON.parse(readFileSync(file, 'utf8'))).packages;
}
