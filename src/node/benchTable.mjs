import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { weighBundle } from './bundleSize.mjs';
import { projectRoot } from './install.mjs';

/** @typedef {{ name: string, value: number, unit: string, target?: number, least?: number, details?: Record<string, string> }} Figure */

const figuresFile = `${projectRoot}/.cache/bench.ndjson`;
const historyFile = `${projectRoot}/e2e/bench/history.json`;

/** Forgets the figures of the last run. */
export function clearFigures() {
  rmSync(figuresFile, { force: true });
}

/** What this run measured, the build's weight first. @returns {Figure[]} */
export function readFigures() {
  const weights = weighBundle().weights.map(({ name, bytes, budget }) => ({
    name,
    value: bytes / 1000,
    unit: 'kB',
    target: budget / 1000,
  }));
  const measured = existsSync(figuresFile) ? readFileSync(figuresFile, 'utf8').trim().split('\n') : [];
  return [...weights, ...measured.map((line) => /** @type {Figure} */ (JSON.parse(line)))];
}

/**
 * The table, a line each; `!` stands before what misses its target.
 * @param {readonly Figure[]} figures
 */
export function tableOf(figures) {
  const rows = figures.map(({ name, value, unit, target, least, details = {} }) => ({
    mark:
      (target !== undefined && !(value <= target)) || (least !== undefined && !(value >= least)) ? '!' : ' ',
    name,
    figure: `${readable(value)} ${unit}`,
    target: target !== undefined ? `≤ ${target}` : least !== undefined ? `≥ ${least}` : '',
    details: Object.entries(details)
      .map(([key, text]) => `${key} ${text}`)
      .join(' · '),
  }));
  const width = (/** @type {'name' | 'figure' | 'target'} */ column) =>
    Math.max(...rows.map((row) => row[column].length));
  const [names, figureWidth, targets] = [width('name'), width('figure'), width('target')];
  return rows
    .map(({ mark, name, figure, target, details }) =>
      `${mark} ${name.padEnd(names)}  ${figure.padStart(figureWidth)}  ${target.padEnd(targets)}  ${details}`.trimEnd(),
    )
    .join('\n');
}

/**
 * Adds this run to the history: one line with date, commit and figures.
 * @param {readonly Figure[]} figures
 */
export function keepFigures(figures) {
  const history = /** @type {unknown[]} */ (
    existsSync(historyFile) ? JSON.parse(readFileSync(historyFile, 'utf8')) : []
  );
  const git = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot, encoding: 'utf8' });
  const line = {
    date: new Date().toISOString().slice(0, 10),
    commit: git.stdout.trim(),
    figures: Object.fromEntries(figures.map(({ name, value }) => [name, Number(readable(value))])),
  };
  const lines = [...history, line].map((each) => `  ${JSON.stringify(each)}`);
  writeFileSync(historyFile, `[\n${lines.join(',\n')}\n]\n`);
}

/** @param {number} value */
function readable(value) {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}
