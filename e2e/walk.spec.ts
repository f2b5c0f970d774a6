import { expect, test } from './fixtures.ts';

test('a newcomer presses Run and watches a session connect', async ({ app, page }) => {
  await app.open();
  await app.run.click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
  await expect(app.steps.getByRole('listitem')).toHaveCount(5);
  for (const step of ['token', 'ice-config', 'offer', 'call', 'connection']) {
    await expect(app.stepItem(step)).toHaveAttribute('data-state', 'done');
  }
  await expect(app.log.getByRole('row', { name: /session\.created/ })).toBeVisible();
});

test('Step runs one step and waits before the next', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  await app.step.click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'paused');
  await expect(app.stepItem('token')).toHaveAttribute('data-state', 'done');
  await expect(app.stepItem('ice-config')).toHaveAttribute('data-state', 'waiting');
  await app.step.click();
  await expect(app.stepItem('ice-config')).toHaveAttribute('data-state', 'done');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'paused');
  await expect(app.stepItem('offer')).toHaveAttribute('data-state', 'waiting');
});

test('a link runs up to a step and waits there', async ({ app }) => {
  await app.open('?scenario=healthy&run=offer');
  const report = await app.settled();
  expect(report.outcome).toBe('paused');
  expect(report.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'waiting', 'waiting']);
});

test('a paused run continues to a step, and then to its end', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=token');
  await app.settled();
  const middle = await page.evaluate(() => window.sessionDebugger.continue({ until: 'offer' }));
  expect(middle.outcome).toBe('paused');
  expect(middle.steps[2]?.state).toBe('done');
  const end = await page.evaluate(() => window.sessionDebugger.continue());
  expect(end.outcome).toBe('connected');
});

test('a run is stopped at once while it waits for an answer that never comes', async ({ app, page }) => {
  await app.open('?scenario=call.timeout_error.no-response&run=all&realtime=1');
  await expect(app.stepItem('call')).toHaveAttribute('data-state', 'running');
  await app.stop.click();
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'stopped');
  const report = await app.report();
  expect(report.endedBy).toBe('user');
  expect(report.diagnosis).toBeUndefined();
});

test('a run goes again from a later step with what the first obtained', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=offer');
  await app.settled();
  const again = await page.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy', from: 'offer' }));
  expect(again.outcome).toBe('connected');
  expect(again.run).toBe(2);
  expect(again.steps.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'done', 'done', 'done']);
});

test('a second run with a used token knows of the first', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const again = await page.evaluate(() => window.sessionDebugger.run({ from: 'offer' }));
  const history = again.log.find((entry) => entry.kind === 'token-history');
  expect(history).toBeDefined();
});

test('a new run stops the old one first', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const report = await page.evaluate(() =>
    window.sessionDebugger.run({ scenario: 'token.invalid_request_error.wrong-key' }),
  );
  expect(report.run).toBe(2);
  expect(report.diagnosis?.code).toBe('invalid_request_error');
  expect(report.log.every((entry) => entry.kind !== 'channel')).toBe(true);
});

test('fifty runs leave no peer, track, timer or log entry behind', async ({ page, app }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    const Original = RTCPeerConnection;
    window.RTCPeerConnection = class extends Original {
      constructor(...args: ConstructorParameters<typeof Original>) {
        super(...args);
        peers.push(this);
      }
    };
    const intervals = new Set<number>();
    const { setInterval: set, clearInterval: clear } = window;
    window.setInterval = ((...args: Parameters<typeof set>) => {
      const id = set.apply(window, args) as unknown as number;
      intervals.add(id);
      return id;
    }) as typeof set;
    window.clearInterval = ((id: number) => {
      intervals.delete(id);
      clear.call(window, id);
    }) as typeof clear;
    Object.assign(window, {
      census: () => ({
        open: peers.filter((peer) => peer.connectionState !== 'closed').length,
        made: peers.length,
        live: peers
          .flatMap((peer) => [...peer.getReceivers(), ...peer.getSenders()])
          .filter(({ track, transport }) => track?.readyState === 'live' && transport?.state === 'connected')
          .length,
        intervals: intervals.size,
      }),
    });
  });
  await app.open('?scenario=healthy');
  const seen = await page.evaluate(async () => {
    const { census } = window as unknown as {
      census: () => { open: number; made: number; live: number; intervals: number };
    };
    const { run, stop } = window.sessionDebugger;
    await run({ scenario: 'healthy' });
    await stop();
    const before = census();
    const counts: number[] = [];
    for (let index = 0; index < 49; index += 1) {
      const report = await run({ scenario: index % 7 === 3 ? 'call.OrgaAIServerError.503' : 'healthy' });
      counts.push(report.log.filter((entry) => entry.kind === 'run-started').length);
    }
    await stop();
    return { before, after: census(), counts };
  });
  expect(seen.counts.every((count) => count === 1)).toBe(true);
  expect(seen.after.made).toBeGreaterThan(80);
  expect(seen.after.open).toBe(0);
  expect(seen.after.live).toBe(0);
  expect(seen.after.intervals).toBe(seen.before.intervals);
});

test('an entry that a stopped run reports late is not in the next log', async ({ app, page }) => {
  await app.open('?scenario=call.timeout_error.no-response&run=all&realtime=1');
  await expect(app.stepItem('call')).toHaveAttribute('data-state', 'running');
  const report = await page.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy' }));
  expect(report.outcome).toBe('connected');
  expect(report.log.filter((entry) => entry.kind === 'rest-error')).toEqual([]);
  expect(report.log[0]?.kind).toBe('run-started');
});
