import { request as nodeRequest } from 'node:http';
import { simulatedApiKey } from '../../mocks/origins.ts';
import { expect, openLive, run, test } from './live.ts';

async function mintToken(baseUrl: string): Promise<string> {
  const response = await fetch(`${baseUrl}/v1/realtime/client-secrets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${simulatedApiKey}`, 'content-type': 'application/json' },
  });
  return ((await response.json()) as { ephemeral_token: string }).ephemeral_token;
}

test('my backend, across origins: connected, with no worker and no simulation code', {
  tag: '@firefox',
}, async ({ page, serve, simulator, traffic }) => {
  await openLive(page, await serve(), {
    sessionEndpoint: simulator.sessionEndpoint,
    baseUrl: simulator.url,
  });
  await expect(page).toHaveTitle(/^Live/);
  await expect(page.locator('[data-part="live-bar"]')).toContainText(
    `Live with your backend: ${new URL(simulator.url).host}`,
  );
  const report = await run(page);
  expect(report).toMatchObject({ outcome: 'connected', target: 'live', route: 'backend' });
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(traffic.requests.map((each) => each.url()).filter((url) => /mock|simulat|msw/i.test(url))).toEqual(
    [],
  );
});

test('an API key through this machine: connected, and the key is in no traffic of the page', async ({
  page,
  serve,
  simulator,
  traffic,
}) => {
  const served = await serve(['--upstream', simulator.url], { ORGA_API_KEY: simulatedApiKey });
  await openLive(page, served);
  await expect(page.locator('[data-part="live-bar"]')).toContainText(
    'with an API key, through the relay on this machine',
  );
  const report = await run(page);
  expect(report).toMatchObject({ outcome: 'connected', route: 'rest' });
  const requests = report.log.flatMap((entry) => (entry.kind === 'request' ? [entry] : []));
  expect(requests.map(({ url, via }) => [new URL(url).pathname, via])).toEqual([
    ['/v1/realtime/client-secrets', 'relay'],
    ['/v1/realtime/ice-config', 'relay'],
    ['/v1/realtime/calls', 'relay'],
  ]);
  expect(requests[0]?.credential).toEqual({ kind: 'api-key', name: 'api-key#0' });
  const all = await traffic.text();
  expect(all).toContain('ephemeral_token');
  expect(all).not.toContain(simulatedApiKey);
  expect(served.output()).not.toContain(simulatedApiKey);
  expect(JSON.stringify(report)).not.toMatch(/eyJ\w{10}/);
});

test('a key that the service refuses is diagnosed through the relay as anywhere', async ({
  page,
  serve,
  simulator,
}) => {
  simulator.use('token.invalid_request_error.wrong-key');
  await openLive(page, await serve(['--upstream', simulator.url], { ORGA_API_KEY: simulatedApiKey }));
  const report = await run(page);
  expect(report.diagnosis).toMatchObject({ code: 'invalid_request_error', variant: 'wrong-key' });
});

for (const relayed of [false, true]) {
  test(`I have a token, ${relayed ? 'through the relay' : 'across origins'}: connected`, async ({
    page,
    serve,
    simulator,
  }) => {
    const token = await mintToken(simulator.url);
    await openLive(page, await serve(['--upstream', simulator.url]));
    await page.getByRole('button', { name: 'Setup', exact: true }).click();
    await page.getByLabel('What you have').selectOption('I have a token');
    await page.getByLabel('Ephemeral token').fill(token);
    if (relayed) await page.getByLabel('Through the relay on this machine').check();
    const report = await run(page);
    expect(report.outcome).toBe('connected');
    const sent = report.log.flatMap((entry) => (entry.kind === 'request' ? [entry] : []));
    expect(sent.map(({ endpoint, via }) => [endpoint, via])).toEqual([
      ['ice-config', relayed ? 'relay' : undefined],
      ['calls', relayed ? 'relay' : undefined],
    ]);
    const kept = await page.evaluate(() => JSON.stringify(localStorage) + location.href);
    expect(kept).not.toContain(token.slice(-20));
  });
}

test('a token alone, without ICE config: the offer goes out with host candidates', async ({
  page,
  serve,
  simulator,
}) => {
  const token = await mintToken(simulator.url);
  await openLive(page, await serve(['--upstream', simulator.url]), {
    route: 'rest',
    restWith: 'token',
    fetchIceConfig: '0',
  });
  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  await page.getByLabel('Ephemeral token').fill(token);
  const report = await run(page);
  expect(report.outcome).toBe('connected');
  expect(report.log.filter(({ kind }) => kind === 'request')).toHaveLength(1);
});

test('a backend that wants a cookie and sends no CORS headers: refused with the command, which then connects', async ({
  page,
  context,
  serve,
  simulator,
  listen,
}) => {
  const origin = await listen((request, response) => {
    if (request.headers.cookie !== 'sid=mine' || request.headers['x-app'] !== 'demo') {
      response.writeHead(401).end('{"error":"not logged in"}');
      return;
    }
    nodeRequest(simulator.sessionEndpoint, (answer) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      answer.pipe(response);
    }).end();
  });
  const endpoint = `${origin}/api/session`;
  await openLive(page, await serve(), { sessionEndpoint: endpoint, baseUrl: simulator.url });
  const refused = await run(page);
  expect(refused.diagnosis).toMatchObject({
    code: 'network.cors',
    variant: 'no-headers',
    certainty: 'proved',
  });
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(
    `npm start -- --backend ${endpoint}`,
  );

  const relay = ['--backend', endpoint, '--backend-header', 'cookie: sid=mine', '--upstream', simulator.url];
  const second = await context.newPage();
  await openLive(second, await serve(relay), { sessionHeaders: 'x-app: demo' });
  const report = await run(second);
  expect(report).toMatchObject({ outcome: 'connected', route: 'backend' });
  expect(JSON.stringify(report)).not.toContain('sid=mine');
});

test('a backend gets the method, headers and body that it wants, and secret headers are in no log', async ({
  page,
  serve,
  listen,
}) => {
  const seen: unknown[] = [];
  const origin = await listen((request, response) => {
    const cors = {
      'access-control-allow-origin': request.headers.origin ?? '',
      'access-control-allow-headers': 'x-app, authorization, content-type',
    };
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const { method, headers } = request;
      if (method === 'POST')
        seen.push([headers['x-app'], headers.authorization, headers['content-type'], body]);
      response.writeHead(method === 'OPTIONS' ? 204 : 401, cors).end();
    });
  });
  await openLive(page, await serve(), {
    sessionEndpoint: `${origin}/api`,
    sessionMethod: 'POST',
    sessionHeaders: 'x-app: demo',
    sessionBody: '{"room":7}',
  });
  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  await page.getByLabel('Secret headers').fill('authorization: Bearer canary-of-the-backend-1');
  const report = await run(page);
  expect(seen).toEqual([['demo', 'Bearer canary-of-the-backend-1', 'application/json', '{"room":7}']]);
  expect(report.diagnosis?.code).toBe('backend.login-required');
  const kept = await page.evaluate(() => JSON.stringify(localStorage) + location.href);
  expect(kept + JSON.stringify(report)).not.toContain('canary-of-the-backend');
});

test('settings are remembered for the next visit, secrets are not', async ({ page, serve, simulator }) => {
  const served = await serve();
  await openLive(page, served, { sessionEndpoint: simulator.sessionEndpoint, sessionMethod: 'POST' });
  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  await page.getByLabel('Secret headers').fill('authorization: Bearer canary-of-the-backend-2');
  await page.goto(`${served.url}?target=live`);
  await page.getByRole('button', { name: 'Setup', exact: true }).click();
  await expect(page.getByLabel('Session endpoint')).toHaveValue(simulator.sessionEndpoint);
  await expect(page.getByLabel('Method')).toHaveValue('POST');
  await expect(page.getByLabel('Secret headers')).toHaveValue('');
});
