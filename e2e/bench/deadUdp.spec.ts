import { createSocket, type Socket } from 'node:dgram';
import type { Page } from '@playwright/test';
import type { Report } from '../../src/core/session/report.ts';
import { expect, test } from '../fixtures.ts';
import { record } from './table.ts';

/** A socket that takes every packet and answers none. */
let silent: Socket;

test.beforeAll(async () => {
  silent = createSocket('udp4');
  await new Promise<void>((resolve) => {
    silent.bind(0, '127.0.0.1', resolve);
  });
});
test.afterAll(() => {
  silent.close();
});

/** Runs in the page before the app: the address in the scenario’s answer becomes that of the silent socket. */
function answerFrom(port: number): void {
  const real = window.fetch.bind(window);
  window.fetch = async (...request) => {
    const reply = await real(...request);
    const { status, headers } = reply;
    if (!headers.get('content-type')?.includes('json')) return reply;
    const text = (await reply.text()).replaceAll('203.0.113.1 50000', `127.0.0.1 ${port}`);
    return new Response(text, { status, headers });
  };
}

/** Waits for the watch that foresees this, and ends the run. */
async function foreseen(page: Page, code: string): Promise<Report> {
  const report = await page.evaluate(async (wanted) => {
    const found = () =>
      window.sessionDebugger
        .report()
        .log.some((entry) => entry.kind === 'watch' && entry.foresees === wanted);
    while (!found()) await new Promise((resolve) => setTimeout(resolve, 50));
    return window.sessionDebugger.report();
  }, code);
  await page.evaluate(() => window.sessionDebugger.stop());
  return report;
}

function after(report: Report, begin: (entry: Report['log'][number]) => boolean, code: string): number {
  const watch = report.log.find((entry) => entry.kind === 'watch' && entry.foresees === code);
  return (watch?.at ?? Number.NaN) - (report.log.find(begin)?.at ?? Number.NaN);
}

test('servers over UDP that never answer are explained before Chromium reports them', async ({
  app,
  page,
}) => {
  const { port } = silent.address();
  await app.open('?scenario=healthy');
  const run = page.evaluate((dead) => {
    const iceServers = [
      { urls: [`stun:127.0.0.1:${dead}`] },
      { urls: [`turn:127.0.0.1:${dead}?transport=udp`], username: 'user', credential: 'password' },
    ];
    return window.sessionDebugger.run({
      scenario: 'healthy',
      route: 'rest',
      overrides: { 'ice-config': { status: 200, body: { iceServers } } },
    });
  }, port);
  const report = await foreseen(page, 'turn.udp.dead');
  const begin = (entry: Report['log'][number]) => entry.kind === 'state' && entry.machine === 'gathering';
  const took = after(report, begin, 'turn.udp.dead');
  record({
    name: 'dead UDP servers explained',
    value: took,
    unit: 'ms',
    target: 3000,
    details: { browser: '39.9 s' },
  });
  expect(took).toBeLessThan(39_900);
  await run;
});

test('a far end that never answers is explained before Chromium gives up', async ({ app, page }) => {
  await page.addInitScript(answerFrom, silent.address().port);
  const scenario = 'connection.ice.unreachable.no-answer';
  await app.open(`?scenario=${scenario}`);
  const run = page.evaluate(
    (id) => window.sessionDebugger.run({ scenario: id, limits: { connection: 30_000 } }),
    scenario,
  );
  const report = await foreseen(page, 'ice.unreachable');
  const begin = (entry: Report['log'][number]) => entry.kind === 'state' && entry.to === 'checking';
  const took = after(report, begin, 'ice.unreachable');
  record({
    name: 'an unreachable far end explained',
    value: took,
    unit: 'ms',
    target: 5000,
    details: { browser: '15.1 s' },
  });
  expect(took).toBeLessThan(15_100);
  await run;
});
