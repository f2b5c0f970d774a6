import { violations } from '../axe.ts';
import { expect, test } from '../fixtures.ts';

const tabs = ['SDP', 'ICE', 'Stats', 'Channel', 'Media'] as const;
const unanswered = '?scenario=connection.ice.unreachable.no-answer&run=all&realtime=1';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the tabs and the table of statistics, ${colorScheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme });
    await app.open('?scenario=healthy&run=all');
    await app.settled();
    for (const tab of tabs) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.getByRole('tabpanel', { name: tab })).not.toContainText('loading…');
      expect(await violations(page, '#inspector')).toEqual([]);
    }
    await page.getByRole('tab', { name: 'Stats' }).click();
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    expect(await violations(page, '#inspector')).toEqual([]);
  });

  test(`axe finds nothing in lint marks, ${colorScheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme });
    await app.open('?scenario=connection.sdp.setup.actpass&run=all');
    await app.settled();
    await page.getByRole('tab', { name: 'SDP' }).click();
    await expect(page.locator('td[data-severity="error"]').first()).toBeVisible();
    expect(await violations(page, '#inspector')).toEqual([]);
  });

  test(`axe finds nothing in what a run waits for, ${colorScheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme });
    await app.open(unanswered);
    await expect(app.verdict).toHaveAttribute('data-foresees', /./);
    expect(await violations(page, '#verdict', 'section[aria-label="Timeline"]')).toEqual([]);
  });

  test(`axe finds nothing in the documentation, ${colorScheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme });
    await app.open('?docs=ice.unreachable');
    await expect(page.getByRole('article')).toBeVisible();
    expect(await violations(page, 'dialog')).toEqual([]);
    await page.getByRole('button', { name: 'How to read a verdict' }).click();
    await expect(page.getByRole('article')).toHaveAttribute('data-guide', 'guide.verdict');
    expect(await violations(page, 'article')).toEqual([]);
  });

  test(`axe finds nothing in the next request, to be edited, ${colorScheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme });
    await app.open('?scenario=healthy&run=offer');
    await app.settled();
    await app.verdict.getByRole('button', { name: 'See and edit the request' }).click();
    await page.getByRole('textbox', { name: 'Body' }).fill('{"offer":');
    await expect(page.getByRole('tabpanel')).toContainText('JSON');
    expect(await violations(page, '#verdict', '#inspector')).toEqual([]);
  });
}
