import type { Page } from '@playwright/test';

export interface NetworkConditions {
  /** percent of the packets of every peer connection of the page */
  lose(percent: 0 | 100): Promise<void>;
}

/**
 * Makes the page's peer connections lose packets on demand, without any privilege. To be called before the first of
 * them exists: unarmed, or with latency 0, the browser never loses any (failures.md, recipes).
 */
export async function armNetworkConditions(page: Page): Promise<NetworkConditions> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const lose = async (percent: 0 | 100): Promise<void> => {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 1,
      downloadThroughput: 1e8,
      uploadThroughput: 1e8,
      packetLoss: percent,
      packetQueueLength: 100,
    });
  };
  await lose(0);
  return { lose };
}
