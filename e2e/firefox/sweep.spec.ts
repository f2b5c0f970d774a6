import type { Browser } from '@playwright/test';
import { adviceOf, connectionFailureOf, expectVerdict } from '../connection/realParts.ts';
import { type ConnectionExpectation, connectionExpectations } from '../connectionExpectations.ts';
import { DebuggerPage } from '../DebuggerPage.ts';
import { expectations } from '../expectations.ts';
import { expectedIn, notInFirefox, reasonsIn } from '../firefoxExpectations.ts';
import { expect, test } from '../fixtures.ts';

/** Mostly they wait for ICE, so that several share a processor. */
const pagesAtOnce = 5;

/** Each has a worker of the runner's for itself. */
const parts = 2;

const playable = [...expectations, ...connectionExpectations].filter(({ id }) => !(id in notInFirefox));

for (let part = 0; part < parts; part += 1) {
  test(`every scenario ends in Firefox as expected, part ${part + 1} of ${parts}`, {
    tag: '@firefox',
  }, async ({ browser, browserName }) => {
    test.setTimeout(300_000);
    const waiting = playable
      .filter((_, index) => index % parts === part)
      .map((each) => expectedIn(browserName, each));
    await Promise.all(Array.from({ length: pagesAtOnce }, () => playOneByOne(browser, waiting)));
    expect(waiting).toEqual([]);
  });
}

/** One after the other in one page, as in somebody's long day: nothing of a run may reach into the next. */
async function playOneByOne(browser: Browser, waiting: ConnectionExpectation[]): Promise<void> {
  const page = await browser.newPage();
  const app = new DebuggerPage(page);
  await app.open();
  // Sound may only be played, and measured, on a page that somebody has touched.
  await page.getByRole('heading', { level: 1 }).click();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const expected = next;
    await test.step(expected.id, () => play(app, expected));
  }
  await page.close();
}

async function play({ page }: DebuggerPage, expected: ConnectionExpectation): Promise<void> {
  const { advice, code, id, outcome, variant } = expected;
  const ended = await page.evaluate((scenario) => window.sessionDebugger.run({ scenario }), id);
  const story = JSON.stringify(ended.log.slice(-8), undefined, 1);
  expect(`${ended.outcome} ${ended.failedStep}`, `${id}: ${story}`).toBe(`${outcome} ${expected.step}`);
  if (outcome === 'failed') {
    const failing = ended.log.findLast((entry) => entry.kind === 'rest-error');
    expect(failing?.http?.status, id).toBe(expected.status);
    const reason = connectionFailureOf(ended)?.reason;
    if (reason !== undefined) expect(reasonsIn('firefox', expected), id).toContain(reason);
  }
  if (code === undefined || variant === undefined) {
    expect(ended.diagnosis, id).toBe(undefined);
    if (advice !== undefined) expect(adviceOf(ended), id).toContain(advice);
    return;
  }
  // A session that is up shows only later that nobody is heard.
  const report = await page.evaluate(
    (wanted) => window.sessionDebugger.waitFor({ code: wanted, timeout: 40_000 }),
    code,
  );
  expectVerdict(report, code, variant);
}
