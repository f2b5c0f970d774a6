import { simulatedApiKey } from '../../mocks/origins.ts';
import { expect, test } from '../fixtures.ts';
import { installBareSession } from './bareSession.ts';
import { openMainThread } from './mainThread.ts';
import { median, record } from './table.ts';

const rounds = 25;

test("what a healthy run costs the page's main thread, against the same calls made bare", async ({
  app,
  page,
}) => {
  await page.addInitScript(installBareSession);
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const mainThread = await openMainThread(page);
  const cost = async (act: () => Promise<void>) => {
    const before = await mainThread();
    await act();
    return (((await mainThread()).task - before.task) * 1000) / rounds;
  };
  const observed = await cost(() =>
    page.evaluate(async (count) => {
      for (let round = 0; round < count; round += 1) {
        await window.sessionDebugger.run({ scenario: 'healthy' });
        await window.sessionDebugger.stop();
      }
    }, rounds),
  );
  const bare = await cost(() =>
    page.evaluate(
      async ({ count, apiKey }) => {
        for (let round = 0; round < count; round += 1) (await window.bareSession(apiKey)).peer.close();
      },
      { count: rounds, apiKey: simulatedApiKey },
    ),
  );
  record({
    name: 'main-thread time that a run adds',
    value: observed - bare,
    unit: 'ms',
    details: { observed: `${observed.toFixed(0)} ms`, bare: `${bare.toFixed(0)} ms` },
  });
  expect(observed).toBeGreaterThan(0);
});

test('a healthy run against the same calls made bare in the same page', async ({ app, page }) => {
  await page.addInitScript(installBareSession);
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const times = await page.evaluate(
    async ({ count, apiKey }) => {
      /** ms spent in asking the simulation's worker whether it is still there, which a live session never does */
      let asking = 0;
      const { fetch: real } = window;
      window.fetch = async (...args) => {
        const begun = performance.now();
        try {
          return await real(...args);
        } finally {
          if (args[1]?.method === 'HEAD') asking += performance.now() - begun;
        }
      };

      async function observed(): Promise<{ took: number; asking: number }> {
        asking = 0;
        const begun = performance.now();
        await window.sessionDebugger.run({ scenario: 'healthy' });
        const took = performance.now() - begun;
        await window.sessionDebugger.stop();
        return { took, asking };
      }

      const result: { bare: number[]; observed: number[]; asking: number[] } = {
        bare: [],
        observed: [],
        asking: [],
      };
      for (let round = 0; round < count; round += 1) {
        const run = await observed();
        result.observed.push(run.took);
        result.asking.push(run.asking);
        const { took, peer } = await window.bareSession(apiKey);
        peer.close();
        result.bare.push(took);
      }
      return result;
    },
    { count: rounds, apiKey: simulatedApiKey },
  );
  const live = times.observed.map((took, round) => took - (times.asking[round] ?? 0));
  record({
    name: 'healthy run against bare calls',
    value: median(times.observed) / median(times.bare),
    unit: 'ratio',
    target: 1.15,
    details: {
      observed: `${median(times.observed).toFixed(0)} ms`,
      bare: `${median(times.bare).toFixed(0)} ms`,
      'without asking the worker': (median(live) / median(times.bare)).toFixed(2),
    },
  });
  expect(times.observed).toHaveLength(rounds);
});

test('the verdict is on screen soon after the response', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  await page.evaluate(() => window.sessionDebugger.scenarios());
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    waits.push(
      await page.evaluate(async () => {
        const verdict = document.querySelector(
          '[role=region][aria-label=Verdict], section[aria-label=Verdict]',
        );
        if (verdict === null) throw new Error('no region Verdict');
        const shown = new Promise<number>((resolve) => {
          new MutationObserver((_, observer) => {
            if (!verdict.hasAttribute('data-code')) return;
            observer.disconnect();
            requestAnimationFrame(() => resolve(performance.now()));
          }).observe(verdict, { attributes: true });
        });
        let answered = 0;
        const { fetch: real } = window;
        window.fetch = async (...args) => {
          const response = await real(...args);
          answered = performance.now();
          return response;
        };
        const run = window.sessionDebugger.run({ scenario: 'token.invalid_request_error.wrong-key' });
        const at = await shown;
        await run;
        window.fetch = real;
        await window.sessionDebugger.run({ scenario: 'healthy', until: 'token' });
        await window.sessionDebugger.stop();
        return at - answered;
      }),
    );
  }
  record({
    name: 'verdict after the response',
    value: median(waits),
    unit: 'ms',
    target: 100,
    details: { worst: `${Math.max(...waits).toFixed(0)} ms` },
  });
  expect(waits).toHaveLength(rounds);
});
