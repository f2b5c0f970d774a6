import { expect, test } from '../fixtures.ts';

test.beforeEach(async ({ app, page }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  await page.getByRole('tab', { name: 'Media' }).click();
});

test('devices are off until they are switched on, then level and picture show', async ({
  app,
  context,
  page,
}) => {
  await context.grantPermissions(['microphone', 'camera']);
  const microphone = page.getByRole('switch', { name: 'Send the microphone' });
  await expect(microphone).toHaveAttribute('aria-checked', 'false');
  await microphone.click();
  await expect(microphone).toHaveAttribute('aria-checked', 'true');
  await expect(page.getByRole('meter', { name: 'Level of the microphone' })).toBeVisible();
  const choice = page.getByRole('combobox', { name: 'Microphone' });
  await choice.selectOption({ label: 'Fake Audio Input 2' });
  await expect(choice.getByRole('option', { selected: true })).toHaveText('Fake Audio Input 2');
  await expect(page.getByRole('meter', { name: 'Level of the microphone' })).toBeVisible();
  await page.getByRole('switch', { name: 'Send the camera' }).click();
  await expect(page.getByLabel('Picture of the camera')).toBeVisible();
  await microphone.click();
  await expect(microphone).toHaveAttribute('aria-checked', 'false');
  const { log } = await app.report();
  expect(log.filter((entry) => entry.kind === 'media' && entry.event === 'granted')).toHaveLength(3);
});

test('a refused permission has its real name and says what to do', async ({ page }) => {
  await page.getByRole('switch', { name: 'Send the microphone' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Send the microphone' });
  await expect(row).toContainText('NotAllowedError: Permission denied');
  await expect(row).toContainText('address bar');
  await expect(row.getByRole('switch')).toHaveAttribute('aria-checked', 'false');
});

test('the far end is heard once somebody asks for it', async ({ page }) => {
  const listen = page.getByRole('switch', { name: 'Listen to the far end' });
  await listen.click();
  await expect(listen).toHaveAttribute('aria-checked', 'true');
  await expect(page.getByRole('listitem').filter({ hasText: 'Listen' })).toContainText(
    'You hear the far end.',
  );
});
