import { simulatorScenarios } from 'webrtc-session-debugger/simulator';
import { expect, test } from './sessionPage.ts';

/** How long the page waits in these tests, ms: most that is to come comes at once. */
const limits = 'limit=4500&connection-limit=3000';

for (const { id, route, expect: end } of simulatorScenarios) {
  // What the backend asks of the service, a page never sees: those are requests of their own.
  if (route === 'rest' && (end.step === 'token' || end.step === 'ice-config')) continue;

  test.describe(id, () => {
    test.use({ scenario: id });

    test('the page says what happened', async ({ page, appUrl, simulated }) => {
      await page.goto(`${appUrl}?session=${encodeURIComponent(simulated.sessionEndpoint)}&${limits}`);
      await page.getByRole('button', { name: 'Start' }).click();
      const output = page.locator('output');
      await expect(output).toHaveAttribute('data-state', simulated.expected.outcome);
    });
  });
}
