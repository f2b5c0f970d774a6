/** A span of ms in words that fit a sentence: `320 ms`, `4.2 s`, `12 s`, `15 min`, `3 h`, `2 days`. */
export function duration(ms: number): string {
  const span = Math.abs(ms);
  if (span < 999.5) return `${Math.round(span)} ms`;
  if (span < 9_950) return `${(span / 1_000).toFixed(1)} s`;
  if (span < 119_500) return `${Math.round(span / 1_000)} s`;
  if (span < 7_170_000) return `${Math.round(span / 60_000)} min`;
  if (span < 172_800_000) return `${Math.round(span / 3_600_000)} h`;
  return `${Math.round(span / 86_400_000)} days`;
}
