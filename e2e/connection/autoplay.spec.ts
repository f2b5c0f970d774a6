import { expect, test } from '../fixtures.ts';
import { expectVerdict } from './realParts.ts';

// A trace looks into the page, and every look from outside counts as a touch.
test.use({ trace: 'off' });

test('sound that begins before anybody touched the page is refused, and explained', async ({ page }) => {
  await page.goto('./?scenario=healthy.sound&run=all');
  // So nobody looks until it is over.
  await page.waitForTimeout(6000);
  const report = await page.evaluate(() => window.sessionDebugger.report());
  expect(report.outcome).toBe('connected');
  expectVerdict(report, 'play.blocked', 'autoplay');
  expect(report.log.filter((entry) => entry.kind === 'media')).toMatchObject([
    { device: 'playback', event: 'blocked', error: { name: 'NotAllowedError' } },
  ]);
});
