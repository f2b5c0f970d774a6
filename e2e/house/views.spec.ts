import { expect, test } from '../fixtures.ts';

test('every view and lazy part lives under the policy, and nothing leaves the machine', async ({
  app,
  page,
  watched,
}) => {
  await app.open('?scenario=healthy&run=all');
  expect((await app.settled()).outcome).toBe('connected');
  const tabs = page.locator('[data-panel="inspector"]').getByRole('tab');
  for (const tab of await tabs.all()) await tab.click();
  await page.getByRole('button', { name: 'Filter help' }).click();
  await page.evaluate(() => window.sessionDebugger.run({ scenario: 'token.missing.email' }));
  await expect(app.verdict).toHaveAttribute('data-code', 'missing');

  for (const label of [
    'Open setup',
    'Open a recording',
    'Open the catalogue',
    'Run this again, simulated',
    'Compare with the last good run',
    'Keyboard shortcuts',
  ]) {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Command' }).fill(label);
    await page.keyboard.press('Enter');
    const opened = page
      .getByRole('dialog')
      .or(page.getByRole('complementary', { name: 'Setup' }))
      .last();
    await expect(opened, label).toBeVisible();
    await expect(opened.getByText('loading…'), label).toHaveCount(0);
    await page.keyboard.press('Escape');
  }

  expect(await page.evaluate(() => window.observed.violations)).toEqual([]);
  expect(watched.leaving).toEqual([]);
  expect(watched.pageErrors).toEqual([]);
  expect(watched.console).toEqual([]);
});
