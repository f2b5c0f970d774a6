import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { har as validate } from 'har-validator';
import type { Recording } from '../../src/core/recording/recording.ts';
import { exportRecording } from '../../src/core/recording/write/exportRecording.ts';
import type { DebuggerPage } from '../DebuggerPage.ts';
import { expect, test } from '../fixtures.ts';

async function recordingOf(app: DebuggerPage, scenario: string): Promise<Recording> {
  await app.open(`?scenario=${scenario}&run=all`);
  const { log } = await app.settled();
  const [run] = log;
  if (run?.kind !== 'run-started') throw new Error('the log does not begin with its run');
  return {
    format: 'webrtc-session-recording',
    version: 1,
    product: '0.1.0',
    source: 'debugger',
    id: 'r-1',
    scenario,
    startedAt: run.wallClock,
    userAgent: run.userAgent,
    log,
  };
}

test('the report of a failed run opens from a file, shows the verdict and asks for nothing', async ({
  app,
  page,
  browser,
}, testInfo) => {
  const recording = await recordingOf(app, 'connection.sdp.setup.actpass');
  const title = await app.verdict.getByRole('heading', { level: 2 }).innerText();
  await validate(JSON.parse(exportRecording(recording, 'har')));

  const path = testInfo.outputPath('report.html');
  writeFileSync(path, exportRecording(recording, 'html'));
  const url = pathToFileURL(path).href;
  const context = await browser.newContext();
  const report = await context.newPage();
  const told: string[] = [];
  const asked: string[] = [];
  report.on('console', (message) => told.push(message.text()));
  report.on('pageerror', (error) => told.push(String(error)));
  report.on('request', (request) => asked.push(request.url()));
  await report.goto(url);
  await expect(report.getByRole('heading', { level: 1 })).toHaveText(title);

  const log = report.locator('#log');
  await log.getByLabel('Level').selectOption('errors');
  await expect(log.getByRole('status')).toHaveText(/^[1-9]\d* of \d+ rows$/);
  await expect(log.locator('li:visible').first()).toHaveAttribute('data-level', '3');
  await log.getByLabel('Text').fill('no such text');
  await expect(log.locator('li:visible')).toHaveCount(0);
  await report.locator('#verdict').getByRole('link').first().click();
  await expect(log.locator('li:target pre')).toBeVisible();
  await expect(log.getByLabel('Text')).toHaveValue('');

  for (const colorScheme of ['light', 'dark'] as const) {
    await report.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: report })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
  }
  expect(told).toEqual([]);
  expect(asked).toEqual([url]);
  await context.close();

  const bare = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const unscripted = await bare.newPage();
  await unscripted.goto(url);
  await expect(unscripted.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(unscripted.locator('#filter')).toBeHidden();
  await unscripted.locator('#log summary').first().click();
  await expect(unscripted.locator('#log pre').first()).toBeVisible();
  expect(await unscripted.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390);
  await bare.close();
  await page.close();
});
