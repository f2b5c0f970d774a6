import { expect, test } from '../fixtures.ts';
import { connectionFailureOf, expectVerdict } from './realParts.ts';

// The policy of a company, or of a privacy extension. The spelling with `--force-` does nothing (failures.md).
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--webrtc-ip-handling-policy=disable_non_proxied_udp'];
    await use({ ...launchOptions, args });
  },
});

test('a browser that may not use UDP finds no address, and the verdict says so', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  const report = await page.evaluate(() =>
    window.sessionDebugger.run({ scenario: 'healthy', limits: { connection: 3000 } }),
  );
  expectVerdict(report, 'gather.none', 'nothing');
  expect(report.diagnosis?.actor).toBe('browser');
  expect(report.failedStep).toBe('connection');
  expect(connectionFailureOf(report)).toMatchObject({ reason: 'timeout', waitingFor: 'ice' });
  expect(report.log.filter((entry) => entry.kind === 'candidate' && entry.side === 'local')).toEqual([]);
  expect(report.log.filter((entry) => entry.kind === 'candidate-error')).toEqual([]);
});
