import { expect, test } from '../fixtures.ts';

test('the ICE tab states the path in a sentence, each server with its result, and both sides’ candidates', async ({
  app,
  page,
}) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  await page.getByRole('tab', { name: 'ICE' }).click();
  const panel = page.getByRole('tabpanel');
  await expect(panel).toContainText(/The session goes host to \w+ over UDP/);
  await expect(panel.getByRole('region', { name: 'Servers' })).toContainText(
    'Left out: its name is reserved',
  );
  await expect(panel.getByRole('region', { name: 'Candidates of this browser' })).toContainText('host');
  await expect(panel.getByRole('region', { name: 'Candidates of the far end' })).toContainText('host');
  const paths = panel.getByRole('region', { name: 'Paths that were tried' });
  await expect(paths.getByRole('columnheader', { name: 'Answered' })).toBeVisible();
  await expect(paths).toContainText('succeeded');
});

test('a refused TCP server gives its error in words, in the run and when it is tested by itself', async ({
  app,
  page,
}) => {
  await app.open('?scenario=connection.turn.tcp.refused.closed&run=all');
  await app.settled();
  await page.getByRole('tab', { name: 'ICE' }).click();
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByRole('region', { name: 'Servers' })).toContainText('TCP or TLS did not connect');
  await panel.getByRole('button', { name: 'Test these servers' }).click();
  const results = panel.getByRole('region', { name: 'Each server by itself' });
  await expect(results).toContainText('701 · This browser could not reach it');
  await expect(panel.locator('[data-part="server-test"]')).toHaveAttribute('data-state', 'done');
});

test('lint stands at the line of the answer that it is about', async ({ app, page }) => {
  await app.open('?scenario=connection.sdp.setup.actpass&run=all');
  await app.settled();
  await page.getByRole('tab', { name: 'SDP' }).click();
  const cell = page.getByRole('tabpanel').locator('td[data-severity="error"]').first();
  await expect(cell).toContainText('a=setup:actpass');
  await expect(cell.getByRole('list')).toContainText('Wrong:');
});

test('an answer that lacks a section says so beside the offer', async ({ app, page }) => {
  await app.open('?scenario=connection.sdp.mline.count&run=all');
  await app.settled();
  await page.getByRole('tab', { name: 'SDP' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('The answer lacks this section.');
});

test('sections fold with the keyboard', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  await page.getByRole('tab', { name: 'SDP' }).click();
  const fold = page.getByRole('button', { name: /^Session/ });
  const before = await fold.getAttribute('aria-expanded');
  await fold.press('Enter');
  await expect(fold).toHaveAttribute('aria-expanded', before === 'true' ? 'false' : 'true');
});

test('statistics are charts with a description each, and a table for people who cannot use a chart', async ({
  app,
  page,
}) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  await page.getByRole('tab', { name: 'Stats' }).click();
  await expect(page.getByRole('img', { name: /^Round trip/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Received, .*bit\/s/ })).toBeVisible();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const table = page.getByRole('region', { name: 'Statistics over time' });
  await expect(table.getByRole('columnheader', { name: 'Jitter' })).toBeVisible();
  await expect(table.getByRole('row').nth(1)).toBeVisible();
});

test('messages of servers and clients are told apart, and an update from the form is answered', async ({
  app,
  page,
}) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  await page.getByRole('tab', { name: 'Channel' }).click();
  const messages = page.getByRole('list', { name: 'Messages' });
  await expect(messages.getByRole('listitem').filter({ hasText: 'session.created' })).toContainText('type');
  await page.getByLabel('Voice').fill('echo');
  await page.getByRole('button', { name: 'Send session.update' }).click();
  await expect(messages.getByRole('listitem').filter({ hasText: 'session.update' }).first()).toContainText(
    'event',
  );
  await expect(messages.getByRole('listitem').filter({ hasText: 'session.updated' })).toContainText(
    '"voice":"echo"',
  );
});

test('a raw message that is no JSON goes as it is and is marked', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  await page.getByRole('tab', { name: 'Channel' }).click();
  await page.getByRole('button', { name: 'Raw', exact: true }).click();
  await page.getByLabel('The message, as it is').fill('hello');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const sent = page.getByRole('list', { name: 'Messages' }).locator('[data-form="not-json"]');
  await expect(sent).toContainText('hello');
});
