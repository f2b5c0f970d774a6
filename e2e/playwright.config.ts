import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../src/node/browser.mjs';
import { findFirefox } from '../src/node/firefox.mjs';
import { findTurnServer } from '../src/node/turnServer.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

// The runner's workers read this file as well: they inherit the port that the first reading chose.
process.env['E2E_PORT'] ??= String(await freePort());
const browser = findBrowser();
// What the connection tests start themselves; empty where there is none: then they are skipped and say why.
process.env['TURNSERVER'] ||= findTurnServer()?.path ?? '';
const url = `http://127.0.0.1:${process.env['E2E_PORT']}/debugger/`;

// Whole paths: a clone may itself stand in a folder that is called “bench”.
const here = `${root}e2e/`.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const notForTests = new RegExp(`^${here}(?:bench|screenshots|gallery|examples)/`);
const notForChromium = new RegExp(`^${here}(?:bench|screenshots|gallery|examples|firefox)/`);
const forFirefox = new RegExp(`^${here}(?:connection/)?scenarios\\.spec\\.ts$`);

/**
 * The last switch of that name is the one that counts, so Playwright's own list is part of it. The address bar's pop-ups are
 * two pages of the browser's own, loaded for every window: half of the processor time of a short test.
 */
const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'Translate',
  'AutoDeElevate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** Colours that are on their way from one theme to the other are nobody's, and axe would judge them. */
const still = { contextOptions: { reducedMotion: 'reduce' } } as const;

/** Driven over WebDriver BiDi, with a microphone that plays a tone and asks nobody. */
const firefox = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: findFirefox()?.path ?? '',
    firefoxUserPrefs: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
    },
  },
} as const;

/** The built app under a sub-path, as most people host it, in Chromium. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../.cache/test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  // For machines that are busy with other things: a test that passes waits for none of it.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: `${root}.cache/tests/${process.env['CHECK'] ?? 'playwright'}.json` }],
  ],
  use: {
    baseURL: url,
    // Without its film strip a trace costs a tenth of a test's time; with it, a third. A clean checkout's is read by nobody.
    trace:
      process.env['CI'] === undefined
        ? { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true }
        : 'off',
    video: 'off',
    launchOptions: {
      ...(browser !== undefined && { executablePath: browser.path }),
      // The page's own requests are what the tests watch: the browser must make none of its own.
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
        `--disable-features=${disabledFeatures.join(',')}`,
        '--use-fake-device-for-media-stream',
        // Chromium refuses to start its sandbox as root, which containers are.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    { name: 'e2e', testIgnore: notForChromium, grepInvert: /@long/, use: still },
    { name: 'long', testIgnore: notForChromium, grep: /@long/, use: { ...still, trace: 'off' } },
    // The verdict of every scenario, a visit to one of each kind, and all that needs nothing of Chromium’s own.
    { name: 'firefox', testIgnore: notForTests, grep: /@firefox/, grepInvert: /@long/, use: firefox },
    { name: 'firefox-long', testMatch: forFirefox, use: { ...firefox, trace: 'off' } },
    // A trace is work that the bench would measure.
    {
      name: 'bench',
      testDir: 'bench',
      fullyParallel: false,
      timeout: 300_000,
      use: { trace: 'off' },
    },
    { name: 'screenshots', testDir: 'screenshots' },
    { name: 'gallery', testDir: 'gallery', use: { trace: 'off' } },
  ],
  webServer: {
    command: `"${process.execPath}" src/node/serve.mjs --base /debugger/ --port ${process.env['E2E_PORT']}`,
    cwd: root,
    url,
    reuseExistingServer: false,
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
