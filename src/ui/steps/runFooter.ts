import type { SessionSummary } from '../../core/session/summary.ts';

/** `Run 3 · REST route · attempt 2` */
export function runFooter(summary: SessionSummary): string {
  if (summary.outcome === 'idle') return 'Not run yet.';
  const route = summary.route === 'rest' ? 'REST route' : 'backend route';
  const attempt = summary.attempts > 1 ? ` · attempt ${summary.attempts}` : '';
  return `Run ${summary.run} · ${route}${attempt}`;
}
