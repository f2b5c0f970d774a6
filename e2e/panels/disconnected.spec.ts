import type { CDPSession } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

/** Conditions act on a peer connection only if some were set before it was made. */
const conditions = (cdp: CDPSession, packetLoss: number) =>
  cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 1,
    downloadThroughput: 1e8,
    uploadThroughput: 1e8,
    packetLoss,
    packetQueueLength: 100,
  });

test('disconnected is shown as what it is, with what the SDK does on it, and passes when the network is back', async ({
  app,
  page,
}) => {
  const cdp = await page.context().newCDPSession(page);
  await app.open('?scenario=healthy');
  await conditions(cdp, 0);
  await app.run.click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
  await conditions(cdp, 100);
  await expect(app.verdict).toContainText('Packets stopped coming');
  await expect(app.verdict).toContainText('“closed”, since the first “disconnected”');
  await expect(app.verdict).toContainText('only “failed” is final');
  await conditions(cdp, 0);
  await expect(app.verdict).not.toContainText('Packets stopped coming');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
});
