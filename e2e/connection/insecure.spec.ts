import { startSimulator } from '../../mocks/node/index.ts';
import { expect, test } from '../fixtures.ts';
import { expectVerdict } from './realParts.ts';

// A name of this machine that is not localhost: the page is then no secure context.
test.use({
  launchOptions: async ({ browserName, launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP debugger.test 127.0.0.1'];
    const firefoxUserPrefs = {
      ...launchOptions.firefoxUserPrefs,
      'network.dns.localDomains': 'debugger.test',
    };
    await use(
      browserName === 'firefox' ? { ...launchOptions, firefoxUserPrefs } : { ...launchOptions, args },
    );
  },
});

test('a page that is not secure says what it lacks', async ({ page, baseURL }) => {
  const url = new URL(baseURL ?? '');
  url.hostname = 'debugger.test';
  await page.goto(`${url.href}?scenario=healthy&run=all`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect(page.getByText(/https/).first()).toBeVisible();
});

test('a live session connects there, and its microphone is refused for that reason', {
  tag: '@firefox',
}, async ({ page, baseURL }) => {
  const simulator = await startSimulator();
  const url = new URL(baseURL ?? '');
  url.hostname = 'debugger.test';
  url.search = String(
    new URLSearchParams({
      target: 'live',
      sessionEndpoint: simulator.sessionEndpoint,
      baseUrl: simulator.url,
    }),
  );
  await page.goto(url.href);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
  await page.getByRole('tab', { name: 'Media' }).click();
  await page.getByRole('switch', { name: 'Send the microphone' }).click();
  const report = await page.evaluate(() =>
    window.sessionDebugger.waitFor({ code: 'ctx.insecure', timeout: 40_000 }),
  );
  expectVerdict(report, 'ctx.insecure', 'origin');
  await simulator.close();
});
