import { expect, test } from './fixtures.ts';

test('the verdict leads with a sentence, then proof, then what to do', async ({ app }) => {
  await app.open('?scenario=call.invalid_ephemeral_token.used&run=all');
  const report = await app.settled();
  expect(report.diagnosis).toMatchObject({
    code: 'invalid_ephemeral_token',
    variant: 'used',
    certainty: 'proved',
  });
  await expect(app.verdict.getByRole('heading').first()).toContainText('already used');
  await expect(app.verdict).toContainText('invalid_ephemeral_token');
  await expect(app.verdict).toContainText('/v1/realtime/calls');
  await expect(app.verdict).toContainText('Your SDK shows');
  await expect(app.verdict).toContainText('Failed to start session');
});

test('six causes of one 401 get six verdicts', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  const verdicts = await page.evaluate(async () => {
    const found: string[] = [];
    for (const scenario of [
      'call.invalid_ephemeral_token.expired',
      'call.invalid_ephemeral_token.used',
      'token.invalid_request_error.wrong-key',
      'call.invalid_request_error.api-key',
      'ice-config.credential.undefined.sent',
      'call.invalid_ephemeral_token.unexplained',
    ]) {
      const { diagnosis, log } = await window.sessionDebugger.run({ scenario });
      const error = log.findLast((entry) => entry.kind === 'rest-error');
      const status = error?.kind === 'rest-error' ? error.http?.status : undefined;
      found.push(`${status} ${diagnosis?.code} ${diagnosis?.variant}`);
    }
    return found;
  });
  expect(verdicts).toEqual([
    '401 invalid_ephemeral_token expired',
    '401 invalid_ephemeral_token used',
    '401 invalid_request_error wrong-key',
    '401 invalid_request_error api-key',
    '401 credential.undefined sent',
    '401 invalid_ephemeral_token unexplained',
  ]);
});

test('a new token is one press away where it cures', async ({ app, page }) => {
  await app.open('?scenario=call.invalid_ephemeral_token.used&run=all');
  await app.settled();
  await app.verdict.getByRole('button', { name: 'Get a new token and retry' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
  const report = await app.report();
  expect(report.attempts).toBe(3);
  expect(
    report.log.filter((entry) => entry.kind === 'request' && entry.endpoint === 'client-secrets'),
  ).toHaveLength(2);
});

test('a 400 offers no new token, a 503 offers a retry with backoff that can be stopped', async ({
  app,
  page,
}) => {
  await app.open('?scenario=call.invalid_request_error.offer&run=all');
  await app.settled();
  await expect(app.verdict.getByRole('button', { name: /retry/i })).toHaveCount(0);
  await app.open('?scenario=call.OrgaAIServerError.503&run=all');
  await app.settled();
  await app.verdict.getByRole('button', { name: 'Retry with backoff' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'running');
  await app.stop.click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'stopped');
});

test('a cascade is traced to the step that caused it', async ({ app }) => {
  await app.open('?scenario=call.credential.undefined.sent.backend&run=all');
  const report = await app.settled();
  expect(report.failedStep).toBe('call');
  expect(report.diagnosis?.causedBy.step).toBe('token');
  expect(report.diagnosis?.actor).toBe('backend');
});

test('an evidence link selects its log row', async ({ app, page }) => {
  await app.open('?scenario=call.invalid_ephemeral_token.used&run=all');
  const report = await app.settled();
  const [first] = report.diagnosis?.evidence ?? [];
  await app.verdict.locator(`[data-entry="${first}"]`).first().click();
  await expect(app.log.locator(`[aria-selected="true"][data-entry="${first}"]`)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`select=${first}`));
});

test('catalogue and observed behaviour stand side by side where they differ', async ({ app }) => {
  await app.open('?scenario=token.OrgaAIAuthenticationError.403.backend&run=all');
  await app.settled();
  await expect(app.verdict).toContainText('OrgaAIAuthenticationError');
  await expect(app.verdict).toContainText('OrgaAIServerError');
});

test('where the catalogue advises debug: true, a warning says what that prints', async ({ app }) => {
  await app.open('?scenario=token.OrgaAIServerError.500.backend&run=all');
  await app.settled();
  await expect(app.verdict).toContainText('debug: true');
  await expect(app.verdict).toContainText(/prints .*token/i);
});
