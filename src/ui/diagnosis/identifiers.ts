import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { LogEntry } from '../../core/session/log.ts';
import { pathOf } from '../../core/session/wording.ts';

/** `invalid_ephemeral_token · used · 401 · POST /v1/realtime/calls` */
export function identifiers(verdict: Diagnosis, failedBy: LogEntry | undefined): string {
  const parts = [verdict.code, verdict.variant];
  if (failedBy?.kind === 'rest-error') {
    if (failedBy.http !== undefined) parts.push(String(failedBy.http.status));
    const [path = ''] = pathOf(failedBy.request.url).split('?');
    parts.push(`${failedBy.request.method} ${path}`);
  }
  return [...new Set(parts)].join(' · ');
}
