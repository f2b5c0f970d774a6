import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

/** Markup, a terminal's colours, a NUL, text that turns round, half of a character. */
const hostile = '<img src=x onerror=alert(1)>\u001b[31m\u0000\u202Etxt.exe\u2069\ud800';
const shown = '<img src=x onerror=alert(1)>␛[31m␀⟨U+202E⟩txt.exe⟨U+2069⟩⟨U+D800⟩';

/** What a person sees of the page must hold nothing that hides, wherever it stands; fields hold what was typed. */
function hidden(page: Page): Promise<string> {
  return page.evaluate(() => {
    const attributes = [...document.querySelectorAll('[title], [aria-label]')].map(
      (element) => `${element.getAttribute('title')} ${element.getAttribute('aria-label')}`,
    );
    const text = `${document.body.innerText}\n${attributes.join('\n')}`;
    return (
      /.{0,40}[\0\x1b\u202a-\u202e\u2066-\u2069\ud800-\udbff](?![\udc00-\udfff]).{0,20}/.exec(text)?.[0] ?? ''
    );
  });
}

test('what a server says is text everywhere: in the log, the verdict, the inspector, and cut with a way to all of it', async ({
  app,
  page,
  watched,
}) => {
  await app.open('?scenario=healthy');
  await page.evaluate(
    (text) =>
      window.sessionDebugger.run({
        scenario: 'healthy',
        overrides: {
          call: {
            status: 401,
            headers: { 'x-request-id': '<script>alert(1)</script>'.repeat(400) },
            body: {
              error: { type: `invalid_request_error`, message: text, code: text, param: text },
              more: `${text}${'0123456789'.repeat(5_000)}`,
            },
          },
        },
      }),
    hostile,
  );
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'failed');
  await expect(app.log.locator('[data-kind="rest-error"]')).toContainText(shown.slice(0, 60));
  await expect(app.verdict).toContainText(shown);
  expect(await hidden(page)).toBe('');

  await app.log.locator('[data-kind="rest-error"]').click();
  const inspector = page.locator('[data-panel="inspector"]');
  await expect(inspector).toContainText(shown);
  await inspector.getByRole('tab', { name: 'Response' }).click();
  await inspector.getByRole('button', { name: 'Raw' }).click();
  const body = inspector.getByRole('region', { name: 'Response body' });
  await expect(body).toContainText('<img src=x onerror=alert(1)>');
  const cut = (await body.innerText()).length;
  await body.getByRole('button', { name: /^Show all \(5\d,\d{3} characters\)$/ }).click();
  await expect.poll(async () => (await body.innerText()).length).toBeGreaterThan(cut + 40_000);
  await expect(inspector.getByRole('button', { name: /^Show all \(10,000 characters\)$/ })).toBeVisible();
  expect(await hidden(page)).toBe('');

  expect(await page.locator('img[src=x], script:not([src])').count()).toBe(0);
  expect(watched.pageErrors).toEqual([]);
  expect(await page.evaluate(() => window.observed.violations)).toEqual([]);
});
