import { expect, test } from '../fixtures.ts';

const unanswered = '?scenario=connection.ice.unreachable.no-answer&run=all&realtime=1';

test('while it waits the verdict says for what, for how long, and what that will be taken for', async ({
  app,
}) => {
  await app.open(unanswered);
  await expect(app.verdict).toHaveAttribute('data-foresees', 'ice.unreachable');
  await expect(app.verdict).toContainText(
    /No connection check has been answered for \d[\d.]* s; Chromium will report it at about 15 s/,
  );
  await expect(app.verdict).toContainText('Likely');
  const clock = app.verdict.getByRole('button', { name: /has been answered for/ });
  const before = await clock.textContent();
  await expect(clock).not.toHaveText(before ?? '');
});

test('the claim of the SDK to be connected is shown as such for as long as it lasts', async ({ app }) => {
  await app.open(unanswered);
  await expect(app.verdict).toContainText(
    /“connected”, for \d[\d.]* s already, because the answer was applied/,
  );
  await expect(app.verdict).toContainText('Nothing is connected.');
});

test('a silence is a span on the timeline that leads to its row', async ({ app, page }) => {
  await app.open(unanswered);
  const silence = page.getByRole('region', { name: 'Timeline' }).locator('[data-silent="true"]');
  await expect(silence).toBeVisible();
  await silence.focus();
  await page.keyboard.press('Enter');
  await expect(app.log.locator('[aria-selected="true"]')).toContainText('Waiting');
});

test('trouble that no state tells is the verdict of a connected run', async ({ app, page }) => {
  await app.open('?scenario=connection.sdp.codec.none-common&run=all');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
  await expect(app.verdict).toHaveAttribute('data-code', 'sdp.codec');
  await expect(app.verdict).toContainText('Do this');
});

test('what is harmless is a note under the verdict, and no verdict', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=all');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
  const note = app.verdict.locator('[data-part="advice"] [data-code="gather.mdns"]');
  await note.locator('summary').click();
  await expect(note).toContainText('.local');
  await expect(app.verdict).not.toHaveAttribute('data-code', /./);
});
