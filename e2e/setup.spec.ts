import { expect, test } from './fixtures.ts';

test('an API key typed where a token belongs is refused with the reason and the alternative', async ({
  app,
  page,
}) => {
  await app.open('?scenario=healthy');
  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  await page.getByLabel('Use this token instead').fill('sk_orga_ai_typed_by_mistake_0123456789');
  await expect(page.getByText(/This is an API key, and a page must never hold one/)).toBeVisible();
  await app.run.click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'failed');
  const report = await app.report();
  expect(report.diagnosis?.code).toBe('settings.refused');
  expect(report.log.some((entry) => entry.kind === 'request')).toBe(false);
  expect(JSON.stringify(report)).not.toContain('typed_by_mistake');
});

test('what the form refuses is told beside the field', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  const field = page.getByRole('spinbutton', { name: 'Temperature' });
  await field.fill('2');
  await field.blur();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(/temperature.*0.*1/i).first()).toBeVisible();
});

test('a token used in another tab is known here as used', async ({ app, page, context, watched }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const token = [...watched.secrets].find((secret) => secret.startsWith('ey'));
  const second = await context.newPage();
  await second.goto(page.url());
  await second.waitForFunction(() => window.sessionDebugger !== undefined);
  await second.evaluate(() => window.sessionDebugger.stop());
  await second.getByRole('button', { name: 'Setup', exact: true }).click();
  await second.getByLabel('Use this token instead').fill(token ?? '');
  const report = await second.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy' }));
  expect(report.log.find((entry) => entry.kind === 'token')).toMatchObject({ from: 'pasted' });
  expect(report.log.find((entry) => entry.kind === 'token-history')).toMatchObject({
    uses: [{ endpoint: 'calls', status: 200 }],
  });
  expect(report.diagnosis).toMatchObject({ code: 'invalid_ephemeral_token', variant: 'used' });
});
