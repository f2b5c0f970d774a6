import { expect, test } from '../fixtures.ts';

// A name of this machine that is not localhost: the page is then no secure context.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP debugger.test 127.0.0.1'];
    await use({ ...launchOptions, args });
  },
});

test('a page that is not secure says what it lacks', async ({ page, baseURL }) => {
  const url = new URL(baseURL ?? '');
  url.hostname = 'debugger.test';
  await page.goto(`${url.href}?scenario=healthy&run=all`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect(page.getByText(/https/).first()).toBeVisible();
});
