import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../fixtures.ts';
import { type GalleryState, states } from './states.ts';

/** `npm run gallery`: every panel in every state, theme and width, to be looked at one by one. */
const folder = fileURLToPath(new URL('../../.cache/gallery/', import.meta.url));
const schemes = ['light', 'dark'] as const;

/** File names without their ending. */
function pictures({ name, panes = [''], forced = false }: GalleryState): readonly string[] {
  const phones = panes.map((pane) => `${name}${pane === '' ? '' : `-${pane.toLowerCase()}`}-390`);
  return [
    ...schemes.flatMap((scheme) => [`${name}-1440`, ...phones].map((picture) => `${picture}-${scheme}`)),
    ...(forced ? [`${name}-1440-forced`] : []),
  ];
}

// Says the same whoever writes it: each of the runner's workers does.
test.beforeAll(() => {
  const figures = states.map((state) => {
    const images = pictures(state).map((name) => `<img loading="lazy" src="${name}.png" alt="${name}">`);
    return `<h2>${state.name}</h2><p>${images.join('')}</p>`;
  });
  const style =
    'body{font:14px system-ui;margin:24px}p{display:flex;gap:12px;flex-wrap:wrap}img{height:480px}';
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}index.html`,
    `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${style}</style><h1>Gallery</h1>${figures.join('')}`,
  );
});

for (const state of states) {
  test(state.name, async ({ app, page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await app.open(state.query);
    await expect(page.locator('html')).toHaveAttribute('data-outcome', state.outcome);
    await page.evaluate(() => window.sessionDebugger.catalogue());
    await state.reach?.(app, page);
    await expect(page.getByText(/loading…/i)).toHaveCount(0);

    if (state.forced === true) {
      await page.emulateMedia({ forcedColors: 'active' });
      await page.screenshot({ path: `${folder}${state.name}-1440-forced.png`, animations: 'disabled' });
      await page.emulateMedia({ forcedColors: 'none' });
    }
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      for (const pane of width === 390 ? (state.panes ?? ['']) : ['']) {
        if (pane !== '') {
          await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: pane }).click();
        }
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          const name = `${state.name}${pane === '' ? '' : `-${pane.toLowerCase()}`}-${width}-${colorScheme}`;
          await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
        }
      }
    }
  });
}
