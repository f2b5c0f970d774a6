import type { DebuggerPage } from '../DebuggerPage.ts';
import { expect, test } from '../fixtures.ts';
import { openMainThread } from './mainThread.ts';
import { feed, keepChannels } from './messages.ts';
import { record } from './table.ts';

async function connect(app: DebuggerPage): Promise<void> {
  await app.page.addInitScript(keepChannels);
  await app.open('?scenario=healthy&run=all');
  expect((await app.settled()).outcome).toBe('connected');
}

test('10,000 messages a second are logged while every frame is drawn', async ({ app, page }) => {
  await connect(app);
  await feed(page, { count: 5_000 });
  const mainThread = await openMainThread(page);
  const before = await mainThread();
  const fed = await feed(page, { count: 100_000, rate: 10_000 });
  const after = await mainThread();
  const busy = (after.task - before.task) / (after.at - before.at);
  const details = {
    'main thread busy': `${(busy * 100).toFixed(0)} %`,
    'tasks over 50 ms': String(fed.long),
    'frames a second': fed.frames.toFixed(0),
  };
  record({ name: 'log ingest', value: 100_000 / (fed.took / 1000), unit: '1/s', least: 9_900, details });
  record({ name: 'longest task at 10,000 entries a second', value: fed.longest, unit: 'ms', target: 50 });
});

test("an hour's messages at full speed", async ({ app, page }) => {
  await connect(app);
  const fed = await feed(page, { count: 3_600 });
  record({
    name: "an hour's messages (3,600) at full speed",
    value: fed.took,
    unit: 'ms',
    details: { 'longest task': `${fed.longest.toFixed(0)} ms` },
  });
});

test('a million entries are held, scrolled and filtered', async ({ app, page }) => {
  test.setTimeout(900_000);
  await connect(app);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const heap = async () => {
    for (const _ of [1, 2]) await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  };
  await feed(page, { count: 10_000 });
  const before = await heap();
  const count = 990_000;
  let longest = 0;
  for (let done = 0; done < count; done += 110_000) {
    const fed = await feed(page, { count: 110_000 });
    longest = Math.max(longest, fed.longest);
  }
  record({
    name: 'heap of an entry',
    value: ((await heap()) - before) / count,
    unit: 'bytes',
    target: 300,
    details: { 'longest task up to a million': `${longest.toFixed(0)} ms` },
  });

  expect(Number(await app.log.getAttribute('aria-rowcount'))).toBeGreaterThan(1_000_000);
  await app.log.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  const last = app.log.locator('[role=row]').last();
  await expect(last).toHaveAttribute('aria-rowindex', (await app.log.getAttribute('aria-rowcount')) ?? '');

  const times: Record<string, number> = {};
  for (const text of ['status:200', 'type:channel -received', 'delta', 'level:warn+', '', 'nowhere']) {
    times[text] = await page.evaluate(async (typed) => {
      const field = document.querySelector<HTMLInputElement>('#log-filter');
      const grid = document.querySelector('#debug-log');
      if (field === null || grid === null) throw new Error('no filter, or no grid');
      const shown = new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now()));
        }).observe(grid, { attributes: true, attributeFilter: ['aria-rowcount'] });
        setTimeout(() => resolve(Number.NaN), 5_000);
      });
      const began = performance.now();
      field.value = typed;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return (await shown) - began;
    }, text);
  }
  record({
    name: 'a million entries filtered, on screen, worst',
    value: Math.max(...Object.values(times)),
    unit: 'ms',
    target: 150,
    details: Object.fromEntries(Object.entries(times).map(([text, took]) => [text, took.toFixed(0)])),
  });
});
