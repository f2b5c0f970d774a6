import type { Page } from '@playwright/test';
import type { Report } from '../../src/core/session/report.ts';
import { expect, test } from '../fixtures.ts';
import { armNetworkConditions } from './networkConditions.ts';
import { adviceOf, connectionFailureOf, expectVerdict, runWithServers } from './realParts.ts';
import { startStunServer } from './stunServer.ts';

/** `disconnected` comes after some 6 s without an answer, `failed` 10 s later (failures.md, net.loss). */
test.setTimeout(90_000);

test.beforeEach(({ app }) => app.open('?scenario=healthy'));

test('a network that is lost has a verdict with its evidence, and another one once it is back', async ({
  app,
  page,
}) => {
  const stun = await startStunServer();
  const network = await armNetworkConditions(page);
  const connected = await runWithServers(page, [{ urls: [stun.url] }], { policy: 'all' });
  expect(connected.outcome).toBe('connected');
  await network.lose(100);
  const report = await page.evaluate(() =>
    window.sessionDebugger.waitFor({ outcome: 'failed', timeout: 60_000 }),
  );
  expectVerdict(report, 'net.loss', 'mid-call');
  expect(report.diagnosis?.actor).toBe('network');
  expect(connectionFailureOf(report)).toMatchObject({ reason: 'ice', connectionState: 'failed' });
  expect(stateTimes(report, 'ice', 'disconnected')).toHaveLength(1);
  const closed = report.log.filter((entry) => entry.kind === 'channel' && entry.event === 'close');
  expect(closed, 'the channel says nothing').toEqual([]);
  await expect(app.verdict).toHaveAttribute('data-code', 'net.loss');

  // Nobody may say that it is back before somebody has seen it gone after the failure.
  await expect.poll(async () => looksOf(await reportOf(page)), late).toEqual([false]);
  await network.lose(0);
  const back = await page.evaluate(() =>
    window.sessionDebugger.waitFor({ code: 'net.restart-needed', timeout: 30_000 }),
  );
  expectVerdict(back, 'net.restart-needed', 'after-failed');
  expect(back.diagnosis?.certainty).toBe('proved');
  expect(looksOf(back)).toEqual([false, true]);
  // The network is back, which brings nothing back that has failed; a new session connects.
  expect(back.outcome).toBe('failed');
  expect(connectionFailureOf(back)).toMatchObject({ reason: 'ice' });
  await expect(app.verdict).toHaveAttribute('data-code', 'net.restart-needed');
  const again = await page.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy' }));
  expect(again.outcome).toBe('connected');
  stun.stop();
});

test('a loss is foreseen while the browser still says connected', async ({ page }) => {
  const network = await armNetworkConditions(page);
  await page.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy' }));
  await network.lose(100);
  const report = await page.evaluate(() =>
    window.sessionDebugger.waitFor({ kind: 'watch', timeout: 30_000 }),
  );
  const watch = report.log.find((entry) => entry.kind === 'watch');
  expect(watch?.kind === 'watch' && watch.foresees).toBe('net.loss');
  expect(report.outcome).toBe('connected');
});

test('a loss of some seconds heals, and is told as what it was', async ({ page }) => {
  const network = await armNetworkConditions(page);
  await page.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy' }));
  await network.lose(100);
  await expect.poll(async () => stateTimes(await reportOf(page), 'ice', 'disconnected').length, late).toBe(1);
  await network.lose(0);
  await expect.poll(async () => stateTimes(await reportOf(page), 'ice', 'connected').length, late).toBe(2);
  const report = await reportOf(page);
  expect(report.outcome).toBe('connected');
  expect(report.diagnosis).toBe(undefined);
  expect(adviceOf(report)).toContain('net.blip.recovered');
});

const late = { timeout: 30_000 };

/** Whether a server answered, of each look after the failure that was worth a line. */
function looksOf({ log }: Report): readonly boolean[] {
  return log.flatMap((entry) =>
    entry.kind === 'note' && entry.topic === 'network-look' ? [entry.answered] : [],
  );
}

function reportOf(page: Page): Promise<Report> {
  return page.evaluate(() => window.sessionDebugger.report());
}

function stateTimes({ log }: Report, machine: string, to: string): readonly number[] {
  return log.flatMap((entry) =>
    entry.kind === 'state' && entry.machine === machine && entry.to === to ? [entry.at] : [],
  );
}
