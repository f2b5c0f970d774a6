/** The middle of the sorted values; these machines are noisy, so no mean. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** One line of the benchmark's table. */
export function printRow(name: string, figure: string, details: Readonly<Record<string, string>> = {}): void {
  const rest = Object.entries(details).map(([key, value]) => `${key} ${value}`);
  process.stdout.write(`  ${name.padEnd(44)} ${figure.padEnd(28)} ${rest.join(' · ')}\n`);
}
