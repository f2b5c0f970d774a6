import { expect, test } from './fixtures.ts';

test('the filter takes type, level and words', async ({ app, page }) => {
  await app.open('?scenario=call.invalid_ephemeral_token.used&run=all');
  await app.settled();
  const rows = app.log.locator('[role=row][data-level]');
  await app.filter.fill('type:rest -level:info');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toHaveAttribute('data-level', 'error');
  await app.filter.fill('"Received session.created"');
  await expect(rows).toHaveCount(1);
  await app.filter.fill('kind:nonsense');
  await expect(page.getByText(/kind:nonsense is not known/)).toBeVisible();
});

test('when a warning ended the run, filtering by error says so', async ({ app, page }) => {
  await app.open('?scenario=call.missing.offer&run=all');
  const report = await app.settled();
  expect(report.log.filter(({ level }) => level === 'error')).toEqual([]);
  await app.filter.fill('level:error');
  await expect(page.getByRole('status').filter({ hasText: /warning/i })).toBeVisible();
});

test('a row is copied, with its time, level and step', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open('?scenario=token.missing.email&run=all');
  await app.settled();
  const row = app.log.locator('[data-kind="rest-error"]');
  await row.hover();
  await row.getByRole('button', { name: 'Copy row' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/warn Token POST \/v1\/realtime\/client-secrets → 422 missing/);
});

test('the log is exported as NDJSON, one entry per line, without a secret', async ({
  app,
  page,
  watched,
}) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export NDJSON' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.ndjson$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const kinds = text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(kinds[0]).toBe('run-started');
  expect(kinds).toContain('channel');
  for (const secret of watched.secrets) expect(text).not.toContain(secret);
});

test('a token, a key and a credential are named the same wherever they appear', async ({ app }) => {
  await app.open('?scenario=healthy&run=all');
  const { log } = await app.settled();
  const requests = log.filter((entry) => entry.kind === 'request');
  expect(requests.map(({ credential }) => credential.name)).toEqual(['api-key#1', 'token#1', 'token#1']);
  expect(requests[1]?.headers['Authorization']).toBe('Bearer token#1');
  const reply = log.find((entry) => entry.kind === 'response');
  expect(JSON.parse(reply?.body ?? '{}')).toMatchObject({ ephemeral_token: 'token#1' });
  const offer = log.find((entry) => entry.kind === 'description' && entry.side === 'local');
  expect(offer?.kind === 'description' && offer.sdp).toMatch(/a=ice-pwd:redacted\S{14,}\r\n/);
});

test('the correlation id is in the log, or the log says that the service does not expose it', async ({
  app,
  page,
}) => {
  await app.open('?scenario=call.OrgaAIServerError.503&run=all');
  const exposed = (await app.settled()).log.find((entry) => entry.kind === 'rest-error');
  expect(exposed?.correlationId).toMatch(/^req_/);
  const report = await page.evaluate(() =>
    window.sessionDebugger.run({
      scenario: 'call.OrgaAIServerError.503',
      settings: { exposeRequestId: false },
    }),
  );
  const hidden = report.log.find((entry) => entry.kind === 'rest-error');
  expect(hidden?.correlationId).toBeUndefined();
  expect(report.log.find((entry) => entry.kind === 'response')?.summary).toContain(
    'not exposed by the service',
  );
});

test('a selected row, a selected step and the address are one selection', async ({ app, page }) => {
  await app.open('?scenario=token.missing.email&run=all');
  await app.settled();
  await app.log.locator('[data-kind="rest-error"]').click();
  await expect(app.stepItem('token')).toHaveAttribute('data-selected', 'true');
  await expect(page).toHaveURL(/select=e\d+/);
  await page.reload();
  await app.settled();
  await expect(app.log.locator('[aria-selected="true"]')).toHaveAttribute('data-kind', 'rest-error');
});
