import { expect, test } from '../fixtures.ts';
import { connectionFailureOf, expectVerdict } from './realParts.ts';

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = (launchOptions.args ?? []).filter((arg) => arg !== '--use-fake-device-for-media-stream');
    await use({ ...launchOptions, args });
  },
});

test('a computer without a microphone has a verdict', async ({ app, context, page }) => {
  await context.grantPermissions(['microphone']);
  await app.open('?scenario=healthy.microphone');
  const devices = await page.evaluate(() => navigator.mediaDevices.enumerateDevices());
  test.skip(
    devices.some(({ kind }) => kind === 'audioinput'),
    'This computer has a microphone.',
  );
  const report = await page.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy.microphone' }));
  expectVerdict(report, 'media.notfound', 'none');
  expect(connectionFailureOf(report)).toMatchObject({
    reason: 'device',
    device: 'microphone',
    error: { name: 'NotFoundError' },
  });
});
