import { readSimulatorRow, readSimulatorRows, type SimulatorRow } from '../core/session/simulatorRow.ts';

/** A simulator that is a server, as the page asks and switches it. */
export interface SimulatorControl {
  /** What it can play and what it plays; undefined where none answers at this origin. Never rejects. */
  readonly find: (
    origin: string,
  ) => Promise<{ readonly rows: readonly SimulatorRow[]; readonly current: SimulatorRow } | undefined>;
  /** What it plays; undefined where none answers any more. Never rejects. */
  readonly current: (origin: string) => Promise<SimulatorRow | undefined>;
  /** What it plays from now on, for all that name no other; or why not, in words for the user. Never rejects. */
  readonly choose: (origin: string, id: string) => Promise<SimulatorRow | { readonly problem: string }>;
}

/** Longer than this a server on the same machine takes for nothing, ms. */
const longestAnswer = 5000;

export const simulatorControl: SimulatorControl = {
  async find(origin) {
    const rows = readSimulatorRows(await ask(origin, 'scenarios'));
    if (rows === undefined) return undefined;
    const current = await currentOf(origin);
    return current && { rows, current };
  },
  current: currentOf,
  async choose(origin, id) {
    const answer = await ask(origin, 'scenario', JSON.stringify({ id }));
    const row = readSimulatorRow(answer);
    if (row !== undefined) return row;
    const said: unknown = typeof answer === 'object' && answer !== null && Reflect.get(answer, 'error');
    return {
      problem:
        typeof said === 'string'
          ? said.slice(0, 300)
          : `The simulator at ${origin} no longer answers. Is it still running?`,
    };
  },
};

async function currentOf(origin: string): Promise<SimulatorRow | undefined> {
  return readSimulatorRow(await ask(origin, 'scenario'));
}

/** Undefined where nothing came that is JSON. A body is put, without one it is asked. */
async function ask(origin: string, what: 'scenario' | 'scenarios', body?: string): Promise<unknown> {
  try {
    const response = await fetch(`${origin}/__simulator/${what}`, {
      ...(body !== undefined && { method: 'PUT', headers: { 'content-type': 'application/json' }, body }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(longestAnswer),
    });
    return await response.json();
  } catch {
    return undefined;
  }
}
