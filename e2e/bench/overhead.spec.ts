import { simulatedApiKey } from '../../mocks/origins.ts';
import { expect, test } from '../fixtures.ts';
import { installBareSession } from './bareSession.ts';
import { openMainThread } from './mainThread.ts';
import { record } from './table.ts';

declare global {
  interface Window {
    /** calls of getStats since the page was opened; not part of the app */
    statsCalls: number;
  }
}

/** How long each of the two is looked at, and left alone before, ms. */
const span = 15_000;
const settling = 3_000;

function countStatsCalls(): void {
  window.statsCalls = 0;
  const real = Object.getOwnPropertyDescriptor(RTCPeerConnection.prototype, 'getStats')?.value as (
    ...args: unknown[]
  ) => Promise<RTCStatsReport>;
  function getStats(this: RTCPeerConnection, ...args: unknown[]): Promise<RTCStatsReport> {
    window.statsCalls += 1;
    return Reflect.apply(real, this, args);
  }
  Object.defineProperty(RTCPeerConnection.prototype, 'getStats', { value: getStats });
}

test('a connected session that is observed against one that is not', async ({ app, page }) => {
  await page.addInitScript(installBareSession);
  await page.addInitScript(countStatsCalls);
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const mainThread = await openMainThread(page);
  const look = async () => ({
    ...(await mainThread()),
    calls: await page.evaluate(() => window.statsCalls),
  });

  async function perSecond(): Promise<{ task: number; script: number; statsCalls: number }> {
    await page.waitForTimeout(settling);
    const before = await look();
    await page.waitForTimeout(span);
    const after = await look();
    const seconds = after.at - before.at;
    return {
      task: ((after.task - before.task) * 1000) / seconds,
      script: ((after.script - before.script) * 1000) / seconds,
      statsCalls: (after.calls - before.calls) / seconds,
    };
  }

  const observed = await perSecond();
  expect((await app.report()).outcome).toBe('connected');
  await page.evaluate(() => window.sessionDebugger.stop());
  await page.evaluate(async (apiKey) => {
    Object.assign(window, { kept: await window.bareSession(apiKey) });
  }, simulatedApiKey);
  const bare = await perSecond();

  record({
    name: 'observing a connected session',
    value: Math.max(0, observed.task - bare.task),
    unit: 'ms/s',
    target: 5,
    details: {
      observed: `${observed.task.toFixed(1)} (script ${observed.script.toFixed(1)})`,
      bare: `${bare.task.toFixed(1)} (script ${bare.script.toFixed(1)})`,
    },
  });
  record({ name: 'getStats calls, connected', value: observed.statsCalls, unit: '1/s', target: 2 });
});
