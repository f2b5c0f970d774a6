import { summarise } from '../../core/session/summarise.ts';
import type { Comparable } from '../../state/Comparison.ts';

/** What a column is called: how it ended, and which run it is. */
export function sideTitle({ log, name, scenario, startedAt }: Comparable): string {
  const { outcome } = summarise(log);
  const what = name ?? scenario ?? 'session';
  const at = startedAt > 0 ? ` ${new Date(startedAt).toISOString().slice(11, 19)} UTC` : '';
  return `${outcome === 'idle' ? 'empty' : outcome} · ${what}${at}`;
}
