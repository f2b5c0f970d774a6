import { expect, test } from './fixtures.ts';

test('keyboard only: run, step through the steps, filter, open a row', async ({ app, page }) => {
  await app.open('?scenario=call.invalid_ephemeral_token.used');
  await expect(app.scenario).toHaveValue(/already used|401/i);
  await page.keyboard.press('r');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'failed');
  await page.keyboard.press('/');
  await expect(app.filter).toBeFocused();
  await page.keyboard.type('type:rest 401');
  const rows = app.log.locator('[role=row][data-level]');
  await expect(rows.first()).toContainText('401');
  await page.keyboard.press('Enter');
  await expect(app.log).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(app.log.locator('[aria-selected="true"]')).toHaveCount(1);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('keyboard only: step with the dot, stop with Escape', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  await page.keyboard.press('.');
  await expect(app.stepItem('token')).toHaveAttribute('data-state', 'done');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'paused');
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'stopped');
});

test('the scenario list is usable with the keyboard alone', async ({ app, page }) => {
  await app.open();
  await app.scenario.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('wrong-key');
  await expect(page.getByRole('option').first()).toContainText(/key/i);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await app.run.focus();
  await page.keyboard.press('Enter');
  await expect(app.verdict).toHaveAttribute('data-variant', 'wrong-key');
});
