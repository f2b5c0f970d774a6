import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';

const states = {
  empty: { query: '', outcome: 'idle' },
  running: { query: '?scenario=call.timeout_error.no-response&run=all&realtime=1', outcome: 'running' },
  failed: { query: '?scenario=call.invalid_ephemeral_token.used&run=all', outcome: 'failed' },
  connected: { query: '?scenario=healthy&run=all', outcome: 'connected' },
} as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, { query, outcome }] of Object.entries(states)) {
    test(`axe finds nothing: ${name}, ${colorScheme}`, async ({ app, page }) => {
      await page.emulateMedia({ colorScheme });
      await app.open(query);
      await expect(page.locator('html')).toHaveAttribute('data-outcome', outcome);
      expect(await violations(page)).toEqual([]);
    });
  }
}
