import type { LogEntry } from '../../src/core/session/log.ts';
import { defaultLimits, defaultSettings } from '../../src/core/session/settings.ts';
import { expect, test } from '../fixtures.ts';
import { record } from './table.ts';

const entries = 100_000;

/** A connected session that went on for long: messages, states, snapshots. */
function longRecording(): string {
  const log = Array.from({ length: entries }, (_, index): LogEntry => {
    const common = { id: `e${index + 1}`, at: index, attempt: 1 } as const;
    if (index === 0) {
      return {
        ...common,
        kind: 'run-started',
        run: 1,
        wallClock: 1_800_000_000_000,
        target: 'live',
        route: 'backend',
        from: 'token',
        settings: defaultSettings,
        limits: defaultLimits('backend'),
        userAgent: 'bench',
        pageUrl: 'http://localhost/',
      };
    }
    if (index === 500) return { ...common, kind: 'run', state: 'connected' };
    if (index === entries - 1) return { ...common, kind: 'run', state: 'stopped', by: 'user' };
    if (index % 50 === 0)
      return { ...common, step: 'connection', kind: 'state', machine: 'ice', to: 'checking' };
    const text = `{"type":"response.audio_transcript.delta","index":${index},"delta":"and so on"}`;
    return {
      ...common,
      step: 'connection',
      kind: 'channel',
      event: 'received',
      label: 'x',
      text,
      messageType: 'response.audio_transcript.delta',
    };
  });
  return JSON.stringify({
    format: 'webrtc-session-recording',
    version: 1,
    product: '0.1.0',
    source: 'debugger',
    id: 'bench-1',
    startedAt: 1_800_000_000_000,
    userAgent: 'bench',
    log,
  });
}

test('a recording of 100,000 entries opens, and is moved through', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  await page.evaluate(() => window.sessionDebugger.catalogue());
  const text = longRecording();
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      const { countFrom = Number.POSITIVE_INFINITY } = window as unknown as { countFrom?: number };
      for (const { duration, startTime } of list.getEntries())
        if (startTime >= countFrom) tasks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await page.getByRole('button', { name: 'Recordings' }).click();
  const picker = page.locator('input[type=file]');
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const input = document.querySelector('input[type=file]');
        let began = 0;
        input?.addEventListener('change', () => {
          began = performance.now();
          // What the test itself costs, to bring the file into the page, does not count.
          Object.assign(window, { countFrom: began });
        });
        new MutationObserver((_, observer) => {
          if (document.querySelector('[role=grid][aria-rowcount="100000"]') === null) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - began));
        }).observe(document.body, { subtree: true, attributes: true, childList: true });
      }),
  );
  await picker.setInputFiles({ name: 'long.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const opened = await shown;
  await page.waitForTimeout(500);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  const longest = () =>
    page.evaluate(() => {
      const { longTasks } = window as unknown as { longTasks: number[] };
      return Math.max(0, ...longTasks.splice(0));
    });
  const longestOpening = await longest();
  const moment = page.getByRole('slider', { name: 'Moment' });
  for (const key of ['Home', 'PageUp', 'PageUp', 'ArrowRight', 'End', 'PageDown', 'Home', 'End'])
    await moment.press(key);
  await page.waitForTimeout(300);
  const longestMoving = await longest();
  expect(await app.log.getAttribute('aria-rowcount')).toBe('100000');
  record({ name: '100,000-entry recording opened', value: opened, unit: 'ms', target: 1_000 });
  record({ name: 'DOM nodes, 100,000-entry recording', value: nodes, unit: 'nodes', target: 2_000 });
  record({ name: 'longest task while it opens', value: longestOpening, unit: 'ms', target: 100 });
  record({ name: 'longest task while time is moved', value: longestMoving, unit: 'ms', target: 100 });

  await page.getByRole('button', { name: 'Save or send' }).click();
  const send = page.locator('[data-part="send"]');
  for (const format of ['html', 'recording']) {
    await send.locator(`[value="${format}"]`).check();
    await longest();
    const began = Date.now();
    await expect(send.getByRole('button', { name: 'Save the file' })).toBeEnabled({ timeout: 60_000 });
    record({ name: `${format} of 100,000 entries made`, value: Date.now() - began, unit: 'ms' });
    const saved = page.waitForEvent('download');
    await send.getByRole('button', { name: 'Save the file' }).click();
    await saved;
    record({ name: `longest task meanwhile, ${format}`, value: await longest(), unit: 'ms', target: 100 });
  }
});
