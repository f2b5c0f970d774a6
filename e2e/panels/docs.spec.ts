import { expect, test } from '../fixtures.ts';

test('a link opens the documentation of one failure, with what each browser shows', async ({ app, page }) => {
  await app.open('?docs=turn.auth');
  const article = page.getByRole('dialog', { name: 'Catalogue' }).getByRole('article');
  await expect(article).toHaveAttribute('data-code', 'turn.auth');
  await expect(article).toContainText('Do this');
  await expect(article).toContainText('Chromium 156');
  await expect(article).toContainText('Firefox 153');
  expect((await article.boundingBox())?.width, 'of 1280 pixels').toBeGreaterThan(600);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/docs=/);
});

test('a failure can be replayed from its documentation', async ({ app, page }) => {
  await app.open('?docs=sdp.setup');
  await page
    .getByRole('article')
    .getByRole('button', { name: /^Replay/ })
    .first()
    .click();
  const report = await app.settled();
  expect(report.diagnosis?.code).toBe('sdp.setup');
});

test('the catalogue can be searched, and each verdict leads to its page', async ({ app, page }) => {
  await app.open('?scenario=call.invalid_ephemeral_token.used&run=all');
  await app.settled();
  await app.verdict.getByRole('button', { name: /^invalid_ephemeral_token/ }).click();
  await expect(page).toHaveURL(/docs=invalid_ephemeral_token/);
  await page.getByRole('searchbox', { name: 'Search the catalogue' }).fill('fingerprint');
  await page.getByRole('button', { name: /dtls\.fingerprint/ }).click();
  await expect(page.getByRole('article')).toHaveAttribute('data-code', 'dtls.fingerprint');
});

test('every failure of the catalogue has a page', async ({ app, page }) => {
  await app.open('?docs=turn.auth');
  const codes = await page.evaluate(async () =>
    (await window.sessionDebugger.catalogue()).map(({ code }) => code),
  );
  const listed = page.getByRole('navigation', { name: 'Failures' }).getByRole('listitem');
  await expect(listed).toHaveCount(codes.length);
});

test('a guide opens by link and from the palette', async ({ app, page }) => {
  await app.open('?docs=guide.privacy');
  const dialog = page.getByRole('dialog', { name: 'Catalogue' });
  await expect(dialog.getByRole('heading', { level: 2, name: 'What we store and send' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Test your own app against every error' }).click();
  await expect(dialog.getByRole('article')).toContainText('npm run simulator');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
  await page.keyboard.type('how to read');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('article')).toHaveAttribute('data-guide', 'guide.verdict');
});

test('a code that is in no catalogue says so', async ({ app, page }) => {
  await app.open('?docs=no.such-thing');
  await expect(page.getByText('The catalogue has no failure “no.such-thing”')).toBeVisible();
});
