import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { test as base, expect } from '../../mocks/node/playwright.ts';
import { harnessFixture } from '../sdk/harnessServer.ts';

const test = base.extend<{}, { readonly harnessUrl: string }>(harnessFixture);

const home = `http://127.0.0.1:${process.env['E2E_PORT']}/debugger/`;

async function openApp(page: Page, harnessUrl: string, session: string): Promise<void> {
  const probe = encodeURIComponent(`${home}probe.js`);
  // Another name of this machine: another origin than the debugger’s.
  await page.goto(
    `${harnessUrl.replace('127.0.0.1', 'localhost')}?session=${encodeURIComponent(session)}&probe=${probe}`,
  );
  await page.waitForFunction(() => window.startSession !== undefined && window.sessionProbe !== undefined);
}

test.describe('a session that fails', () => {
  test.use({ scenario: 'call.invalid_ephemeral_token.expired' });

  test('is seen in the debugger that the page opens, once the user has said so', async ({
    context,
    page,
    harnessUrl,
    simulated,
  }) => {
    const outside: string[] = [];
    context.on('request', (request) => outside.push(new URL(request.url()).host));
    await openApp(page, harnessUrl, simulated.sessionEndpoint);
    await page.evaluate(() => window.startSession());
    const popup = context.waitForEvent('page');
    await page.evaluate(() => window.sessionProbe?.open());
    const debug = await popup;
    const bar = debug.getByRole('region', { name: 'Watched page' });
    await expect(bar).toContainText('wants to show you its sessions');
    await bar.getByRole('button', { name: 'Watch it' }).click();
    await expect(bar).toContainText(`Watched: ${new URL(page.url()).origin}`);
    await expect(debug.getByRole('region', { name: 'Verdict' })).toHaveAttribute(
      'data-code',
      'invalid_ephemeral_token',
    );
    await expect(debug.locator('html')).toHaveAttribute('data-outcome', 'failed');
    await expect(debug.getByRole('button', { name: 'Run', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect((await new AxeBuilder({ page: debug }).analyze()).violations).toEqual([]);

    // A page that is loaded anew is watched again without a question.
    await openApp(page, harnessUrl, simulated.sessionEndpoint);
    await expect(bar).toContainText('No session so far', { timeout: 20_000 });
    await page.evaluate(() => window.startSession());
    await expect(debug.getByRole('region', { name: 'Verdict' })).toHaveAttribute(
      'data-code',
      'invalid_ephemeral_token',
    );
    await debug.close();
    await expect
      .poll(() => page.evaluate(() => window.sessionProbe?.state()))
      .toBe('The debugger was closed.');
    // Nothing went anywhere but to the page, its backend, the service and the debugger’s own files.
    const hosts = new Set([
      new URL(home).host,
      new URL(page.url()).host,
      new URL(simulated.sessionEndpoint).host,
      'api.orga-ai.com',
    ]);
    expect(outside.filter((host) => host !== '' && !hosts.has(host))).toEqual([]);
  });
});

test('a page that the debugger opens is watched live, by a second one too, flood and all', async ({
  context,
  page,
  harnessUrl,
  simulated,
}) => {
  await page.goto(`${home}?target=watched`);
  const bar = page.getByRole('region', { name: 'Watched page' });
  await expect(bar).toContainText('no page so far');
  await bar.getByRole('textbox', { name: 'Address of your page' }).fill('nonsense');
  await bar.getByRole('button', { name: 'Open my page' }).click();
  await expect(bar.getByRole('alert')).toContainText('is no address of a page');
  const probe = encodeURIComponent(`${home}probe.js`);
  const url = `${harnessUrl.replace('127.0.0.1', 'localhost')}?session=${encodeURIComponent(simulated.sessionEndpoint)}&probe=${probe}`;
  const popup = context.waitForEvent('page');
  await bar.getByRole('textbox', { name: 'Address of your page' }).fill(url);
  await bar.getByRole('button', { name: 'Open my page' }).click();
  const app = await popup;
  await bar.getByRole('button', { name: 'Watch it' }).click();
  await app.waitForFunction(() => window.startSession !== undefined);
  await app.evaluate(() => window.startSession());
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
  // A second debugger, opened from the page itself, sees the same session without another question.
  const another = context.waitForEvent('page');
  await app.evaluate(() => window.sessionProbe?.open());
  const second = await another;
  await expect(second.getByRole('region', { name: 'Watched page' })).toContainText('Watched: ');
  await expect(second.locator('html')).toHaveAttribute('data-outcome', 'connected');
  // Ten thousand entries a second: the page’s own probe lets go of what nobody can read; one debugger goes meanwhile.
  const flood = app.evaluate(async () => {
    const peer = new RTCPeerConnection();
    const other = new RTCPeerConnection();
    peer.addEventListener(
      'icecandidate',
      ({ candidate }) => void other.addIceCandidate(candidate ?? undefined),
    );
    other.addEventListener(
      'icecandidate',
      ({ candidate }) => void peer.addIceCandidate(candidate ?? undefined),
    );
    const channel = peer.createDataChannel('flood');
    await peer.setLocalDescription();
    await other.setRemoteDescription(peer.localDescription ?? { type: 'offer' });
    await other.setLocalDescription();
    await peer.setRemoteDescription(other.localDescription ?? { type: 'answer' });
    await new Promise((resolve) => channel.addEventListener('open', resolve));
    for (let index = 0; index < 20_000; index += 1) {
      if (index % 1000 === 0) await new Promise((resolve) => setTimeout(resolve));
      channel.send(`{"type":"flood","index":${index}}`);
    }
    return channel.readyState;
  });
  await second.close();
  expect(await flood).toBe('open');
  await expect
    .poll(() => app.evaluate(() => window.sessionProbe?.state()))
    .toBe('A debugger was closed, another still watches.');
  expect(await app.evaluate(() => window.sdk.messages)).toEqual(['session.created']);
  await page.getByRole('button', { name: 'Commands' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('who is not the probe is not heard, and what no probe sends ends it', async ({
  context,
  page,
  harnessUrl,
}) => {
  // A page of somebody else that opens the debugger and pretends.
  await page.goto(harnessUrl.replace('127.0.0.1', 'localhost'));
  const popup = context.waitForEvent('page');
  await page.evaluate((url) => {
    addEventListener('message', ({ source }) => {
      const { port1, port2 } = new MessageChannel();
      Object.assign(window, { port: port1 });
      port1.start();
      port1.addEventListener('message', () => {
        const say = (word: string, more: object) =>
          port1.postMessage({ sessionProbe: word, version: 1, ...more });
        const limits = { token: 1, 'ice-config': 1, offer: 1, call: 1, connection: 1 };
        say('page', { page: { startedAt: 0, userAgent: '', pageUrl: 'https://bank.example/', limits } });
        say('facts', {
          facts: [{ at: 1, saw: 'entry', entry: { kind: 'run', state: 'connected' } }],
          now: 2,
          dropped: 0,
        });
        for (let index = 0; index < 60; index += 1) say('facts', { facts: 'all', now: 2, dropped: 0 });
      });
      (source as Window).postMessage({ sessionProbe: 'here', version: 1 }, '*', [port2]);
    });
    window.open(url);
  }, `${home}?target=watched`);
  const debug = await popup;
  const bar = debug.getByRole('region', { name: 'Watched page' });
  await expect(bar).toContainText(new URL(page.url()).origin);
  await bar.getByRole('button', { name: 'Watch it' }).click();
  await expect(bar).toContainText('sent what no probe sends');
  await expect(debug.locator('html')).toHaveAttribute('data-outcome', 'idle');
});
