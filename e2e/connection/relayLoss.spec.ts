import { expect, test } from '../fixtures.ts';
import { adviceOf, connectionFailureOf, expectVerdict, runWithServers } from './realParts.ts';
import { account, coturn, startTurnServer, type TurnServer, withoutCoturn } from './turnServer.ts';

// A stopped relay loses every packet, in any browser: where there is no protocol to emulate a network, this is one.
test.describe.configure({ mode: 'serial' });
test.skip(coturn === undefined, withoutCoturn);
test.use({ permissions: ['microphone'] });
test.setTimeout(90_000);

let server: TurnServer;
test.beforeEach(async ({ app, page }) => {
  server = await startTurnServer(coturn ?? '', 'accounts');
  await app.open('?scenario=healthy');
  const urls = [`turn:127.0.0.1:${server.port}?transport=udp`];
  const report = await runWithServers(page, [{ urls, ...account }]);
  expect(report.outcome).toBe('connected');
});
test.afterEach(() => server.stop());

test('a relay that stops in the middle of the session is a loss @long', async ({ page }) => {
  server.pause();
  const report = await page.evaluate(() =>
    window.sessionDebugger.waitFor({ outcome: 'failed', timeout: 60_000 }),
  );
  expectVerdict(report, 'net.loss', 'mid-call');
  expect(connectionFailureOf(report)?.reason).toMatch(/^(?:ice|dtls|channel)$/);
});

test('a relay that stops for some seconds is a blip @long', async ({ page }) => {
  server.pause();
  const disconnected = () =>
    page.evaluate(
      () =>
        window.sessionDebugger
          .report()
          .log.filter(
            (entry) => entry.kind === 'state' && entry.machine === 'ice' && entry.to === 'disconnected',
          ).length,
    );
  await expect.poll(disconnected, { timeout: 30_000 }).toBe(1);
  server.resume();
  const recovered = () =>
    page.evaluate(() => {
      const { log } = window.sessionDebugger.report();
      return log.findLast((entry) => entry.kind === 'state' && entry.machine === 'ice')?.summary;
    });
  await expect.poll(recovered, { timeout: 30_000 }).toContain('connected');
  const report = await page.evaluate(() => window.sessionDebugger.report());
  expect(report.outcome).toBe('connected');
  expect(adviceOf(report)).toContain('net.blip.recovered');
});
