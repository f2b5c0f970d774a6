import { startSimulator } from '../../mocks/node/index.ts';
import { expect, test } from '../fixtures.ts';
import { connectionFailureOf, expectVerdict } from './realParts.ts';

// The policy of a company, or of a privacy extension. The spelling with `--force-` does nothing (failures.md).
test.use({
  launchOptions: async ({ browserName, launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--webrtc-ip-handling-policy=disable_non_proxied_udp'];
    const firefoxUserPrefs = {
      ...launchOptions.firefoxUserPrefs,
      'media.peerconnection.ice.proxy_only': true,
    };
    await use(
      browserName === 'firefox' ? { ...launchOptions, firefoxUserPrefs } : { ...launchOptions, args },
    );
  },
});

test('a browser that may not use UDP finds no address, and the verdict says so', { tag: '@firefox' }, async ({
  app,
}) => {
  // The simulation's own far end would be under the same policy.
  const simulator = await startSimulator();
  const query = new URLSearchParams({
    target: 'live',
    sessionEndpoint: simulator.sessionEndpoint,
    baseUrl: simulator.url,
    'limit.connection': '3000',
  });
  await app.open(`?${query}`);
  await app.run.click();
  const report = await app.settled();
  await simulator.close();
  expectVerdict(report, 'gather.none', 'nothing');
  expect(report.diagnosis?.actor).toBe('browser');
  expect(report.failedStep).toBe('connection');
  expect(connectionFailureOf(report)?.reason).toMatch(/^(?:timeout|ice)$/);
  expect(report.log.filter((entry) => entry.kind === 'candidate' && entry.side === 'local')).toEqual([]);
  expect(report.log.filter((entry) => entry.kind === 'candidate-error')).toEqual([]);
});
