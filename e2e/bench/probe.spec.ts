import type { Page } from '@playwright/test';
import { test as base, expect } from '../../mocks/node/playwright.ts';
import { harnessFixture } from '../sdk/harnessServer.ts';
import { openMainThread } from './mainThread.ts';
import { record } from './table.ts';

/** How long each of the two is looked at, and left alone before, ms. */
const span = 20_000;
const settling = 5_000;

const test = base.extend<{}, { readonly harnessUrl: string }>(harnessFixture);

test('a connected page with the probe against the same without it', async ({
  context,
  harnessUrl,
  simulated,
}) => {
  async function connected(probe: string): Promise<Page> {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        type: 'longtask',
      });
    });
    await page.goto(`${harnessUrl}?session=${encodeURIComponent(simulated.sessionEndpoint)}${probe}`);
    await page.waitForFunction(() => window.startSession !== undefined);
    await page.evaluate(() => window.startSession());
    await page.waitForFunction(() => window.sdk.messages.length > 0);
    return page;
  }

  async function perSecond(page: Page): Promise<{ task: number; longTasks: number }> {
    await page.bringToFront();
    await page.waitForTimeout(settling);
    const longBefore = await page.evaluate(() => (Reflect.get(window, 'longTasks') as number[]).length);
    const mainThread = await openMainThread(page);
    const before = await mainThread();
    await page.waitForTimeout(span);
    const after = await mainThread();
    const longAfter = await page.evaluate(() => (Reflect.get(window, 'longTasks') as number[]).length);
    return {
      task: ((after.task - before.task) * 1000) / (after.at - before.at),
      longTasks: longAfter - longBefore,
    };
  }

  const probe = encodeURIComponent(`http://127.0.0.1:${process.env['E2E_PORT']}/debugger/probe.js`);
  const bare = await connected('');
  const without = await perSecond(bare);
  await bare.close();
  const probed = await connected(`&probe=${probe}`);
  const withProbe = await perSecond(probed);
  expect(await probed.evaluate(() => window.sessionProbe?.state())).toBe('Watching.');

  record({
    name: 'the probe in a connected page',
    value: Math.max(0, withProbe.task - without.task),
    unit: 'ms/s',
    target: 5,
    details: { with: withProbe.task.toFixed(1), without: without.task.toFixed(1) },
  });
  record({
    name: 'long tasks by the probe',
    value: Math.max(0, withProbe.longTasks - without.longTasks),
    unit: '1/s',
    target: 0,
  });
});
