import type { Report } from '../../src/core/session/report.ts';
import { expect, test } from '../fixtures.ts';
import { connectionFailureOf, expectVerdict } from './realParts.ts';

const scenario = 'healthy.microphone';

function mediaOf({ log }: Report) {
  return log.filter((entry) => entry.kind === 'media');
}

test('with the permission the microphone is sent, and heard, and taken away it has a verdict', async ({
  app,
  context,
  page,
}) => {
  await context.grantPermissions(['microphone']);
  await app.open(`?scenario=${scenario}`);
  const report = await page.evaluate((id) => window.sessionDebugger.run({ scenario: id }), scenario);
  expect(report.outcome).toBe('connected');
  expect(mediaOf(report)[0]).toMatchObject({ device: 'microphone', event: 'granted' });
  // Chromium ends the track then, as where the plug is pulled.
  await context.clearPermissions();
  const ended = await page.evaluate(() => window.sessionDebugger.waitFor({ code: 'media.ended' }));
  expect(ended.outcome).toBe('connected');
  expect(mediaOf(ended).at(-1)).toMatchObject({ device: 'microphone', event: 'ended' });
});

test('a microphone that is not permitted has a verdict', async ({ app, page }) => {
  // Without the permission, and with nobody to ask, Chromium refuses at once.
  await app.open(`?scenario=${scenario}`);
  const report = await page.evaluate((id) => window.sessionDebugger.run({ scenario: id }), scenario);
  expectVerdict(report, 'media.denied', 'user');
  expect(report.failedStep).toBe('offer');
  expect(connectionFailureOf(report)).toMatchObject({
    reason: 'permission',
    device: 'microphone',
    error: { name: 'NotAllowedError' },
  });
  expect(mediaOf(report)[0]).toMatchObject({ device: 'microphone', event: 'refused' });
});

test('in a frame that may not use the microphone the frame is named', async ({
  app,
  context,
  page,
  baseURL,
}) => {
  await context.grantPermissions(['microphone']);
  await app.open(`?scenario=${scenario}`);
  // A page of another origin, with the app in a frame and no allow="microphone". Of the same site, because a private
  // window gives no worker to a foreign one.
  const parent = 'http://127.0.0.1:9999/';
  await page.route(parent, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>A portal</title><iframe src="${baseURL}simulated/?scenario=${scenario}"></iframe>`,
    }),
  );
  // The app's own server forbids foreign frames; yours may not.
  await page.route('**/simulated/?*', async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto(parent);
  const frame = page.frames().find((each) => each.url().includes('simulated'));
  if (frame === undefined) throw new Error('The frame is not there.');
  // A page that a test answers for has no worker at first, and reloads itself once.
  await frame.waitForFunction(
    () => window.sessionDebugger !== undefined && navigator.serviceWorker.controller !== null,
  );
  const report = await frame.evaluate((id) => window.sessionDebugger.run({ scenario: id }), scenario);
  expectVerdict(report, 'media.denied', 'policy');
  expect(mediaOf(report)[0]).toMatchObject({ event: 'refused', framed: true });
});

test('a device id of yesterday is told as the constraint that nothing meets', async ({
  app,
  context,
  page,
}) => {
  await context.grantPermissions(['microphone']);
  await app.open(`?scenario=${scenario}`);
  const found = await page.evaluate(async () => {
    try {
      await navigator.mediaDevices.getUserMedia({ audio: { deviceId: { exact: 'gone' } } });
      return 'found';
    } catch (error) {
      return error instanceof OverconstrainedError ? error.constraint : String(error);
    }
  });
  // What the scenario's stub throws is what the browser throws.
  expect(found).toBe('deviceId');
});

for (const [name, message, code, variant] of [
  ['NotReadableError', 'Could not start audio source', 'media.busy', 'in-use'],
  ['NotAllowedError', 'Permission denied by system', 'media.denied', 'os'],
] as const) {
  test(`${name} “${message}” is ${code}`, async ({ app, page }) => {
    await page.addInitScript(
      ([stubbed, text]) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException(text, stubbed));
      },
      [name, message],
    );
    await app.open(`?scenario=${scenario}`);
    const report = await page.evaluate((id) => window.sessionDebugger.run({ scenario: id }), scenario);
    expectVerdict(report, code, variant);
    expect(connectionFailureOf(report)).toMatchObject({ error: { name, message } });
  });
}
