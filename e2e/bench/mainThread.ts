import type { CDPSession, Page } from '@playwright/test';

/** What the page's main thread has done so far, in seconds of its own processor time: what else runs does not count. */
export interface MainThread {
  /** seconds of the wall clock, from the same moment on */
  readonly at: number;
  readonly task: number;
  readonly script: number;
}

export async function openMainThread(page: Page): Promise<() => Promise<MainThread>> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { at: read('Timestamp'), task: read('TaskDuration'), script: read('ScriptDuration') };
  };
}
