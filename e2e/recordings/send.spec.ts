import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

const refused = '?scenario=token.OrgaAIAuthenticationError.401.backend&run=all';

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).include('dialog').analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('every format is saved under a telling name, and axe finds nothing in the dialogs', async ({
  app,
  page,
}) => {
  await app.open(refused);
  await app.settled();
  await page.getByRole('button', { name: 'Save or send' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save or send' });
  await expect(dialog).toContainText('Self-test: none of the secrets');
  for (const [format, ending] of [
    ['HTML report', 'html'],
    ['Bug report (Markdown)', 'md'],
    ['Recording (.json.gz)', 'json.gz'],
    ['HAR 1.2', 'har'],
    ['webrtc-internals dump', 'webrtc-internals.json'],
    ['NDJSON', 'ndjson'],
    ['curl commands', 'sh'],
  ] as const) {
    await dialog.getByRole('radio', { name: format }).check();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save the file' }).click();
    expect((await download).suggestedFilename()).toMatch(
      new RegExp(`^orga-session-2\\d{3}-\\d\\d-\\d\\dT\\d{4}Z-token-401\\.${ending.replaceAll('.', '\\.')}$`),
    );
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Recordings' }).click();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
});

test('a link carries a recording to another visit, and says that this one works here only', async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open(refused);
  const { diagnosis } = await app.settled();
  await page.getByRole('button', { name: 'Save or send' }).click();
  const link = page.getByRole('region', { name: 'Link', exact: true });
  await expect(link).toContainText('works on this computer only');
  await link.getByRole('button', { name: 'Copy link' }).click();
  await expect(link.getByRole('button', { name: 'Copied' })).toBeVisible();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  expect(url).toContain('/simulated/#recording=');

  const other = await context.newPage();
  await other.goto(url.replace('#', '?run=all#'));
  await expect(other.getByRole('region', { name: 'Recording' })).toContainText('read-only');
  const opened = await other.evaluate(() => window.sessionDebugger.waitFor({ outcome: 'failed' }));
  expect(opened.diagnosis).toEqual(diagnosis);
  await expect(other.getByRole('region', { name: 'Notices' })).toContainText('nothing was run');
  expect(new URL(other.url()).hash).toBe(new URL(url).hash);
  await other.setViewportSize({ width: 390, height: 844 });
  const bar = await other.getByRole('region', { name: 'Recording', exact: true }).boundingBox();
  expect(bar?.height, 'of the bar on a phone').toBeLessThan(160);

  // A change of the fragment is honoured, and what cannot be read changes nothing.
  await other.evaluate(() => {
    location.hash = '#recording=d1.broken';
  });
  await expect(other.getByRole('alert')).toContainText('This link cannot be opened');
  expect((await other.evaluate(() => window.sessionDebugger.report())).diagnosis).toEqual(diagnosis);
});

test('what scripts export they open again, and what is no recording is refused with its reason', async ({
  app,
  page,
}) => {
  await app.open('?scenario=call.invalid_ephemeral_token.used&run=all');
  const { diagnosis, log } = await app.settled();
  const reports = await page.evaluate(async () => {
    const { export: write, open } = window.sessionDebugger;
    const text = await write('recording');
    const opened = await open(text);
    const problem = await open('{"not": "one"}').catch((error: unknown) => String(error));
    return { opened, problem, after: window.sessionDebugger.report().log.length };
  });
  expect(reports.opened.diagnosis).toEqual(diagnosis);
  expect(reports.opened.log).toHaveLength(log.length);
  expect(reports.after).toBe(log.length);
  expect(reports.problem).toMatch(/^Error: .{20,}/);
});

test('where the self-test finds a secret of this tab nothing leaves: no file, no link, no export', async ({
  app,
  page,
}) => {
  await app.open('?scenario=call.invalid_ephemeral_token.used&run=all');
  await app.settled();
  // A password that this tab knows, where no pattern tells that it is one.
  const problem = await page.evaluate(async () => {
    const [password = ''] = window.observed.icePasswords;
    const common = { at: 0, attempt: 1 };
    const log = [
      { ...common, id: 'e1', kind: 'note', topic: 'carried', what: password },
      { ...common, id: 'e2', kind: 'run', state: 'stopped', by: 'user' },
    ];
    const head = { format: 'webrtc-session-recording', version: 1, product: '0.1.0', source: 'debugger' };
    await window.sessionDebugger.open(
      JSON.stringify({ ...head, id: 'careless', startedAt: 1, userAgent: 'x', log }),
    );
    return window.sessionDebugger.export('recording').catch(String);
  });
  const refusal = 'Nothing was sent: the self-test found a secret that this tab has used';
  expect(problem).toContain(refusal);
  await page.getByRole('button', { name: 'Save or send' }).click();
  const part = page.locator('[data-part="send"]');
  await expect(part.locator('[data-safe]')).toHaveAttribute('data-safe', 'false');
  await expect(part.getByRole('status').filter({ hasText: refusal })).toBeVisible();
  await expect(part.getByRole('button', { name: 'Save the file' })).toBeDisabled();
  const link = part.getByRole('region', { name: 'Link', exact: true });
  await expect(link).toContainText(refusal);
  await expect(link.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
});
