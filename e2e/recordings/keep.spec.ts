import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

/** How many entries of the newest run are stored, read past the app. */
function storedEntries(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open('session-debugger');
        asked.addEventListener('error', () => reject(new Error(asked.error?.message)));
        asked.addEventListener('success', () => {
          const all = asked.result.transaction('recordings').objectStore('recordings').getAll();
          all.addEventListener('success', () => {
            const rows = all.result as readonly { startedAt: number; entries: number }[];
            asked.result.close();
            resolve(rows.toSorted((one, other) => other.startedAt - one.startedAt)[0]?.entries ?? 0);
          });
        });
      }),
  );
}

const used = '?scenario=call.invalid_ephemeral_token.used';

test('what is stored of a run outlives its page: it is listed as broken off and opens', async ({
  app,
  page,
}) => {
  await app.open('?scenario=healthy');
  await page.evaluate(() => window.sessionDebugger.run());
  const log = (await app.report()).log.map(({ id }) => id);
  // That it takes less than a second is shown by src/browser/recordingSchedule.test.ts.
  await expect.poll(() => storedEntries(page)).toBeGreaterThanOrEqual(log.length);
  // A reload would run the scenario once more: the address says so.
  await app.open('?scenario=healthy');
  await page.getByRole('button', { name: 'Recordings' }).click();
  const row = page.getByRole('row').filter({ hasText: 'healthy' });
  await expect(row).toHaveAttribute('data-state', 'broken-off');
  await expect(row).toContainText('Broken off');
  await row.getByRole('button', { name: /2\d\d\d/ }).click();
  await expect(page.getByRole('region', { name: 'Recording' })).toContainText('read-only');
  const opened = (await app.report()).log.map(({ id }) => id);
  expect(opened.slice(0, log.length)).toEqual(log);
});

test('with the keyboard alone: open, go back in time, leave, come back, name, pin, delete, undo', async ({
  app,
  page,
}) => {
  await app.open(`${used}&run=all`);
  const live = await app.settled();
  await expect.poll(() => storedEntries(page)).toBe(live.log.length);
  await app.open('?scenario=healthy');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
  await page.keyboard.type('open a recording');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Recordings' });
  const open = dialog.getByRole('button', { name: /2\d\d\d/ });
  await open.focus();

  await page.keyboard.press('F2');
  await page.keyboard.type('the bad one');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('row').nth(1)).toContainText('the bad one');
  const pin = dialog.getByRole('button', { name: 'Pin', exact: true });
  await expect(pin).toHaveAttribute('tabindex', '0');
  await pin.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Unpin' })).toBeVisible();
  await open.focus();
  await page.keyboard.press('Delete');
  await expect(dialog).toContainText('Nothing yet');
  await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
  await open.press('Enter');

  await expect(dialog).toBeHidden();
  await expect(app.verdict).toHaveAttribute('data-code', 'invalid_ephemeral_token');
  const opened = await app.report();
  expect(opened.diagnosis).toEqual(live.diagnosis);
  expect(opened.steps).toEqual(live.steps);
  await expect(page.getByRole('button', { name: 'Get a new token and retry' })).toBeHidden();

  const moment = page.getByRole('slider', { name: 'Moment' });
  await moment.press('Home');
  await expect(app.log).toHaveAttribute('aria-rowcount', /^[12]$/);
  await expect(app.verdict).toContainText('At this moment');
  await expect(app.verdict).not.toHaveAttribute('data-code', /./);
  await moment.press('End');
  await expect(app.verdict).toHaveAttribute('data-code', 'invalid_ephemeral_token');

  await app.run.press('Enter');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    'You left the recording “the bad one”',
  );
  await expect(page.getByRole('region', { name: 'Recording' })).toBeHidden();
  await app.settled();
  await page.getByRole('button', { name: 'Back to the recording' }).press('Enter');
  await expect(app.verdict).toHaveAttribute('data-code', 'invalid_ephemeral_token');
  await page.getByRole('button', { name: 'Leave the recording' }).press('Enter');
  expect((await app.report()).outcome).toBe('connected');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
  await page.keyboard.type('the bad one');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(app.verdict).toHaveAttribute('data-code', 'invalid_ephemeral_token');
});

test('where storage is refused a run goes on in memory, and one message says so', async ({ app, page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await app.open(`${used}&run=all`);
  await app.settled();
  const notice = page.getByRole('region', { name: 'Notices' }).getByRole('listitem');
  await expect(notice).toHaveCount(1);
  await expect(notice).toContainText('kept in memory only');
  await expect(app.verdict).toHaveAttribute('data-code', 'invalid_ephemeral_token');
  await page.getByRole('button', { name: 'Recordings' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be read' })).toBeVisible();
});

test('a newer version in another tab is not held up; this one goes on in memory and says what to do', async ({
  app,
  page,
  context,
}) => {
  await app.open(`${used}&run=all`);
  await app.settled();
  await expect.poll(() => storedEntries(page)).toBeGreaterThan(0);
  const other = await context.newPage();
  await other.goto('./');
  await other.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open('session-debugger', 2);
        asked.addEventListener('error', () => reject(new Error(asked.error?.message)));
        asked.addEventListener('success', resolve);
      }),
  );
  await page.evaluate(() => window.sessionDebugger.run());
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText(
    'kept in memory only and is gone on reload: a newer version of this page has stored recordings here; reload this page',
  );
  await expect(app.verdict).toHaveAttribute('data-code', 'invalid_ephemeral_token');
});

test('two tabs record at once, and each lists both', async ({ app, page, context }) => {
  const other = await context.newPage();
  await app.open(`${used}&run=all`);
  await other.goto('./?scenario=healthy&run=all');
  await other.waitForFunction(() => document.documentElement.dataset['outcome'] === 'connected');
  await app.settled();
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: 'Recordings' }).click();
    await expect(
      tab.getByRole('table', { name: 'Recordings' }).getByRole('row').filter({ hasText: 'healthy' }),
    ).toHaveAttribute('data-state', 'recording');
    await expect(
      tab.getByRole('table', { name: 'Recordings' }).getByRole('row').filter({ hasText: 'Failed' }),
    ).toHaveAttribute('data-state', 'ended');
  }
});
