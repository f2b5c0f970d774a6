import { appendFileSync, mkdirSync } from 'node:fs';

/** One line of the benchmark's table. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'ratio' | 'ms/s' | '1/s' | 'kB' | 'bytes' | 'points' | 'nodes';
  /** what the value must not exceed */
  readonly target?: number;
  /** what the value must reach */
  readonly least?: number;
  /** what it was made of */
  readonly details?: Readonly<Record<string, string>>;
}

/** The middle of the sorted values; these machines are noisy, so no mean. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Leaves a figure for the table, which `npm run bench` prints (`src/node/benchTable.mjs`). */
export function record(figure: Figure): void {
  const folder = new URL('../../.cache/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  appendFileSync(new URL('bench.ndjson', folder), `${JSON.stringify(figure)}\n`);
}
