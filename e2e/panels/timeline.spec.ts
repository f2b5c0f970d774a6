import { expect, test } from '../fixtures.ts';

test.beforeEach(async ({ app }) => {
  await app.open('?scenario=connection.sdp.notsdp.html&run=all');
  await app.settled();
});

test('plus, minus, 0 and the arrow keys zoom and move the clock', async ({ page }) => {
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const marks = timeline.getByRole('group', { name: 'Marks' });
  // It comes after the first paint.
  await expect(marks.getByRole('button').first()).toBeVisible();
  const all = await timeline.getByRole('button').count();
  await marks.focus();
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('+');
  await expect(timeline).toContainText('–');
  const range = await timeline.textContent();
  await page.keyboard.press('ArrowLeft');
  await expect(timeline).not.toHaveText(range ?? '');
  await page.keyboard.press('0');
  await expect(timeline.getByRole('button')).toHaveCount(all);
});

test('the wheel zooms, a drag shows what it went over, a double click shows all of it', async ({ page }) => {
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const marks = timeline.getByRole('group', { name: 'Marks' });
  await expect(marks.getByRole('button').first()).toBeVisible();
  const box = await marks.boundingBox();
  if (box === null) throw new Error('The timeline is not in view.');
  const y = box.y + 8;
  await page.mouse.move(box.x + 200, y);
  await page.mouse.wheel(0, -300);
  await expect(timeline).toContainText(/\d m?s – \d/);
  await marks.dblclick({ position: { x: box.width - 40, y: 8 } });
  await expect(timeline).not.toContainText('–');
  await page.mouse.move(box.x + 100, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, y, { steps: 4 });
  await page.mouse.up();
  await expect(timeline).toContainText(/\d m?s – \d/);
});

test('arrow keys go from mark to mark, also to those out of view, and Enter opens the row', async ({
  app,
  page,
}) => {
  const marks = page.getByRole('group', { name: 'Marks' });
  await marks.getByRole('button').first().focus();
  for (const _ of [1, 2, 3]) await page.keyboard.press('+');
  await page.keyboard.press('End');
  const last = page.locator(':focus');
  await expect(last).toHaveAttribute('data-entry', /^e\d+$/);
  const id = await last.getAttribute('data-entry');
  await page.keyboard.press('Enter');
  await expect(app.log.locator(`[aria-selected="true"][data-entry="${id}"]`)).toBeVisible();
});
