import { scenarios } from '../mocks/scenarios/index.ts';
import { connectionExpectations } from './connectionExpectations.ts';
import { expectations } from './expectations.ts';
import { expectedIn, reasonsIn, tagOf } from './firefoxExpectations.ts';
import { expect, test } from './fixtures.ts';
import { expectRoundTrip } from './recordings/roundTrip.ts';

test('every scenario has its expectation, typed by hand', () => {
  const all = [...expectations, ...connectionExpectations];
  expect(scenarios.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
});

for (const inChromium of expectations) {
  const { id } = inChromium;
  test(`${id} ends as expected`, tagOf(id), async ({ app, page, watched, browserName }) => {
    const expected = expectedIn(browserName, inChromium);
    await app.open(`?scenario=${id}&run=all`);
    const report = await app.settled();

    expect(report.outcome).toBe(expected.outcome);
    expect(report.scenario).toBe(id);
    expect(report.failedStep).toBe(expected.step);
    expect(report.diagnosis?.code).toBe(expected.code);
    expect(report.diagnosis?.variant).toBe(expected.variant);
    await expect(page.locator('html')).toHaveAttribute('data-outcome', expected.outcome);

    if (expected.step === undefined) {
      const created = report.log.some(
        (entry) => entry.kind === 'channel' && entry.messageType === 'session.created',
      );
      expect(created, 'session.created was received').toBe(true);
      expect(report.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'done']);
    } else {
      const failing = report.log.filter((entry) => 'failure' in entry).at(-1);
      expect(failing?.level).toBe(expected.level);
      const status = failing?.kind === 'rest-error' ? failing.http?.status : undefined;
      expect(status).toBe(expected.status);
      if (failing?.kind === 'connection-failure')
        expect(reasonsIn(browserName, expected)).toContain(failing.failure.reason);
      await expect(app.verdict).toHaveAttribute('data-code', expected.code ?? '');
      await expect(app.verdict).toHaveAttribute('data-variant', expected.variant ?? '');
      await expect(app.stepItem(expected.step)).toHaveAttribute('data-state', 'failed');
      for (const proof of report.diagnosis?.evidence ?? []) {
        expect(
          report.log.some((entry) => entry.id === proof),
          `evidence ${proof} is in the log`,
        ).toBe(true);
      }
      expect(report.diagnosis?.evidence.length).toBeGreaterThan(0);
    }

    await expectRoundTrip(page);
    const observed = await page.evaluate(() => window.observed);
    expect(observed.violations, 'policy violations').toEqual([]);
    expect(watched.leaving, 'requests that left the machine').toEqual([]);
    expect(watched.console, 'console').toEqual([]);
    expect(watched.pageErrors, 'uncaught errors').toEqual([]);

    const outputs = await page.evaluate(async () => ({
      dom: document.documentElement.outerHTML,
      fields: [...document.querySelectorAll('input, textarea')]
        .map((field) => (field as HTMLInputElement).value)
        .join('\n'),
      storage: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      url: location.href,
      report: JSON.stringify(window.sessionDebugger.report()),
      ndjson: await window.sessionDebugger.export('ndjson'),
    }));
    const secrets = [...watched.secrets, ...observed.icePasswords, 'CANARY', 'cafecafe', 'eyJhbGciOi'].filter(
      (secret) => secret !== 'undefined',
    );
    for (const [place, text] of Object.entries(outputs)) {
      for (const secret of secrets) {
        expect(text.includes(secret), `${secret.slice(0, 12)}… in ${place}`).toBe(false);
      }
    }
  });
}
