import { expect, test } from 'vitest';
import { ended, logOf } from '../../diagnosis/testing/literalLog.ts';
import type { LogEntry } from '../../session/log.ts';
import { compareSessions } from './compareSessions.ts';

const failedEnd = logOf(
  'rest',
  { kind: 'connection-failure', step: 'connection', failure: { reason: 'channel', event: 'close' } },
  ...ended('connection', 'e2'),
).slice(1);

test('two logs of 100,000 entries are compared in half a second', () => {
  const entries = (type: string) =>
    Array.from({ length: 100_000 }, (_, index) => ({
      id: `e${index + 2}`,
      at: index,
      attempt: 1,
      kind: 'channel' as const,
      event: 'received' as const,
      label: 'x',
      text: 'and so on',
      messageType: `${type}${index % 7}`,
    }));
  const long = (type: string): readonly LogEntry[] => [
    ...logOf('rest'),
    ...entries(type),
    ...failedEnd.map((entry) => ({ ...entry, at: 100_001 })),
  ];
  const [left, right] = [long('a'), long('b')];
  compareSessions({ log: left.slice(0, 1000) }, { log: right.slice(0, 1000) });
  // The best of three: the machine may have something else to do.
  const times = [1, 2, 3].map(() => {
    const begun = process.cpuUsage().user;
    compareSessions({ log: left }, { log: right });
    return (process.cpuUsage().user - begun) / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(500);
});
