import { expect, openLive, run, test } from './live.ts';

for (const [name, sessionEndpoint, message] of [
  ['a URL that is none', 'localhost:3000/api', /is not an absolute URL/],
  ['no URL at all', '', /There is no URL/],
  ['a URL with credentials in it', 'https://me:pw@app.example/api', /carries a user name or password/],
] as const) {
  test(`${name} is refused before anything is sent`, async ({ page, serve }) => {
    await openLive(page, await serve(), { sessionEndpoint });
    const report = await run(page);
    expect(report.diagnosis?.code).toBe('settings.refused');
    expect(report.diagnosis?.cause).toMatch(message);
    expect(report.log.some(({ kind }) => kind === 'request')).toBe(false);
  });
}

test('without a key Setup shows the command, and a run says the same', async ({ page, serve, simulator }) => {
  await openLive(page, await serve(['--upstream', simulator.url]));
  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  await page.getByLabel('What you have').selectOption('API key, through this machine');
  await expect(page.locator('[data-part="relay-hint"]')).toContainText('ORGA_API_KEY=… npm start');
  const report = await run(page);
  expect(report.diagnosis?.code).toBe('settings.refused');
  expect(report.diagnosis?.cause).toContain('ORGA_API_KEY=… npm start');
});

test('an API key typed into the page is refused with the reason and the alternative', async ({
  page,
  serve,
}) => {
  await openLive(page, await serve(), { route: 'rest', restWith: 'token' });
  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  await page.getByLabel('Ephemeral token').fill('sk_orga_ai_typed_by_mistake_0123456789');
  await expect(page.getByText(/This is an API key, and a page must never hold one/)).toBeVisible();
  const report = await run(page);
  expect(report.diagnosis?.code).toBe('settings.refused');
  expect(JSON.stringify(report)).not.toContain('typed_by_mistake');
});

test('a secret among the remembered headers is refused, and is in no URL', async ({ page, serve }) => {
  await openLive(page, await serve(), { sessionEndpoint: 'https://app.example/api' });
  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  await page.getByLabel('Headers', { exact: true }).fill('authorization: Bearer canary-3');
  await expect(page.getByText(/Write it under “Secret headers”/)).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify(localStorage) + location.href);
  expect(kept).not.toContain('canary-3');
});

test('a relay for another backend than the one in Setup is told before anything is sent', async ({
  page,
  serve,
}) => {
  await openLive(page, await serve(['--backend', 'http://127.0.0.1:9/api']), {
    sessionEndpoint: 'http://127.0.0.1:9/other',
  });
  const report = await run(page);
  expect(report.diagnosis?.code).toBe('settings.refused');
  expect(report.diagnosis?.cause).toContain('--backend http://127.0.0.1:9/other');
});
