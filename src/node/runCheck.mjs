import { spawn } from 'node:child_process';
import { projectRoot } from './install.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {readonly (readonly string[])[]} commands one after the other, until one fails
 * @property {'vitest' | 'playwright'} [report] who runs its tests
 * @property {boolean} [live] long: its output is shown as it comes
 */

/** @typedef {{ name: string, passed: boolean, output: string }} Result */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

// Stopped from outside, the checks' own servers and browsers must end too; they tidy up after SIGINT.
process.once('SIGTERM', () => {
  for (const child of running) child.kill('SIGINT');
  process.exitCode = 1;
});

/**
 * Runs a check and prints its name, its verdict and how long it took.
 * @param {Check} check
 * @returns {Promise<Result>}
 */
export async function runCheck({ name, commands, live = false }) {
  const started = performance.now();
  let output = '';
  let passed = true;
  if (live) console.log(`… ${name}`);
  for (const [command = '', ...args] of commands) {
    const ended = await run(command, args, { name, live });
    output += ended.output;
    passed = ended.status === 0;
    if (!passed) break;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${passed ? '✓' : '✗'} ${name} ${seconds} s`);
  return { name, passed, output };
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ readonly name: string, readonly live: boolean }} check
 * @returns {Promise<{ status: number | null, output: string }>}
 */
function run(command, args, { name, live }) {
  return new Promise((resolve) => {
    let output = '';
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      output += chunk.toString();
      if (live) process.stdout.write(chunk);
    };
    const child = spawn(command, args, {
      cwd: projectRoot,
      // The runner names its report after the check.
      env: { ...process.env, NO_COLOR: '1', CHECK: name },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    running.add(child);
    child.on('exit', () => running.delete(child));
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ status: 1, output: `${output}${error.message}\n` }));
    child.on('close', (status) => resolve({ status, output }));
  });
}

/**
 * Runs tasks, so many at a time, and gives their results in the tasks' order.
 * @template T, R
 * @param {readonly T[]} tasks
 * @param {number} size
 * @param {(task: T) => Promise<R>} runOne
 * @returns {Promise<R[]>}
 */
export async function runPool(tasks, size, runOne) {
  /** @type {R[]} */
  const results = [];
  const queue = [...tasks.entries()];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      results[next[0]] = await runOne(next[1]);
    }
  };
  await Promise.all(Array.from({ length: size }, work));
  return results;
}
