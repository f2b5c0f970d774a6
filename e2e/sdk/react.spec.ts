import type { Page } from '@playwright/test';
import { scenarios } from '../../mocks/scenarios/index.ts';
import type { ClientOutcome } from '../../src/core/sdk/clientSdk.ts';
import { serveHarness } from './harnessServer.ts';
import { test as base, expect } from './promised.ts';

const test = base.extend<{}, { readonly harnessUrl: string }>({
  harnessUrl: [
    async ({ simulator: _ }, use) => {
      const harness = await serveHarness();
      await use(harness.url);
      harness.close();
    },
    { scope: 'worker' },
  ],
});

/** Everything that a page meets: its own backend, the call, the connection. */
const met = scenarios.filter(
  ({ route, expect: { outcome, step } }) => outcome === 'failed' && route !== 'rest' && step !== undefined,
);

/** An ICE that finds nothing gives up after some 15 s, a far end that is gone is missed after some 8 s. */
const waiting = { timeout: 40_000 };

for (const { id } of met) {
  test.describe(id, () => {
    test.use({ scenario: id });

    test('@orga-ai/react does what was promised', async ({ page, harnessUrl, simulated, promised }) => {
      test.slow();
      const promise = (await promised(id))?.client.published;
      await page.goto(`${harnessUrl}?session=${encodeURIComponent(simulated.sessionEndpoint)}`);
      await page.waitForFunction(() => window.startSession !== undefined);
      await page.evaluate(() => window.startSession());
      await compare(page, promise);
    });
  });
}

test('a session that is well reaches an open channel and session.created', async ({
  page,
  harnessUrl,
  simulated,
}) => {
  await page.goto(`${harnessUrl}?session=${encodeURIComponent(simulated.sessionEndpoint)}`);
  await page.waitForFunction(() => window.startSession !== undefined);
  await page.evaluate(() => window.startSession());
  await page.waitForFunction(() => window.sdk.messages.length > 0);
  expect(await page.evaluate(() => window.sdk)).toEqual({
    states: ['closed', 'connecting', 'connected'],
    errors: [],
    messages: ['session.created'],
    settled: 'resolved',
  });
});

async function compare(page: Page, promise: ClientOutcome | undefined): Promise<void> {
  const observed = (): Promise<Window['sdk']> => page.evaluate(() => window.sdk);
  switch (promise?.kind) {
    case 'rejects': {
      await page.waitForFunction(() => window.sdk.settled !== undefined, undefined, waiting);
      await expect.poll(async () => (await observed()).states).toEqual(['closed', ...promise.states]);
      const { settled, errors } = await observed();
      expect(settled).toEqual(promise.rejection);
      const { times, name, message } = promise.onError;
      expect(errors).toEqual(Array.from({ length: times }, () => ({ name, message })));
      return;
    }
    case 'resolves':
      await page.waitForFunction(() => window.sdk.settled !== undefined, undefined, waiting);
      await expect
        .poll(async () => (await observed()).states, waiting)
        .toEqual(['closed', ...promise.states]);
      expect(await observed()).toMatchObject({ settled: 'resolved', errors: [] });
      return;
    case 'pending':
      await page.waitForTimeout(3000);
      expect(await observed()).toEqual({ states: ['closed', ...promise.states], errors: [], messages: [] });
      return;
    case 'not-observed':
    case undefined:
      throw new Error('“Your SDK shows” promises nothing that could be looked at.');
  }
}
