import { simulatorScenarios } from 'webrtc-session-debugger/simulator';
import { expect, test } from './sessionPage.ts';

/** Scenarios of the session as a page meets it; what only a backend meets is in service.spec.ts. */
const met = simulatorScenarios.filter(({ route, request, settings, expect: { outcome, step } }) => {
  // This page neither retries nor checks its settings, and has no temperature to get wrong.
  if (outcome === 'connected') return settings === undefined;
  return route !== 'rest' && request?.again === undefined && step !== undefined;
});

for (const { id } of met) {
  test.describe(id, () => {
    test.use({ scenario: id });

    test('the page says what happened', async ({ page, appUrl, simulated }) => {
      const { outcome, step, code, httpStatus } = simulated.expected;
      // Only what never comes is waited for in vain; everything else may take its time.
      const isSilent = code === 'timeout_error' || code === 'backend.silent';
      const limits = `limit=${isSilent ? 1500 : 15_000}&connection-limit=${step === 'connection' ? 3000 : 15_000}`;
      await page.goto(`${appUrl}?session=${encodeURIComponent(simulated.sessionEndpoint)}&${limits}`);
      await page.getByRole('button', { name: 'Start' }).click();

      const output = page.locator('output');
      await expect(output).toHaveAttribute('data-state', /connected|failed/);
      await expect(output).toHaveAttribute('data-state', outcome);
      if (step === undefined) return;
      // “Bearer undefined” is what happens to pages that do not check what their backend sends; this one does.
      const isChecked = code === 'credential.undefined';
      await expect(output).toHaveAttribute('data-step', isChecked || step === 'token' ? 'session' : step);
      if (httpStatus !== undefined) {
        await expect(output).toHaveAttribute('data-status', isChecked ? '200' : String(httpStatus));
      }
    });
  });
}
