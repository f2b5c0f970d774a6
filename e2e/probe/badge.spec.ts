import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { readFactsFile } from '../../src/core/watched/factsFile.ts';

const home = `http://127.0.0.1:${process.env['E2E_PORT']}/debugger/`;

const strict = [
  "default-src 'none'",
  "script-src 'nonce-abc'",
  "style-src 'none'",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types none',
].join('; ');

/** Serves pages as hard as they come: `/strict`, `/severed`, `/framed`. */
const test = base.extend<{ readonly pages: string }>({
  pages: async ({ browserName: _ }, use) => {
    const server = createServer((request, response) => {
      const path = request.url ?? '';
      const badge = path.includes('plain') ? '' : 'data-badge="on"';
      const script = `<script nonce="abc" src="${home}probe.js" ${badge}></script>`;
      const body = path.startsWith('/framed')
        ? '<iframe sandbox="allow-scripts" src="/strict"></iframe>'
        : '<h1>My page</h1><button>Mine</button>';
      response.setHeader('content-type', 'text/html');
      response.setHeader('content-security-policy', strict);
      if (path.startsWith('/severed')) response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.end(
        `<!doctype html><html lang="en"><head><title>Mine</title><link rel="icon" href="data:,">${script}</head><body>${body}</body></html>`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use(`http://localhost:${(server.address() as AddressInfo).port}`);
    server.close();
  },
});

test('the badge works by keyboard, on a page that forbids all that it can', async ({ page, pages }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`${pages}/strict`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('session-probe');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^session-probe-\d+\.json$/);
  const read = readFactsFile(JSON.parse(await readFile(await saved.path(), 'utf8')));
  expect(read.ok && read.file.pageUrl).toBe(`${pages}/strict`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('session-probe')).toHaveCount(0);
  expect(await page.evaluate(() => window.sessionProbe?.state())).toBe('Switched off.');
  // The icon is the page’s own, and its policy does not like it.
  expect(said.filter((text) => !text.includes('data:,'))).toEqual([]);
});

test('the badge has names and contrast, and nothing of the page reaches it', async ({ page, pages }) => {
  // Only so can axe look into it.
  await page.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (this: Element, init) {
      return Reflect.apply(attach, this, [{ ...init, mode: 'open' }]);
    };
  });
  await page.goto(`${pages}/strict`);
  await page.getByRole('button', { name: 'Session probe' }).click();
  await expect(page.getByRole('group', { name: 'Session probe' }).getByRole('button')).toHaveCount(4);
  const axe = new AxeBuilder({ page }).include('session-probe');
  expect((await axe.analyze()).violations).toEqual([]);
});

test('a page that cuts the debugger off is told so, and one that is tested has no badge', async ({
  page,
  pages,
  context,
}) => {
  await page.goto(`${pages}/severed?plain`);
  await expect(page.locator('session-probe')).toHaveCount(0);
  const popup = context.waitForEvent('page');
  await page.evaluate(() => window.sessionProbe?.open());
  const opened = await popup;
  await expect
    .poll(() => page.evaluate(() => window.sessionProbe?.state()))
    .toContain('Cross-Origin-Opener-Policy');
  await expect(opened.getByRole('region', { name: 'Watched page' })).toContainText('no page so far');
});

test('in a frame without an origin it watches as well', async ({ page, pages }) => {
  await page.goto(`${pages}/framed`);
  const [, frame] = page.frames();
  await expect.poll(() => frame?.evaluate(() => window.sessionProbe?.state())).toBe('Watching.');
});
