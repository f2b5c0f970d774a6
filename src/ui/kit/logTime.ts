/** `14:32`, minutes and seconds. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Log time: seconds since the run began with three decimals, or the time of day in UTC. */
export function logTime(at: number, mode: 'relative' | 'utc', startedAt: number | undefined): string {
  if (mode === 'relative' || startedAt === undefined) return (at / 1000).toFixed(3);
  return new Date(startedAt + at).toISOString().slice(11, 23);
}
