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

test('keyboard only: step with the dot, change the next request and send it, stop with Escape', async ({
  app,
  page,
  watched,
}) => {
  await app.open('?scenario=healthy');
  for (const step of ['token', 'ice-config', 'offer']) {
    await page.keyboard.press('.');
    await expect(app.stepItem(step)).toHaveAttribute('data-state', 'done');
    await expect(page.locator('html')).toHaveAttribute('data-outcome', 'paused');
  }
  const form = page.getByRole('form', { name: 'The next request' });
  await app.verdict.getByRole('button', { name: 'See and edit the request' }).press('Enter');
  const body = form.getByRole('textbox', { name: 'Body' });
  await body.focus();
  const planned = await body.inputValue();
  expect(planned).toContain('a=ice-pwd:redacted0000000000000001');
  await body.fill(planned.replace('"temperature": 0.5', '"temperature": 2'));
  await expect(form.getByRole('status')).toContainText(
    'params.temperature: 2 is out of range. Enter a number from 0 to 1.',
  );
  await form.getByRole('textbox', { name: 'Headers' }).fill('Authorization: Bearer x');
  await expect(form.getByText('Authorization holds a credential')).toBeVisible();
  await form.getByRole('button', { name: 'Reset' }).press('Enter');
  await expect(body).toHaveValue(planned);
  await body.fill(planned.replace('"voice": "alloy"', '"voice": "nova"'));
  await form.getByRole('button', { name: 'Send it' }).press('Enter');
  await expect(app.stepItem('call')).toHaveAttribute('data-state', 'done');
  const sent = (await app.report()).log.find(({ kind, step }) => kind === 'request' && step === 'call');
  expect(sent).toMatchObject({ altered: ['body edited by the user'], body: expect.stringContaining('nova') });
  const shown = await page.content();
  for (const secret of watched.secrets) expect(shown).not.toContain(secret);

  // The real password went out in the place of its stand-in, or the far end would not answer to it.
  await page.keyboard.press('.');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'stopped');
});

test('the scenario list is usable with the keyboard alone', async ({ app, page }) => {
  await app.open();
  await expect(app.scenario).toHaveValue('Everything works');
  await app.scenario.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('wrong-key');
  await expect(page.getByRole('option').first()).toContainText('wrong-key');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(app.scenario).toHaveAttribute('aria-expanded', 'false');
  await expect(app.scenario).toHaveValue('401 · Wrong API key');
  await app.run.focus();
  await page.keyboard.press('Enter');
  await expect(app.verdict).toHaveAttribute('data-variant', 'wrong-key');
});
