import { connectionExpectations } from '../connectionExpectations.ts';
import { expectedIn, notInFirefox, reasonsIn, tagOf } from '../firefoxExpectations.ts';
import { expect, test } from '../fixtures.ts';
import { expectRoundTrip } from '../recordings/roundTrip.ts';
import { adviceOf, connectionFailureOf, expectVerdict } from './realParts.ts';

// A report of the burst is tens of megabytes: hostile.spec.ts looks at it inside the page.
for (const inChromium of connectionExpectations.filter(({ id }) => id !== 'healthy.burst')) {
  const { id } = inChromium;
  test(`${id} ends as expected`, tagOf(id), async ({ app, context, page, watched, browserName }) => {
    test.skip(browserName === 'firefox' && id in notInFirefox, notInFirefox[id]);
    const expected = expectedIn(browserName, inChromium);
    if (id === 'healthy.microphone') await context.grantPermissions(['microphone']);
    await app.open(`?scenario=${id}`);
    // Sound may only be played, and measured, on a page that somebody has touched.
    await page.getByRole('heading', { level: 1 }).click();
    const ended = await page.evaluate((asked) => window.sessionDebugger.run({ scenario: asked }), id);
    expect(ended.outcome).toBe(expected.outcome);
    expect(ended.failedStep).toBe(expected.step);
    if (expected.outcome === 'failed')
      expect(reasonsIn(browserName, expected)).toContain(connectionFailureOf(ended)?.reason);

    const { code, variant } = expected;
    if (code !== undefined && variant !== undefined) {
      // A session that is up shows only later that nobody is heard.
      const report = await page.evaluate(
        (wanted) => window.sessionDebugger.waitFor({ code: wanted, timeout: 40_000 }),
        code,
      );
      expect(report.outcome).toBe(expected.outcome);
      expectVerdict(report, code, variant);
      await expect(app.verdict).toHaveAttribute('data-code', code);
      await expect(app.verdict).toHaveAttribute('data-variant', variant);
    } else {
      const report = await app.report();
      expect(report.diagnosis).toBe(undefined);
      if (expected.advice !== undefined) expect(adviceOf(report)).toContain(expected.advice);
    }

    await expectRoundTrip(page);
    const observed = await page.evaluate(() => window.observed);
    expect(observed.violations, 'policy violations').toEqual([]);
    expect(watched.leaving, 'requests that left the machine').toEqual([]);
    expect(watched.console, 'console').toEqual([]);
    expect(watched.pageErrors, 'uncaught errors').toEqual([]);
  });
}
