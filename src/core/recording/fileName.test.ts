import { expect, test } from 'vitest';
import { fileName } from './fileName.ts';
import type { RecordedVerdict } from './recording.ts';
import { sampleLogs } from './testing/sampleLogs.ts';

/** 2026-11-22 14:05:59 UTC */
const startedAt = 1_795_356_359_000;
const verdict: RecordedVerdict = {
  code: 'ice.unreachable',
  certainty: 'proved',
  title: 'x',
  step: 'connection',
};

test.each([
  ['spent token', undefined, 'orga-session-2026-11-22T1405Z-call-401.json.gz'],
  [
    'unreachable',
    { ...verdict, code: 'network.cors' },
    'orga-session-2026-11-22T1405Z-call-network-cors.json.gz',
  ],
  ['no candidate', verdict, 'orga-session-2026-11-22T1405Z-connection-ice-unreachable.json.gz'],
  ['connected', undefined, 'orga-session-2026-11-22T1405Z-healthy.json.gz'],
  ['connected', { ...verdict, code: 'net.loss' }, 'orga-session-2026-11-22T1405Z-connected-net-loss.json.gz'],
  ['nothing yet', undefined, 'orga-session-2026-11-22T1405Z-running.json.gz'],
] as const)('a recording of “%s” tells it in its name', (name, found, expected) => {
  const log = sampleLogs[name] ?? [];
  expect(fileName({ startedAt, log, ...(found && { verdict: found }) }, 'json.gz')).toBe(expected);
});

test('a foreign code puts nothing but safe characters into the name', () => {
  const hostile = { ...verdict, code: '../../etc/passwd\u0000<script>' + 'x'.repeat(500) };
  const name = fileName({ startedAt: 0, log: sampleLogs['no candidate'] ?? [], verdict: hostile }, 'har');
  expect(name).toMatch(/^orga-session-connection-etc-passwd-script-x+\.har$/);
  expect(name.length).toBeLessThan(100);
});

test.each([Number.NaN, -1, 1e300, 8.64e15])('a beginning at %d is left out', (beginning) => {
  expect(fileName({ startedAt: beginning, log: [] }, 'md')).toBe('orga-session-idle.md');
});

test('the last day with a year of four digits is told, and a run that failed at no step', () => {
  const failed = [{ id: 'e1', at: 0, attempt: 1, kind: 'run', state: 'failed' }] as const;
  expect(fileName({ startedAt: Date.UTC(9999, 11, 31), log: failed }, 'md')).toBe(
    'orga-session-9999-12-31T0000Z-failed.md',
  );
});
