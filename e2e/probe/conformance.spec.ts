import { expect, type Page, test } from '@playwright/test';

/** What the package's `./probe` gives. */
interface ProbeModule {
  readonly startProbe: (options?: typeof window.sessionProbeOptions) => typeof window.sessionProbe;
}

const home = `http://127.0.0.1:${process.env['E2E_PORT']}/debugger/`;

test('what is wrapped is not to be told from what is not', { tag: '@firefox' }, async ({ page }) => {
  await openBlank(page);
  const before = await look(page);
  await page.addScriptTag({ url: `${home}probe.js` });
  expect(await page.evaluate(() => window.sessionProbe?.state())).toBe('Watching.');
  expect(await look(page)).toEqual(before);
  await page.addScriptTag({ url: `${home}probe.js` });
  expect(await look(page)).toEqual(before);
});

test('what others wrap stays in place, and what the probe wrapped is itself again', {
  tag: '@firefox',
}, async ({ page }) => {
  await openBlank(page);
  const found = await page.evaluate(async (url) => {
    const load = () =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = url;
        script.addEventListener('load', resolve);
        document.documentElement.append(script);
      });
    const real = { fetch: window.fetch, Peer: window.RTCPeerConnection };
    // As webrtc-adapter and others do, before …
    const prototype = RTCPeerConnection.prototype;
    const ours = Reflect.get(prototype, 'createOffer') as (...args: unknown[]) => unknown;
    let before = 0;
    Reflect.set(prototype, 'createOffer', function (this: RTCPeerConnection, ...args: unknown[]): unknown {
      before += 1;
      return Reflect.apply(ours, this, args);
    });
    await load();
    // … and after.
    const probed = window.fetch;
    const mine = (...args: Parameters<typeof fetch>) => probed(...args);
    window.fetch = mine;
    class Own extends RTCPeerConnection {}
    window.RTCPeerConnection = Own;
    const peer = new RTCPeerConnection();
    peer.createDataChannel('chat');
    await peer.setLocalDescription(await peer.createOffer());
    const seen = window.sessionProbe?.recording().facts.map(({ saw }) => saw) ?? [];
    peer.close();
    window.sessionProbe?.stop();
    const kept = window.fetch === mine && window.RTCPeerConnection === Own;
    window.fetch = real.fetch;
    return {
      before,
      kept,
      isOwn: peer instanceof Own,
      sees: seen.includes('peer'),
      state: window.sessionProbe?.state(),
    };
  }, `${home}probe.js`);
  expect(found).toEqual({ before: 1, kept: true, isOwn: true, sees: true, state: 'Switched off.' });
});

test('a probe that watches already takes the options of a later startProbe()', async ({ page }) => {
  await openBlank(page);
  await page.addScriptTag({ url: `${home}probe.js` });
  const found = await page.evaluate(async (url) => {
    const running = window.sessionProbe;
    await fetch('/api/mine');
    const { startProbe } = (await import(url)) as ProbeModule;
    const again = startProbe({ sessionEndpoint: '/api/mine', limits: { token: 1234 }, badge: true });
    startProbe();
    await fetch('/api/mine?x=1');
    const { facts, limits } = window.sessionProbe?.recording() ?? {};
    const asked = facts?.filter((fact) => fact.saw === 'entry' && fact.entry.kind === 'request');
    const badge = () => document.querySelectorAll('session-probe').length;
    const shown = badge();
    again?.configure({ badge: false });
    return { same: again === running, asked: asked?.length, token: limits?.token, shown, hidden: badge() };
  }, `${home}probe.mjs`);
  expect(found).toEqual({ same: true, asked: 1, token: 1234, shown: 1, hidden: 0 });
});

/** A page without a script, on this machine: a secure context. */
async function openBlank(page: Page): Promise<void> {
  const url = `${home}blank`;
  await page.route(url, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Mine</title>' }),
  );
  await page.goto(url);
}

/** All that a page can ask of what is wrapped, as plain data. */
function look(page: Page) {
  return page.evaluate(async () => {
    const nothing = () => undefined;
    const told = (error: unknown) =>
      error instanceof Error || error instanceof DOMException ? `${error.name}: ${error.message}` : error;
    const outcome = async (act: () => unknown) => {
      try {
        const value: unknown = await act();
        return `gave ${Object.prototype.toString.call(value)}`;
      } catch (error) {
        return told(error);
      }
    };
    const describe = (owner: object, name: string) => {
      const { value, ...flags } = (Object.getOwnPropertyDescriptor(owner, name) ?? {}) as { value?: unknown };
      if (typeof value !== 'function') return flags;
      const made = value as (...args: unknown[]) => unknown;
      return {
        ...flags,
        type: typeof made,
        name: made.name,
        length: made.length,
        keys: Reflect.ownKeys(made).map(String),
        native: Function.prototype.toString.call(made).includes('[native code]'),
        extensible: Object.isExtensible(made),
      };
    };
    const all = (owner: object) =>
      Object.fromEntries(
        Object.getOwnPropertyNames(owner)
          .filter((name) => typeof Object.getOwnPropertyDescriptor(owner, name)?.value === 'function')
          .map((name) => [name, describe(owner, name)]),
      );
    const rejections: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      rejections.push(told(event.reason));
    };
    addEventListener('unhandledrejection', note);
    const reason = { why: 'mine' };
    const aborted = new AbortController();
    aborted.abort(reason);
    class Own extends RTCPeerConnection {
      readonly mine: string;
      constructor(configuration: RTCConfiguration) {
        super(configuration);
        this.mine = new.target.name;
      }
    }
    const own = new Own({ iceServers: [] });
    const plain = new RTCPeerConnection();
    const channel = plain.createDataChannel('x');
    const { prototype } = RTCPeerConnection;
    const call = (name: string, self: unknown, ...args: unknown[]) =>
      outcome(() => Reflect.apply(Reflect.get(prototype, name) as () => unknown, self, args));

    const algorithm: Algorithm & { namedCurve: string } = { name: 'ECDSA', namedCurve: 'P-256' };
    // Nobody handles this one.
    void fetch('http://127.0.0.1:1/v1/realtime/calls');
    const reply = await fetch('/v1/realtime/calls', { method: 'POST', body: '{}' });
    const result = {
      window: ['fetch', 'RTCPeerConnection', 'webkitRTCPeerConnection', 'XMLHttpRequest'].map((name) =>
        describe(window, name),
      ),
      peer: all(prototype),
      channel: all(RTCDataChannel.prototype),
      xhr: all(XMLHttpRequest.prototype),
      devices: all(MediaDevices.prototype),
      identity: [
        prototype.constructor === RTCPeerConnection,
        plain.constructor === RTCPeerConnection,
        Reflect.get(window, 'webkitRTCPeerConnection') === window.RTCPeerConnection,
        Object.getPrototypeOf(RTCPeerConnection) === EventTarget,
        Object.getPrototypeOf(plain) === prototype,
        Object.keys(window).includes('sessionProbe'),
      ],
      instances: [
        plain instanceof RTCPeerConnection,
        own instanceof RTCPeerConnection,
        own instanceof Own,
        own.mine,
      ],
      tags: [plain, channel, own].map((each) => Object.prototype.toString.call(each)),
      keys: [Reflect.ownKeys(plain), Reflect.ownKeys(channel)],
      certificate: await outcome(() => RTCPeerConnection.generateCertificate(algorithm)),
      errors: [
        await outcome(() => new RTCPeerConnection({ iceServers: [{ urls: 'http://x' }] })),
        await outcome(() => Reflect.apply(RTCPeerConnection as unknown as () => void, undefined, [])),
        await outcome(() => new RTCPeerConnection(7 as never)),
        await outcome(() => fetch.call({} as never, '/')),
        await outcome(() => fetch('http://[')),
        await outcome(() => (fetch as () => unknown)()),
        await outcome(() =>
          fetch('/v1/realtime/calls', { signal: aborted.signal }).catch((error: unknown) => error === reason),
        ),
        await call('setRemoteDescription', plain, { type: 'answer', sdp: 'nonsense' }),
        await call('setRemoteDescription', {}, { type: 'answer', sdp: '' }),
        await call('setLocalDescription', plain, { type: 'tea' }),
        await call('addIceCandidate', plain, { candidate: 'garbage' }),
        await call('createOffer', 7),
        await call('createDataChannel', plain),
        await outcome(() => channel.send('too early')),
        await outcome(() => navigator.mediaDevices.getUserMedia({})),
        await outcome(() => new XMLHttpRequest().send()),
      ],
      promises: [fetch('/').then(nothing) instanceof Promise, plain.createOffer() instanceof Promise],
      legacy: await new Promise((resolve) => {
        const old = Reflect.get(plain, 'createOffer') as (
          done: (offer: { type: string }) => void,
          failed: () => void,
        ) => void;
        Reflect.apply(old, plain, [(offer: { type: string }) => resolve(offer.type), nothing]);
      }),
      reply: [
        reply.status,
        reply.bodyUsed,
        (await reply.text()).length > 0,
        reply.bodyUsed,
        reply instanceof Response,
      ],
    };
    await new Promise((resolve) => setTimeout(resolve, 100));
    removeEventListener('unhandledrejection', note);
    own.close();
    plain.close();
    return { ...result, closed: plain.connectionState, rejections };
  });
}
