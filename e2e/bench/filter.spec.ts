import { lineOf, parseFilter } from '../../src/core/session/filter.ts';
import type { LogEntry } from '../../src/core/session/log.ts';
import { expect, test } from '../fixtures.ts';
import { median, record } from './table.ts';

const searches = ['type:channel delta', 'status:401', 'level:warn+', '-type:channel', 'index "9"'];

test('100,000 entries are filtered', () => {
  const log = Array.from({ length: 100_000 }, (_, index): LogEntry => {
    const common = { id: `e${index}`, at: index, attempt: 1, step: 'connection' } as const;
    if (index % 50 === 0) return { ...common, kind: 'state', machine: 'ice', to: 'checking' };
    const text = `{"type":"response.audio_transcript.delta","index":${index},"delta":"and so on"}`;
    return { ...common, kind: 'channel', event: 'received', label: 'x', text, messageType: 'delta' };
  });
  // The log describes entries as they come (state/RunLog), not when they are searched.
  for (const entry of log) lineOf(entry);
  const times = searches.map((text) => {
    // Processor time: what else the machine does does not count.
    const began = process.cpuUsage();
    const { matches } = parseFilter(text);
    const found = log.filter(matches).length;
    expect(found).toBeLessThanOrEqual(log.length);
    return process.cpuUsage(began).user / 1000;
  });
  record({
    name: '100,000 entries filtered',
    value: median(times),
    unit: 'ms',
    target: 100,
    details: { worst: `${Math.max(...times).toFixed(0)} ms` },
  });
});

test('a filter that is typed shows its rows, in a log of a burst', async ({ app, page }) => {
  test.setTimeout(300_000);
  await app.open('?scenario=healthy.burst&run=all');
  await app.settled();
  const total = () => page.evaluate(() => window.sessionDebugger.report().log.length);
  let before = -1;
  for (let now = await total(); now !== before; now = await total()) {
    before = now;
    await page.waitForTimeout(1000);
  }
  const times: number[] = [];
  for (const text of ['status:200', 'type:channel', 'machine', 'type:channel', '']) {
    times.push(
      await page.evaluate(async (typed) => {
        const field = document.querySelector<HTMLInputElement>('input[type=search]');
        const grid = document.querySelector('[role=grid][aria-rowcount]');
        if (field === null || grid === null) throw new Error('no search field, or no grid');
        const shown = new Promise<number>((resolve) => {
          new MutationObserver((_, observer) => {
            observer.disconnect();
            requestAnimationFrame(() => resolve(performance.now()));
          }).observe(grid, { attributes: true, attributeFilter: ['aria-rowcount'] });
        });
        const began = performance.now();
        field.value = typed;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return (await shown) - began;
      }, text),
    );
  }
  record({
    name: 'typed filter on screen',
    value: median(times),
    unit: 'ms',
    target: 100,
    details: { entries: String(before), worst: `${Math.max(...times).toFixed(0)} ms` },
  });
});
