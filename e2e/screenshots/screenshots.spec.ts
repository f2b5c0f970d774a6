import { fileURLToPath } from 'node:url';
import type { DebuggerPage } from '../DebuggerPage.ts';
import { expect, test } from '../fixtures.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

interface Shot {
  readonly name: string;
  readonly query: string;
  readonly outcome: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** The pictures of the README and of the documentation: `npm run screenshots` makes them anew. */
const shots: readonly Shot[] = [
  {
    name: 'failed',
    query: '?scenario=call.invalid_ephemeral_token.used&run=all',
    outcome: 'failed',
    colorScheme: 'light',
  },
  { name: 'connected', query: '?scenario=healthy&run=all', outcome: 'connected', colorScheme: 'dark' },
  { name: 'first-visit', query: '', outcome: 'idle', colorScheme: 'light' },
  {
    name: 'phone',
    query: '?scenario=token.OrgaAIAuthenticationError.403.backend&run=all',
    outcome: 'failed',
    colorScheme: 'dark',
    width: 390,
    height: 844,
  },
];

async function isSteady(app: DebuggerPage): Promise<void> {
  await app.page.evaluate(() => window.sessionDebugger.catalogue());
  await app.page.evaluate(() => document.fonts.ready);
  await expect(app.page.getByText('Loading')).toHaveCount(0);
}

for (const { name, query, outcome, colorScheme, width = 1440, height = 900 } of shots) {
  test(`${name}.png`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await app.open(query);
    await expect(page.locator('html')).toHaveAttribute('data-outcome', outcome);
    await isSteady(app);
    await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
  });
}
