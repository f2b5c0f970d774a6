/** The first of the listed headers that a response carries readably, or undefined. `names` are lower case. */
export function correlationId(
  headers: { get(name: string): string | null },
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null && value !== '') return value;
  }
  return undefined;
}
