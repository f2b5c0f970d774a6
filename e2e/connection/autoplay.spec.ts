import { expect, test } from '../fixtures.ts';
import { expectVerdict } from './realParts.ts';

// A trace looks into the page, and every look from outside counts as a touch.
test.use({ trace: 'off' });

/** Runs in the page before the app: says so once there is a verdict, so that nobody needs to look before. */
function sayWhenJudged(): void {
  new MutationObserver((_, observer) => {
    const { outcome } = document.documentElement.dataset;
    if (outcome !== 'connected' || document.querySelector('[data-code="play.blocked"]') === null) return;
    observer.disconnect();
    console.debug('judged');
  }).observe(document, { attributes: true, childList: true, subtree: true });
}

test('sound that begins before anybody touched the page is refused, and explained', async ({ page }) => {
  await page.addInitScript(sayWhenJudged);
  const judged = page.waitForEvent('console', (message) => message.text() === 'judged');
  await page.goto('./?scenario=healthy.sound&run=all');
  await judged;
  const report = await page.evaluate(() => window.sessionDebugger.report());
  expect(report.outcome).toBe('connected');
  expectVerdict(report, 'play.blocked', 'autoplay');
  expect(report.log.filter((entry) => entry.kind === 'media')).toMatchObject([
    { device: 'playback', event: 'blocked', error: { name: 'NotAllowedError' } },
  ]);
});
