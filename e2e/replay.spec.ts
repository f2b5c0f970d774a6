import { scenarios } from '../mocks/scenarios/index.ts';
import { expect, test } from './fixtures.ts';

test('a failed session is run again, ends the same, and connects once a response is changed', async ({
  app,
  page,
  watched,
}) => {
  await app.open('?scenario=call.invalid_ephemeral_token.unexplained&run=all');
  await app.settled();
  await app.verdict.getByRole('button', { name: 'Run this again, simulated' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run this again, simulated' });
  await expect(dialog).toContainText('It should end the same: invalid_ephemeral_token');
  await dialog.getByRole('button', { name: 'Run this again' }).click();

  await page.waitForFunction(() => window.sessionDebugger.report().run === 2);
  const again = await app.settled();
  expect(again).toMatchObject({ scenario: 'replay', outcome: 'failed', failedStep: 'call' });
  expect(again.diagnosis).toMatchObject({ code: 'invalid_ephemeral_token', variant: 'unexplained' });

  await app.verdict.getByRole('button', { name: 'Run this again, simulated' }).click();
  await dialog.getByLabel('/calls').selectOption('as the simulation answers');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as scenario file' }).click();
  expect((await saved).suggestedFilename()).toBe('call-invalid_ephemeral_token-unexplained.scenario.json');
  await dialog.getByLabel('Open a scenario file').setInputFiles(await (await saved).path());
  await dialog.getByRole('button', { name: 'Run this again' }).click();
  await page.waitForFunction(() => window.sessionDebugger.report().run === 3);
  expect((await app.settled()).outcome).toBe('connected');

  await page.reload();
  await page.waitForFunction(() => window.sessionDebugger !== undefined);
  expect((await app.settled()).outcome).toBe('connected');
  expect(watched.console).toEqual([]);
  expect(watched.leaving).toEqual([]);
});

test('a good and a bad session are compared by keyboard', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  await page.evaluate(() => window.sessionDebugger.run({ scenario: 'call.OrgaAIServerError.503' }));
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
  await page.keyboard.type('compare');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Compare two sessions' });
  const first = dialog.getByRole('status', { name: 'First difference' });
  await expect(first).toContainText('Call: answered 200 on the left, 503 on the right.');
  await page.keyboard.press('j');
  await expect(dialog.getByRole('row', { name: /^Call/ })).toBeFocused();
  await page.keyboard.press('j');
  await expect(dialog.getByRole('row', { name: /^Connection/ })).toBeFocused();
  await page.keyboard.press('k');
  await expect(dialog.getByRole('row', { name: /^Call/ })).toBeFocused();
  await first.getByRole('button', { name: /^show e/ }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(app.log.getByRole('row', { selected: true })).toContainText('503');

  await page.getByRole('button', { name: 'Recordings' }).click();
  const list = page.getByRole('dialog', { name: 'Recordings' });
  await list
    .getByRole('row', { name: /healthy/ })
    .getByRole('button', { name: 'Compare' })
    .click();
  await expect(first).toContainText('Call: answered 200 on the left, 503 on the right.');
});

// What ends before the answer is shown in Node: src/browser/replay.test.ts.
const afterTheOffer = scenarios.filter(
  ({ id, expect: { step } }) =>
    id !== 'healthy.burst' && (/^(?:connection|offer)\./.test(id) || step === undefined || step === 'offer'),
);

for (const { id } of afterTheOffer) {
  test(`${id} ends the same when its recording is replayed @long`, async ({ app, context, page }) => {
    test.setTimeout(90_000);
    await context.grantPermissions(['microphone']);
    await app.open(`?scenario=${id}`);
    const first = await page.evaluate(async (scenario) => {
      await window.sessionDebugger.run({ scenario });
      const { code } = (await window.sessionDebugger.scenarios()).find((each) => each.id === scenario) ?? {};
      return window.sessionDebugger.waitFor({ ...(code !== undefined && { code }), timeout: 30_000 });
    }, id);
    await app.verdict.getByRole('button', { name: 'Run this again, simulated' }).click();
    const dialog = page.getByRole('dialog', { name: 'Run this again, simulated' });
    await expect(dialog).toContainText('It should end the same');
    await dialog.getByRole('button', { name: 'Run this again' }).click();
    await page.waitForFunction((run) => window.sessionDebugger.report().run > run, first.run);
    await app.settled();
    const again = await page.evaluate(
      (code) => window.sessionDebugger.waitFor({ ...(code !== undefined && { code }), timeout: 30_000 }),
      first.diagnosis?.code,
    );
    expect(again.scenario).toBe('replay');
    expect(again.outcome).toBe(first.outcome);
    expect(again.failedStep).toBe(first.failedStep);
    expect(again.diagnosis?.variant).toBe(first.diagnosis?.variant);
    expect(again.otherDiagnoses.length === 0 && again.diagnosis === undefined).toBe(
      first.diagnosis === undefined,
    );
  });
}
