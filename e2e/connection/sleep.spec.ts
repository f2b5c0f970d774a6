import { expect, test } from '../fixtures.ts';
import { connectionFailureOf, expectVerdict } from './realParts.ts';

/** Longer than what is taken for a sleep: 3 s beside the second in which the clocks are compared, ms. */
const asleep = 5000;

test('a machine that sleeps while it connects is told by its clocks, not by the limit that passed @long', async ({
  app,
  browser,
  page,
}) => {
  test.skip(process.platform === 'win32', 'Nothing stops a process there.');
  await app.open('?scenario=connection.app.no-session.silent');
  // As far as a page can tell its machine sleeps: no timer of it fires, no packet of it is read, the clock goes on.
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => renderers.forEach(({ id }) => process.kill(id, name));
  const run = page.evaluate(() =>
    window.sessionDebugger.run({
      scenario: 'connection.app.no-session.silent',
      limits: { connection: 4000 },
    }),
  );
  await page.evaluate(() => window.sessionDebugger.waitFor({ kind: 'channel', timeout: 20_000 }));
  signal('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, asleep));
  signal('SIGCONT');
  const report = await run;
  expectVerdict(report, 'clock.sleep', 'suspended');
  expect(report.failedStep).toBe('connection');
  expect(connectionFailureOf(report)).toMatchObject({ reason: 'timeout', waitingFor: 'session.created' });
  const slept = report.log.find((entry) => entry.kind === 'sleep');
  expect(slept?.kind === 'sleep' && slept.late).toBeGreaterThan(3000);
  expect(report.diagnosis?.evidence).toContain(slept?.id);
  expect(report.diagnosis?.ruledOut.map(({ code }) => code)).toContain('timeout_error');
});
