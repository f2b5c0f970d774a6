import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
// oxlint-disable-next-line no-restricted-imports -- the very server that the app has, for both
import { createStaticServer } from '../../src/node/staticServer.mjs';
import { expect, test } from '../fixtures.ts';
import { median, record } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bare = `${root}.cache/bare/`;
const rounds = 9;

/** Lighthouse's slow 4G, and a processor a quarter as fast. */
const network = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 93_750 };
const slower = 4;

test('time to interactive, against a bare Preact page', async ({ browser }) => {
  await buildBarePage();
  const servers = [`${root}dist`, bare].map((folder) => createStaticServer({ root: folder }));
  try {
    const urls = await Promise.all(
      servers.map(
        (server) =>
          new Promise<string>((resolve) => {
            server.listen(0, '127.0.0.1', () =>
              resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
            );
          }),
      ),
    );
    const [app = '', page = ''] = urls;
    const times = { app: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      times.app.push(await timeToInteractive(browser, `${app}simulated/`));
      times.bare.push(await timeToInteractive(browser, page));
    }
    const details = {
      'the app': `${median(times.app).toFixed(0)} ms`,
      bare: `${median(times.bare).toFixed(0)} ms`,
    };
    record({
      name: 'time to interactive against a bare Preact page',
      value: median(times.app) / median(times.bare),
      unit: 'ratio',
      details,
    });
    expect(median(times.app)).toBeGreaterThan(0);
  } finally {
    for (const server of servers) server.close();
  }
});

/** Built as the app is. */
async function buildBarePage(): Promise<void> {
  rmSync(bare, { recursive: true, force: true });
  mkdirSync(bare, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'es2022',
      outDir: `${bare}assets`,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: `${root}e2e/bench/barePage.ts`, output: { entryFileNames: 'page.js' } },
    },
  });
  const page = '<!doctype html><title>Bare</title><script type="module" src="./assets/page.js"></script>';
  writeFileSync(`${bare}index.html`, page);
}

/**
 * From the navigation's start until the button Run is there, drawn, and the thread takes a task of its own, ms. Each in
 * a context of its own: nothing is cached.
 */
async function timeToInteractive(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', network);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.addInitScript(() => {
      Object.assign(window, {
        interactive: new Promise<number>((resolve) => {
          const look = () => {
            const ready = [...document.querySelectorAll('button')].some((each) =>
              each.textContent.startsWith('Run'),
            );
            if (ready) setTimeout(() => resolve(performance.now()));
            else requestAnimationFrame(look);
          };
          look();
        }),
      });
    });
    await page.goto(url, { waitUntil: 'commit' });
    return await page.evaluate(async () => {
      if (!('interactive' in window)) throw new Error('The page has no init script.');
      return Number(await window.interactive);
    });
  } finally {
    await context.close();
  }
}
