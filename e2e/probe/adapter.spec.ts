import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';

const home = `http://127.0.0.1:${process.env['E2E_PORT']}/debugger/`;
const adapter = createRequire(import.meta.url).resolve('webrtc-adapter/out/adapter.js');

/** What webrtc-adapter puts in the page. */
declare global {
  interface Window {
    adapter?: { readonly browserDetails: { readonly browser: string } };
  }
}

const probe = { url: `${home}probe.js` };

for (const [when, scripts] of [
  ['before', [{ path: adapter }, probe]],
  ['after', [probe, { path: adapter }]],
] as const) {
  test(`with webrtc-adapter loaded ${when} it the probe sees all, and the page what it sees without`, {
    tag: '@firefox',
  }, async ({ page, browserName }) => {
    await openBlank(page);
    await page.addScriptTag({ path: adapter });
    const bare = await connectTwo(page);
    expect(bare.adaptedTo).toBe(browserName === 'firefox' ? 'firefox' : 'chrome');
    expect(bare.heard).toEqual(['hello', 'hello to you']);

    await openBlank(page);
    for (const script of scripts) await page.addScriptTag(script);
    expect(await connectTwo(page)).toEqual(bare);
    expect(await page.evaluate(() => window.sessionProbe?.state())).toBe('Watching.');
    const facts = await page.evaluate(() => window.sessionProbe?.recording().facts ?? []);
    const seen = facts
      .filter((fact) => 'peer' in fact && fact.peer === 1)
      .map((fact) => {
        if (fact.saw === 'peer-refusal') return `refused ${fact.operation}`;
        if (fact.saw !== 'entry') return fact.saw;
        const { entry } = fact;
        if (entry.kind === 'description') return `${entry.side} ${entry.type}`;
        return entry.kind === 'channel' ? `channel ${entry.event}` : entry.kind;
      });
    // Once each: nothing is told twice where one wrapper calls another.
    for (const once of [
      'peer',
      'local offer',
      'remote answer',
      'channel open',
      'channel sent',
      'peer-closed',
    ])
      expect(
        seen.filter((each) => each === once),
        once,
      ).toHaveLength(1);
    expect(seen).toContain('candidate');
    expect(seen).toContain('refused setRemoteDescription');
    expect(seen).toContain('channel received');
  });
}

/** A page without a script, on this machine: a secure context. */
async function openBlank(page: Page): Promise<void> {
  const url = `${home}blank`;
  await page.unroute(url);
  await page.route(url, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Mine</title>' }),
  );
  await page.goto(url);
}

/** Two peers of one page, with a refused description on the way: all that the page is told. */
function connectTwo(page: Page) {
  return page.evaluate(async () => {
    const rejections: string[] = [];
    addEventListener('unhandledrejection', ({ reason }) => rejections.push(String(reason)));
    const told = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : error);
    const states: string[] = [];
    const heard: unknown[] = [];
    const here = new RTCPeerConnection();
    const there = new RTCPeerConnection();
    here.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate !== null) void there.addIceCandidate(candidate);
    });
    there.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate !== null) void here.addIceCandidate(candidate);
    });
    here.addEventListener('connectionstatechange', () => states.push(here.connectionState));
    const channel = here.createDataChannel('chat');
    const greeted = new Promise((resolve) => {
      there.addEventListener('datachannel', ({ channel: other }) => {
        other.addEventListener('message', ({ data }) => {
          heard.push(data);
          other.send('hello to you');
        });
      });
      channel.addEventListener('message', ({ data }) => {
        heard.push(data);
        resolve(undefined);
      });
    });
    const offer = await here.createOffer();
    await here.setLocalDescription(offer);
    const refused = await here.setRemoteDescription({ type: 'answer', sdp: 'nonsense' }).catch(told);
    await there.setRemoteDescription(offer);
    // Without an argument, as webrtc-adapter knows to fill it in.
    await there.setLocalDescription();
    await here.setRemoteDescription(there.localDescription ?? { type: 'answer' });
    await new Promise((resolve) => channel.addEventListener('open', resolve));
    channel.send('hello');
    await greeted;
    const reports = (await here.getStats()).size > 0;
    here.close();
    there.close();
    return {
      adaptedTo: window.adapter?.browserDetails.browser,
      // “connecting” and “connected” may come in one go.
      connected: states.includes('connected'),
      heard,
      refused,
      reports,
      limit: here.sctp === null,
      rejections,
      isPeer: here instanceof RTCPeerConnection,
    };
  });
}
