import { expect, test } from './fixtures.ts';

test('scenarios() lists every scenario with its verdict', async ({ app, page }) => {
  await app.open();
  const scenarios = await page.evaluate(() => window.sessionDebugger.scenarios());
  const used = scenarios.find(({ id }) => id === 'call.invalid_ephemeral_token.used');
  expect(used).toMatchObject({
    code: 'invalid_ephemeral_token',
    variant: 'used',
    step: 'call',
    httpStatus: 401,
  });
  expect(scenarios.find(({ id }) => id === 'healthy')?.code).toBeUndefined();
  expect(scenarios.length).toBeGreaterThan(90);
});

test('catalogue() restates the seven rows of the specification', async ({ app, page }) => {
  await app.open();
  const catalogue = await page.evaluate(() => window.sessionDebugger.catalogue());
  const specified = catalogue.filter(({ origin }) => origin === 'specification').map(({ code }) => code);
  expect(specified.toSorted()).toEqual(
    [
      'invalid_request_error',
      'not_found_error',
      'missing',
      'invalid_ephemeral_token',
      'OrgaAIAuthenticationError',
      'OrgaAIServerError',
      'timeout_error',
    ].toSorted(),
  );
  const row = catalogue.find(({ code }) => code === 'invalid_ephemeral_token')?.specification;
  expect(row?.description).toBe('Ephemeral token expired or already consumed');
  expect(row?.recommendedAction).toBe('Fetch a new token for each session; tokens are single-use');
});

test('everything that scripts get is plain JSON without null', async ({ app, page }) => {
  await app.open('?scenario=call.invalid_ephemeral_token.used&run=all');
  await app.settled();
  const text = await page.evaluate(() => JSON.stringify(window.sessionDebugger.report()));
  const nulls: string[] = [];
  JSON.parse(text, (key, value: unknown) => {
    if (value === null) nulls.push(key);
    return value;
  });
  expect(nulls).toEqual([]);
});

test('run() rejects a bad argument and disturbs nothing', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const messages = await page.evaluate(async () => {
    const { run } = window.sessionDebugger;
    const bad = [
      { scenario: 'no.such' },
      { until: 'tokens' },
      { settings: { colour: 'red' } },
      { limits: { call: -1 } },
      { overrides: { offer: { status: 500 } } },
      { scenarios: 'healthy' },
    ];
    return Promise.all(
      bad.map((args) =>
        run(args as never).then(
          () => 'resolved',
          (error: unknown) => String(error),
        ),
      ),
    );
  });
  expect(messages[0]).toContain('no.such');
  expect(messages[1]).toContain('token, ice-config, offer, call, connection');
  expect(messages[2]).toContain('colour');
  expect(messages[3]).toContain('limits.call');
  expect(messages[4]).toContain('offer');
  expect(messages[5]).toContain('scenarios');
  const report = await app.report();
  expect(report.run).toBe(1);
  expect(report.outcome).toBe('connected');
});

test('an override answers one request so, once', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  const first = await page.evaluate(() =>
    window.sessionDebugger.run({
      scenario: 'healthy',
      overrides: {
        call: {
          status: 418,
          headers: { 'x-request-id': 'tea-1' },
          body: { error: { message: 'teapot', type: 'x', param: null, code: null } },
        },
      },
    }),
  );
  expect(first.outcome).toBe('failed');
  expect(first.diagnosis?.code).toBe('status.unlisted');
  const error = first.log.find((entry) => entry.kind === 'rest-error');
  expect(error).toMatchObject({
    http: { status: 418, type: 'x', message: 'teapot' },
    correlationId: 'tea-1',
  });
  const second = await page.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy' }));
  expect(second.outcome).toBe('connected');
});

test('settings and limits reach the wire', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  const report = await page.evaluate(() =>
    window.sessionDebugger.run({
      scenario: 'healthy',
      settings: { voice: 'echo', temperature: 0.9, latency: 1 },
      limits: { call: 4000 },
    }),
  );
  const call = report.log.find((entry) => entry.kind === 'request' && entry.endpoint === 'calls');
  const body: unknown = JSON.parse(call?.kind === 'request' ? (call.body ?? '') : '');
  expect(body).toMatchObject({
    params: { voice: 'echo', temperature: 0.9, return_transcription: false, instructions: null },
  });
});

test('step() changes the request that it sends, and refuses what cannot be sent', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  const refusals = await page.evaluate(async () => {
    const { run, step } = window.sessionDebugger;
    const messageOf = (request: object) => step({ request }).catch((error: unknown) => String(error));
    const early = await messageOf({ body: '' });
    await run({ scenario: 'healthy', until: 'token' });
    return [early, await messageOf({ path: 'x' }), await messageOf({ cookies: 'all' })];
  });
  expect(refusals).toEqual([
    'Error: request: no request waits to be sent. Run until the step before it, then step().',
    'Error: request.path: A path begins with a slash.',
    'Error: request: there is no “cookies”. There are path, headers, body.',
  ]);
  const report = await page.evaluate(() =>
    window.sessionDebugger.step({ request: { path: '/v1/realtime/ice', headers: { 'x-app': 'demo' } } }),
  );
  expect(report.diagnosis?.code).toBe('not_found_error');
  expect(report.log.find((entry) => entry.kind === 'request' && entry.step === 'ice-config')).toMatchObject({
    url: 'https://api.orga-ai.test/v1/realtime/ice',
    headers: { Authorization: 'Bearer token#1', 'x-app': 'demo' },
    altered: ['path edited by the user', 'headers edited by the user'],
  });
});

test('waitFor() resolves once all that is named holds, and else says what it saw', async ({ app, page }) => {
  await app.open('?scenario=call.OrgaAIServerError.503&run=all');
  const report = await page.evaluate(() =>
    window.sessionDebugger.waitFor({ outcome: 'failed', code: 'OrgaAIServerError', kind: 'rest-error' }),
  );
  expect(report.failedStep).toBe('call');
  const message = await page.evaluate(() =>
    window.sessionDebugger.waitFor({ outcome: 'connected', timeout: 50 }).then(
      () => 'resolved',
      (error: unknown) => String(error),
    ),
  );
  expect(message).toContain('outcome failed, code OrgaAIServerError');
});

test('export() refuses a format, and a kind to keep, that there is not', async ({ app, page }) => {
  await app.open();
  const messages = await page.evaluate(() => {
    const { export: write } = window.sessionDebugger;
    const said = (error: unknown) => String(error);
    return Promise.all([
      write('pdf').catch(said),
      write('har').catch(said),
      window.sessionDebugger
        .run({ scenario: 'healthy' })
        .then(() => write('har', { keep: ['faces'] }).catch(said)),
    ]);
  });
  expect(messages[0]).toContain('no export format “pdf”');
  expect(messages[1]).toContain('nothing to export');
  expect(messages[2]).toContain('no “faces”');
});

test('export as NDJSON has one entry per line', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=all');
  const report = await app.settled();
  const text = await page.evaluate(() => window.sessionDebugger.export('ndjson'));
  const lines = text
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; level: string; summary: string });
  expect(lines.length).toBeGreaterThanOrEqual(report.log.length);
  expect(lines[0]).toMatchObject({ id: 'e1', kind: 'run-started' });
});
