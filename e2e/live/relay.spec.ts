import { simulatedApiKey } from '../../mocks/origins.ts';
import { expect, openLive, test } from './live.ts';

const html = { 'content-type': 'text/html' };

test('a page of another origin gets 403, and nothing reaches the upstream', async ({
  page,
  serve,
  listen,
}) => {
  const reached: string[] = [];
  const upstream = await listen((request, response) => {
    reached.push(request.url ?? '');
    response.end('{}');
  });
  const served = await serve(['--upstream', upstream, '--backend', `${upstream}/api`], {
    ORGA_API_KEY: simulatedApiKey,
  });
  const foreign = await listen((_, response) => response.writeHead(200, html).end('<p>foreign'));
  await page.goto(foreign);
  const read = await page.evaluate(async (relay) => {
    const outcomes: string[] = [];
    const tries: [string, RequestInit][] = [
      ['', {}],
      ['', { mode: 'no-cors' }],
      ['/v1/realtime/client-secrets', { method: 'POST', mode: 'no-cors' }],
      ['/v1/realtime/client-secrets', { method: 'POST', headers: { 'x-relay-secret': 'a'.repeat(43) } }],
      ['/session', { mode: 'no-cors', credentials: 'include' }],
    ];
    for (const [path, options] of tries) {
      const outcome = await fetch(`${relay}${path}`, options).then(
        (response) => response.text(),
        () => 'hidden',
      );
      outcomes.push(outcome);
    }
    return outcomes;
  }, `${served.url}__relay`);
  expect(read.filter((text) => text !== 'hidden' && text !== '')).toEqual([]);
  // What the browser hid from the page.
  const seen = await page.request.get(`${served.url}__relay`, {
    headers: { origin: foreign, 'sec-fetch-site': 'cross-site' },
  });
  expect(seen.status()).toBe(403);
  expect(reached).toEqual([]);
});

test('a page whose name was rebound to this machine gets 403, and nothing reaches the upstream', async ({
  page,
  serve,
  listen,
}) => {
  const reached: string[] = [];
  const upstream = await listen((request, response) => {
    reached.push(request.url ?? '');
    response.end('{}');
  });
  const served = await serve(['--upstream', upstream], { ORGA_API_KEY: simulatedApiKey });
  // Chromium takes every name below localhost to this machine, as a rebound name would.
  const rebound = served.url.replace('127.0.0.1', 'evil.localhost');
  await page.goto(`${rebound}favicon.svg`);
  const statuses = await page.evaluate(async (relay) => {
    const facts = await fetch(relay);
    const call = await fetch(`${relay}/v1/realtime/client-secrets`, {
      method: 'POST',
      headers: { 'x-relay-secret': 'a'.repeat(43) },
    });
    return [facts.status, (await facts.text()).includes('secret'), call.status];
  }, `${rebound}__relay`);
  expect([statuses[0], statuses[2]]).toEqual([403, 403]);
  expect(reached).toEqual([]);
});

test('the relay that was restarted under an open page is found again', async ({ page, serve, simulator }) => {
  const relay = ['--upstream', simulator.url];
  const key = { ORGA_API_KEY: simulatedApiKey };
  const served = await serve(relay, key);
  await openLive(page, served);
  const before = await page.evaluate(() => window.sessionDebugger.run({ until: 'token' }));
  expect(before.steps[0]?.state).toBe('done');
  await served.stop();
  await serve([...relay, '--port', new URL(served.url).port], key);
  const after = await page.evaluate(() => window.sessionDebugger.run({ until: 'token' }));
  expect(after.steps[0]?.state).toBe('done');
});

test('a port in use is one clear line and exit code 1', async ({ serve, listen }) => {
  const taken = new URL(await listen((_, response) => response.end())).port;
  await expect(serve(['--port', taken])).rejects.toThrow(
    `exit 1: Port ${taken} is taken: name another with --port, or none.`,
  );
});

for (const [args, line] of [
  [['--backend', 'localhost:3000'], '--backend localhost: is not a scheme for requests'],
  [['--backend', 'http://me:pw@localhost:3000/'], '--backend carries a user name or password'],
  [['--upstream', 'http://api.example'], 'would send the key in clear'],
  [['--host', '0.0.0.0', '--backend', 'http://localhost:3000/'], 'would open the relay to the network'],
  [['--nonsense'], "Unknown option '--nonsense'"],
] as const) {
  test(`${args.join(' ')} is refused with one clear line`, async ({ serve }) => {
    await expect(serve(args)).rejects.toThrow(line);
  });
}
