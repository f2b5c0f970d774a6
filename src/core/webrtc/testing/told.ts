import type { LintFinding } from '../lintFinding.ts';

/**
 * What findings say, as a test types it: `error mid answer 13/1` (severity, rule, side, line, media section if there is
 * one), then title, cause and what to do.
 */
export function told(findings: readonly LintFinding[]): readonly (readonly string[])[] {
  return findings.map(({ severity, rule, side, line, section, title, cause, fix }) => [
    `${severity} ${rule} ${side} ${line}${section === undefined ? '' : `/${section}`}`,
    title,
    cause,
    fix,
  ]);
}
