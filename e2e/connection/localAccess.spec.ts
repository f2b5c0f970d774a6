import { expect, test } from '../fixtures.ts';
import { connectionFailureOf, expectVerdict } from './realParts.ts';

// To this browser the app is a page from the internet, and it asks WebRTC for the permission too.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [
      ...(launchOptions.args ?? []),
      '--enable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebRTC',
      `--ip-address-space-overrides=127.0.0.1:${process.env['E2E_PORT']}=public`,
    ];
    await use({ ...launchOptions, args });
  },
});

/** Runs in the page before the app: the address in the scenario’s answer, which leads nowhere, becomes this machine’s. */
function answerFromHere(): void {
  const real = window.fetch.bind(window);
  window.fetch = async (...request) => {
    const reply = await real(...request);
    const { status, headers } = reply;
    if (!headers.get('content-type')?.includes('json')) return reply;
    return new Response((await reply.text()).replaceAll('203.0.113.1', '127.0.0.1'), { status, headers });
  };
}

test('a page without leave for the local network never tries the answer’s local addresses', async ({
  app,
  context,
  page,
}) => {
  const scenario = 'connection.ice.unreachable.no-answer';
  await page.addInitScript(answerFromHere);
  await app.open(`?scenario=${scenario}`);
  const run = () => page.evaluate((id) => window.sessionDebugger.run({ scenario: id }), scenario);
  const report = await run();
  expectVerdict(report, 'ice.lna', 'refused');
  expect(report.diagnosis?.certainty).toBe('proved');
  expect(report.failedStep).toBe('connection');
  expect(connectionFailureOf(report)).toMatchObject({ reason: 'timeout', waitingFor: 'ice' });
  const tried = report.log.filter((entry) => entry.kind === 'statistics' && entry.pairs.length > 0);
  expect(tried, 'candidate pairs').toEqual([]);

  // With it they are tried: it was the permission, and nothing else.
  await context.grantPermissions(['local-network-access']);
  expectVerdict(await run(), 'ice.unreachable', 'no-answer');
});
