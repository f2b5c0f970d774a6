import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Interfaces that browsers lack in some version, mode or context. What the app needs in any case is not among them. */
const optional = {
  'navigator.permissions': () => Reflect.deleteProperty(Navigator.prototype, 'permissions'),
  'navigator.mediaDevices': () => Reflect.deleteProperty(Navigator.prototype, 'mediaDevices'),
  'navigator.clipboard': () => Reflect.deleteProperty(Navigator.prototype, 'clipboard'),
  'navigator.locks': () => Reflect.deleteProperty(Navigator.prototype, 'locks'),
  'navigator.storage': () => Reflect.deleteProperty(Navigator.prototype, 'storage'),
  CompressionStream: () => Reflect.deleteProperty(window, 'CompressionStream'),
  DecompressionStream: () => Reflect.deleteProperty(window, 'DecompressionStream'),
  BroadcastChannel: () => Reflect.deleteProperty(window, 'BroadcastChannel'),
  indexedDB: () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  },
  requestIdleCallback: () => Reflect.deleteProperty(window, 'requestIdleCallback'),
  AudioContext: () => Reflect.deleteProperty(window, 'AudioContext'),
  PerformanceObserver: () => Reflect.deleteProperty(window, 'PerformanceObserver'),
  'Intl.Segmenter': () => Reflect.deleteProperty(Intl, 'Segmenter'),
} as const;

/** A healthy run, its rows, its inspector and its copies work, and whatever fails says so. */
async function worksWithout(page: Page, missing: string): Promise<void> {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  await page.goto('./?scenario=healthy&run=all');
  await expect(page.locator('html'), missing).toHaveAttribute('data-outcome', 'connected');
  await page.getByRole('searchbox', { name: 'Filter the log' }).fill('kind:response');
  await page.getByRole('grid', { name: 'Debug log' }).getByRole('row').first().click();
  await page.getByRole('tab', { name: 'Media' }).click();
  await page.getByRole('tab', { name: 'Response' }).click();
  await page.getByRole('button', { name: 'Copy body' }).click();
  if (missing.includes('clipboard'))
    await expect(page.getByRole('button', { name: 'The browser refused to copy' })).toBeVisible();
  await page.evaluate(() => window.sessionDebugger.stop());
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'stopped');
  expect(failures, missing).toEqual([]);
}

test('a browser without any of the optional interfaces runs a session', async ({ page }) => {
  for (const remove of Object.values(optional)) await page.addInitScript(remove);
  await worksWithout(page, 'clipboard and all others');
});

for (const [name, remove] of Object.entries(optional)) {
  test(`a browser without ${name} runs a session @long`, async ({ page }) => {
    await page.addInitScript(remove);
    await worksWithout(page, name);
  });
}

test('offline, with the clock set back and the storage wiped, a session goes on and says what happened', async ({
  app,
  page,
  context,
  watched,
}) => {
  await app.open('?scenario=healthy&run=all');
  expect((await app.settled()).outcome).toBe('connected');
  await context.setOffline(true);
  // What was never used is not here yet, and says why.
  await page.getByRole('button', { name: 'Catalogue' }).click();
  await expect(page.getByText(/did not load/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    const real = Date.now;
    Date.now = () => real() - 3_600_000;
  });
  await app.filter.fill('"clock was set back by 1 h"');
  await expect(app.log.getByRole('row')).toHaveCount(1);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Catalogue' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search the catalogue' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Follow' }).click();
  const again = await page.evaluate(() => window.sessionDebugger.run({ scenario: 'token.missing.email' }));
  expect(again.diagnosis?.code).toBe('missing');
  expect(watched.pageErrors).toEqual([]);
});
