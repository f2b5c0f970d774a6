import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseReplay } from '../../src/core/recording/replay/parseReplay.ts';
import { replayedScenario } from '../scenarios/replayed.ts';
import type { PlayableScenario } from '../scenarios/scenario.ts';
import { isPlayable } from './transportScenarios.ts';

/** A scenario file (`*.scenario.json`), named after the file. Throws an error with one line for the user. */
export function readScenarioFile(path: string): PlayableScenario {
  const read = parseReplay(readText(path));
  if (!read.ok) throw new Error(`${path}: ${read.problem}`);
  const scenario = replayedScenario(read.replay, basename(path).replace(/(?:\.scenario)?\.json$/, ''));
  if (!isPlayable(scenario)) {
    throw new Error(
      `${path}: this scenario needs a browser’s own devices, clock or peer; open it in the page, with “Run this again, simulated”.`,
    );
  }
  return scenario;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The scenario file cannot be read: ${why}`, { cause: error });
  }
}
