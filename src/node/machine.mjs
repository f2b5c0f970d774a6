import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectRoot } from './install.mjs';

/**
 * What the test set-up asks of the machine that it runs on, and does to it.
 * @typedef {object} Machine
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} platform as in `process.platform`
 * @property {boolean} isRoot
 * @property {(path: string) => boolean} exists
 * @property {(command: string, args: readonly string[]) => boolean} succeeds runs it unseen
 * @property {(command: string, args: readonly string[]) => void} run runs it with its output shown
 * @property {(line: string) => void} say
 */

/** @type {Machine} */
export const thisMachine = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  succeeds: (command, args) => spawnSync(command, args, { stdio: 'ignore', timeout: 30_000 }).status === 0,
  run(command, args) {
    spawnSync(command, args, { cwd: projectRoot, stdio: 'inherit', timeout: 300_000 });
  },
  say: (line) => console.log(line),
};

/** @typedef {{ path: string, origin: string }} Program `origin` says in words where it was found */

/**
 * A program without its shared libraries is no program. On Windows `--version` would open a browser's window.
 * @param {Machine} machine
 * @param {string} path
 */
export function starts(machine, path) {
  if (!machine.exists(path)) return false;
  return machine.platform === 'win32' || machine.succeeds(path, ['--version']);
}

/**
 * The program that a variable of the environment names. Throws when that one does not start.
 * @param {Machine} machine
 * @param {string} variable
 * @returns {Program | undefined}
 */
export function namedProgram(machine, variable) {
  const path = machine.env[variable] ?? '';
  if (path === '') return undefined;
  if (starts(machine, path)) return { path, origin: variable };
  throw new Error(`${variable} is ${path}, which does not start.`);
}

/**
 * Where programs of these names would lie, the first name in every folder of PATH first.
 * @param {Machine} machine
 * @param {readonly string[]} names
 */
export function pathsOf({ env }, names) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
