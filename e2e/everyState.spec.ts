import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { states } from './gallery/states.ts';
import { tooWide } from './layoutFaults.ts';

const windows = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 800, height: 900 },
  { width: 390, height: 844 },
] as const;

for (const { name, query, outcome, reach, panes = [''] } of states) {
  test(`${name} is free of findings in every theme and width`, { tag: '@long' }, async ({ app, page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(windows[0]);
    await app.open(query);
    await expect(page.locator('html')).toHaveAttribute('data-outcome', outcome);
    await page.evaluate(() => window.sessionDebugger.catalogue());
    await reach?.(app, page);
    await expect(page.getByText(/loading…/i)).toHaveCount(0);
    for (const viewport of windows) {
      await page.setViewportSize(viewport);
      for (const pane of viewport.width === 390 ? panes : ['']) {
        if (pane !== '')
          await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: pane }).click();
        const where = `${viewport.width} ${pane}`;
        expect.soft(await page.evaluate(tooWide), `${where}: wider than the page`).toEqual([]);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect.soft(await violations(page), `${where}, ${colorScheme}`).toEqual([]);
        }
      }
    }
  });
}
