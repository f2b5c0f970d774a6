import { expect, openLive, run, test } from './live.ts';

const cors = (origin: string | undefined) => ({ 'access-control-allow-origin': origin ?? '' });

test('a preflight that is refused is told from a reply without headers', async ({ page, serve, listen }) => {
  const origin = await listen((request, response) => {
    const { method, headers } = request;
    response
      .writeHead(method === 'OPTIONS' ? 405 : 200, method === 'OPTIONS' ? {} : cors(headers.origin))
      .end('{}');
  });
  await openLive(page, await serve(), { sessionEndpoint: `${origin}/api`, sessionHeaders: 'x-app: demo' });
  const report = await run(page);
  expect(report.diagnosis).toMatchObject({ code: 'network.cors', variant: 'preflight', actor: 'backend' });
  expect(report.diagnosis?.remedy).toContain('access-control-allow-headers: x-app');
});

test('a host that is not there is unreachable, and CORS is ruled out', async ({ page, serve }) => {
  await openLive(page, await serve(), { sessionEndpoint: 'http://127.0.0.1:9/api' });
  const report = await run(page);
  expect(report.diagnosis).toMatchObject({ code: 'network.unreachable', variant: 'no-response' });
  expect(report.diagnosis?.ruledOut.map(({ code }) => code)).toContain('network.cors');
  const probe = report.log.find((entry) => entry.kind === 'note' && entry.topic === 'probe');
  expect(probe).toMatchObject({ result: 'failed', online: true });
  await expect(page.getByRole('button', { name: 'Retry with backoff' })).toBeVisible();
});

test('a backend that nobody listens for is told by the relay with the reason', async ({ page, serve }) => {
  await openLive(page, await serve(['--backend', 'http://127.0.0.1:9/api']));
  const report = await run(page);
  expect(report.diagnosis?.code).toBe('network.unreachable');
  expect(report.diagnosis?.cause).toContain('ECONNREFUSED');
});

test('a browser that is offline is told so', async ({ page, context, serve, simulator }) => {
  await openLive(page, await serve(), { sessionEndpoint: simulator.sessionEndpoint, baseUrl: simulator.url });
  await page.evaluate(() => window.sessionDebugger.catalogue());
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const report = await run(page);
  expect(report.diagnosis?.code).toBe('network.offline');
});

test('plain http to another machine is not let out, and the relay is the remedy', async ({ page, serve }) => {
  await openLive(page, await serve(), { sessionEndpoint: 'http://192.0.2.1:3000/api' });
  const report = await run(page);
  expect(report.diagnosis).toMatchObject({ code: 'network.mixed-content', variant: 'policy' });
  expect(report.diagnosis?.remedy).toContain('npm start -- --backend http://192.0.2.1:3000/api');
});

test('a redirect to a login page is seen across origins, and through the relay', async ({
  page,
  context,
  serve,
  listen,
}) => {
  const origin = await listen((request, response) => {
    const headers = cors(request.headers.origin);
    if (request.url === '/login')
      response
        .writeHead(200, { ...headers, 'content-type': 'text/html' })
        .end('<form><input type="password"></form>');
    else response.writeHead(302, { ...headers, location: '/login' }).end();
  });
  await openLive(page, await serve(), { sessionEndpoint: `${origin}/api` });
  const direct = await run(page);
  expect(direct.diagnosis).toMatchObject({ code: 'backend.login-required', variant: 'redirected' });
  const second = await context.newPage();
  await openLive(second, await serve(['--backend', `${origin}/api`]));
  const relayed = await run(second);
  expect(relayed.diagnosis).toMatchObject({ code: 'backend.login-required', variant: 'redirected' });
});

test('a clock that is behind is noticed by a fresh token, and no more than advice', async ({
  page,
  serve,
  simulator,
}) => {
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() - 600_000;
  });
  await openLive(page, await serve(), { sessionEndpoint: simulator.sessionEndpoint, baseUrl: simulator.url });
  const report = await run(page);
  expect(report.outcome).toBe('connected');
  const skew = report.log.find((entry) => entry.kind === 'note' && entry.topic === 'clock-skew');
  expect(skew).toMatchObject({ level: 'warn', from: 'iat' });
  expect(skew?.summary).toMatch(/clock is (?:9 min 5\d s|10 min( \d s)?) behind/);
});

test('a retry counts down in sight, and Stop ends it', async ({ page, serve, listen }) => {
  let asked = 0;
  const origin = await listen((request, response) => {
    if (request.method === 'GET') asked += 1;
    response
      .writeHead(503, {
        ...cors(request.headers.origin),
        'retry-after': '30',
        'access-control-expose-headers': 'retry-after',
      })
      .end();
  });
  await openLive(page, await serve(), { sessionEndpoint: `${origin}/api`, retries: '3' });
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText(/Attempt 2 begins in (?:2\d(?:\.\d)?|30) s/);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'stopped');
  expect(asked).toBe(1);
});
