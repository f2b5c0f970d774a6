import { expect, test } from 'vitest';
import { compareSdp } from './compareSdp.ts';

test('10,000 candidates in reverse order are aligned without a long wait', () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => `a=extmap:${index} urn:x${index}`);
  const began = process.cpuUsage();
  const [session] = compareSdp(lines.join('\r\n'), lines.toReversed().join('\r\n'));
  const { user, system } = process.cpuUsage(began);
  expect(session?.rows).toHaveLength(19_999);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});
