import type { Recording } from '../core/recording/recording.ts';

/** What a recording is called where it has no name. */
export function nameOf({
  name,
  scenario,
  startedAt,
}: Pick<Recording, 'name' | 'scenario' | 'startedAt'>): string {
  if (name !== undefined) return `“${name}”`;
  const when = `${new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return scenario === undefined ? `of ${when}` : `${scenario} of ${when}`;
}
