import { expect, test } from './fixtures.ts';

test('an unknown scenario in the URL shows a message and leaves the healthy one selected', async ({
  app,
  page,
}) => {
  await app.open('?scenario=call.no-such-thing&run=all');
  await expect(page.getByText('There is no scenario “call.no-such-thing”')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'idle');
  await app.run.click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
});

test('an unknown step in the URL shows a message that names the steps', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=tokens');
  await expect(page.getByText(/“tokens” is neither all nor one of token, ice-config/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'idle');
});

test('a secret in the URL is not read, and the visitor is told', async ({ app, page }) => {
  await app.open('?scenario=healthy&token=abc');
  await expect(page.getByText(/secrets are never read from a URL/)).toBeVisible();
  await expect(page).not.toHaveURL(/token=abc/);
});

test('a temperature of 2 is refused before anything is sent', async ({ app, page }) => {
  await app.open('?scenario=healthy&temperature=2&run=all');
  const report = await app.settled();
  expect(report.outcome).toBe('failed');
  expect(report.diagnosis?.code).toBe('settings.refused');
  expect(report.log.some((entry) => entry.kind === 'request')).toBe(false);
  expect(report.log.find((entry) => entry.kind === 'settings-refused')?.summary).toMatch(/temperature/i);
  await expect(app.verdict).toContainText('2');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'failed');
});

test('a base URL that is not a URL is refused with what to do', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  const report = await page.evaluate(() =>
    window.sessionDebugger.run({ scenario: 'healthy', settings: { baseUrl: 'not a url' } }),
  );
  expect(report.diagnosis?.code).toBe('settings.refused');
  expect(report.log.find((entry) => entry.kind === 'settings-refused')?.summary).toContain('not a url');
});

test('a simulated run never reaches a real origin', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  const report = await page.evaluate(() =>
    window.sessionDebugger.run({ scenario: 'healthy', settings: { baseUrl: 'https://api.orga-ai.com' } }),
  );
  expect(report.diagnosis?.code).toBe('settings.refused');
  const blocked = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'sent',
      () => 'blocked',
    ),
  );
  expect(blocked).toBe('blocked');
});

test('a browser without WebRTC gets a verdict that says so', async ({ app, page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'RTCPeerConnection');
  });
  await page.goto('./?scenario=healthy&run=all');
  const report = await app.settled();
  expect(report.diagnosis?.code).toBe('browser.no-webrtc');
  expect(report.failedStep).toBe('offer');
});

test('an exception that nobody foresaw is in the log and has a verdict', async ({ app, page }) => {
  await page.addInitScript(() => {
    RTCPeerConnection.prototype.addTransceiver = () => {
      throw new RangeError('planted by the test');
    };
  });
  await app.open('?scenario=healthy&run=all');
  const report = await app.settled();
  expect(report.outcome).toBe('failed');
  expect(report.diagnosis?.code).toBe('debugger.unexpected');
  expect(report.log.some((entry) => entry.summary.includes('planted by the test'))).toBe(true);
});

test('with storage refused a run works all the same and a message says what is lost', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await app.open('?scenario=healthy&run=all');
  const report = await app.settled();
  expect(report.outcome).toBe('connected');
  await expect(page.getByText(/refuses storage/)).toBeVisible();
});

test('a simulation that no longer loads after a redeploy says: reload', async ({ app, page }) => {
  await page.route(/assets\/.*(mocks|simulation).*\.js$/, (route) => route.fulfill({ status: 404 }));
  await page.goto('./?scenario=healthy&run=all');
  await expect(page.getByText(/newer version may have been deployed/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'idle');
  await expect(app.run).toBeEnabled();
});

test('where workers are impossible a plain message says why', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  });
  await page.goto('./?scenario=healthy&run=all');
  await expect(page.getByText(/worker/i).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'idle');
});
