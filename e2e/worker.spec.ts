import { expect, test } from './fixtures.ts';

test('a worker that was killed is noticed before the next request, restarted, and told of', async ({
  app,
  page,
  context,
}) => {
  await app.open('?scenario=healthy&run=offer');
  await app.settled();
  const cdp = await context.newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  // For half a second after an answer the worker is taken to be alive; no browser stops one sooner.
  const stopped = await page.evaluate(() => performance.now());
  await page.waitForFunction((at) => performance.now() > at + 600, stopped);
  const report = await page.evaluate(() => window.sessionDebugger.continue());
  expect(report.outcome).toBe('connected');
  expect(
    report.log
      .filter((entry) => entry.kind === 'note')
      .map(({ summary }) => summary)
      .join(),
  ).toMatch(/restarted/);
});

test('a hard reload works', async ({ app, page, context }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const cdp = await context.newCDPSession(page);
  const loaded = page.waitForEvent('load');
  await cdp.send('Page.reload', { ignoreCache: true });
  await loaded;
  await page.waitForFunction(() => window.sessionDebugger !== undefined);
  const report = await page.evaluate(() =>
    window.sessionDebugger.run({ scenario: 'call.invalid_request_error.param' }),
  );
  expect(report.diagnosis?.variant).toBe('param');
});

test('two simulated tabs do not disturb each other', async ({ app, context }) => {
  await app.open('?scenario=healthy');
  const second = await context.newPage();
  await second.goto(app.page.url());
  await second.waitForFunction(() => window.sessionDebugger !== undefined);
  const [first, other] = await Promise.all([
    app.page.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy' })),
    second.evaluate(() => window.sessionDebugger.run({ scenario: 'token.OrgaAIServerError.503' })),
  ]);
  expect(first.outcome).toBe('connected');
  expect(other.diagnosis?.code).toBe('OrgaAIServerError');
});

test('a live tab beside a simulated one is controlled by no worker', async ({ app, context, page }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain(
    '/simulated/mockServiceWorker.js',
  );
  const live = await context.newPage();
  const requested: string[] = [];
  live.on('request', (request) => requested.push(request.url()));
  await live.goto(new URL('../?target=live', page.url()).href);
  await live.waitForFunction(() => window.sessionDebugger !== undefined);
  expect(await live.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  expect(requested.filter((url) => /simulat|mock/i.test(url))).toEqual([]);
  expect(await live.evaluate(() => window.sessionDebugger.report().target)).toBe('live');
});
