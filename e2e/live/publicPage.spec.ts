import { get } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from '@playwright/test';
import { createCertificate } from '../../mocks/node/certificate.ts';
import type { Report } from '../../src/core/session/report.ts';
import { expect, test as live } from './live.ts';

const publicName = 'debugger.example';

interface OnTheInternet {
  /** of the app, by https and under a name; to Chromium it is at an address of the internet */
  readonly url: string;
  readonly context: BrowserContext;
}

const test = live.extend<{}, { readonly internet: OnTheInternet }>({
  internet: [
    async ({ playwright, launchOptions }, use) => {
      const { key, cert, spki } = createCertificate([publicName], Date.now());
      const server = createServer({ key, cert }, (request, response) => {
        get(`http://127.0.0.1:${process.env['E2E_PORT']}${request.url}`, (file) => {
          response.writeHead(file.statusCode ?? 502, file.headers);
          file.pipe(response);
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        args: [
          ...(launchOptions.args ?? []),
          '--host-resolver-rules=MAP *.example 127.0.0.1',
          `--ignore-certificate-errors-spki-list=${spki}`,
          // Else it is on loopback as everything here is, and loopback may talk to itself.
          `--ip-address-space-overrides=127.0.0.1:${port}=public`,
        ],
      });
      await use({ url: `https://${publicName}:${port}/debugger/`, context: await browser.newContext() });
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
});

// One browser for all.
test.describe.configure({ mode: 'default' });

async function runWith(
  { url, context }: OnTheInternet,
  settings: Readonly<Record<string, string>>,
): Promise<Report> {
  const page = await context.newPage();
  await page.goto(`${url}?${new URLSearchParams({ target: 'live', ...settings })}`);
  await page.waitForFunction(() => window.sessionDebugger !== undefined);
  const report: Report = await page.evaluate(() => window.sessionDebugger.run());
  await page.close();
  return report;
}

/** The entries that prove the verdict, in its order. */
function proofOf({ diagnosis, log }: Report): readonly string[] {
  return (diagnosis?.evidence ?? []).map((id) => {
    const entry = log.find((each) => each.id === id);
    return entry?.kind === 'note' ? `note ${entry.topic}: ${entry.summary}` : (entry?.kind ?? 'nothing');
  });
}

test('from an https page plain http to another machine is mixed content: nothing is sent', async ({
  internet,
  listen,
}) => {
  const arrived: (string | undefined)[] = [];
  const origin = await listen((request, response) => {
    arrived.push(request.url);
    response.setHeader('access-control-allow-origin', '*').end('{}');
  });
  const sessionEndpoint = `${origin.replace('127.0.0.1', 'backend.example')}/api`;
  const report = await runWith(internet, { sessionEndpoint });
  expect(report.diagnosis).toMatchObject({
    code: 'network.mixed-content',
    variant: 'blocked',
    actor: 'browser',
    certainty: 'proved',
  });
  expect(report.diagnosis?.cause).toContain(`${sessionEndpoint} is plain http: mixed content`);
  expect(report.diagnosis?.remedy).toContain(`npm start -- --backend ${sessionEndpoint}`);
  expect(proofOf(report)).toEqual(['request', expect.stringContaining('note probe: '), 'rest-error']);

  // What the verdict says of the browser is so without the debugger's own policy as well.
  const bare = await internet.context.newPage();
  const said = bare.waitForEvent('console', (message) => message.text().includes('Mixed Content'));
  await bare.goto(new URL('/none', internet.url).href);
  const outcome = bare.evaluate(
    (url) => fetch(url).catch((error: unknown) => String(error)),
    sessionEndpoint,
  );
  expect(await outcome).toContain('TypeError');
  expect((await said).text()).toContain(sessionEndpoint);
  await bare.close();
  expect(arrived).toEqual([]);
});

test('a public page that may not reach this machine is told so, and one that may gets there', async ({
  internet,
  listen,
}) => {
  const arrived: (string | undefined)[] = [];
  const origin = await listen((request, response) => {
    arrived.push(request.url);
    response.writeHead(418, { 'access-control-allow-origin': '*' }).end('short and stout');
  });
  const settings = { sessionEndpoint: `${origin}/api` };
  const refused = await runWith(internet, settings);
  expect(refused.diagnosis).toMatchObject({
    code: 'network.local-access',
    variant: 'refused',
    actor: 'browser',
    certainty: 'proved',
    ruledOut: [{ code: 'network.cors' }],
  });
  expect(refused.diagnosis?.cause).toContain(
    `This page comes from ${new URL(internet.url).host}, and ${new URL(origin).host} is this machine`,
  );
  expect(refused.diagnosis?.remedy).toContain('allow “Local network access”');
  expect(proofOf(refused)).toEqual([
    'request',
    'note probe: Second look at /api: no answer either, local network access: denied',
    'rest-error',
  ]);
  expect(arrived).toEqual([]);

  await internet.context.grantPermissions(['local-network-access']);
  const allowed = await runWith(internet, settings);
  expect(allowed.diagnosis).toMatchObject({ code: 'backend.error-hidden' });
  expect(arrived).toEqual(['/api']);
});

test('a certificate that the browser does not trust is told from CORS, and named', async ({
  internet,
  simulator,
}) => {
  const tls = simulator.tlsUrl.replace('127.0.0.1', 'backend.example');
  const report = await runWith(internet, { sessionEndpoint: `${tls}/api/orga-client-secrets` });
  expect(report.diagnosis).toMatchObject({ code: 'network.unreachable', variant: 'no-response' });
  expect(report.diagnosis?.cause).toContain('or its certificate is not trusted');
  expect(report.diagnosis?.ruledOut.map(({ code }) => code)).toContain('network.cors');
  expect(simulator.sessions()).toBe(0);
});
