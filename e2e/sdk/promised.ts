import type { Page } from '@playwright/test';
import { expect, test as simulated } from '../../mocks/node/playwright.ts';
import { type SdkView, sdkView } from '../../src/core/sdk/sdkView.ts';
import type { LogEntry } from '../../src/core/session/log.ts';
import type { Report } from '../../src/core/session/report.ts';

/** What the app's “Your SDK shows” says for a scenario, from a run of its own in a page that is open all the time. */
export type Promised = (scenario: string) => Promise<SdkView | undefined>;

export const test = simulated.extend<{}, { readonly debuggerPage: Page; readonly promised: Promised }>({
  debuggerPage: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${process.env['E2E_PORT']}/debugger/`);
      await page.waitForFunction(() => window.sessionDebugger !== undefined);
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  promised: [
    async ({ debuggerPage }, use) => {
      await use(async (scenario) => {
        const report: Report = await debuggerPage.evaluate(
          (id) => window.sessionDebugger.run({ scenario: id }),
          scenario,
        );
        return sdkView(report.log satisfies readonly LogEntry[]);
      });
    },
    { scope: 'worker' },
  ],
});

export { expect };
