import { simulatedApiKey } from '../../mocks/origins.ts';
import { expect, test } from '../fixtures.ts';
import { median, printRow } from './table.ts';

const rounds = 15;

test('a healthy run against the same calls made bare in the same page', async ({ app, page }) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const times = await page.evaluate(
    async ({ count, apiKey }) => {
      const service = 'https://api.orga-ai.test/v1/realtime';
      const json = { 'content-type': 'application/json' };

      async function bare(): Promise<number> {
        const begun = performance.now();
        const minted = await fetch(`${service}/client-secrets?email=dev%40example.com`, {
          method: 'POST',
          headers: { ...json, authorization: `Bearer ${apiKey}` },
        });
        const { ephemeral_token: token } = (await minted.json()) as { ephemeral_token: string };
        const authorization = `Bearer ${token}`;
        const config = await fetch(`${service}/ice-config`, { headers: { authorization } });
        await config.json();
        const peer = new RTCPeerConnection({ iceServers: [] });
        peer.addTransceiver('audio', { direction: 'sendrecv' });
        peer.addTransceiver('video', { direction: 'sendonly' });
        const channel = peer.createDataChannel('orga-realtime-client-events');
        const created = new Promise((resolve) => {
          channel.addEventListener('message', resolve, { once: true });
        });
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise<void>((resolve) => {
          const check = () => peer.iceGatheringState === 'complete' && resolve();
          peer.addEventListener('icegatheringstatechange', check);
          check();
        });
        const called = await fetch(`${service}/calls`, {
          method: 'POST',
          headers: { ...json, authorization },
          body: JSON.stringify({ offer: { ...peer.localDescription?.toJSON(), candidates: [] }, params: {} }),
        });
        const { answer } = (await called.json()) as { answer: RTCSessionDescriptionInit };
        await peer.setRemoteDescription(answer);
        await created;
        const took = performance.now() - begun;
        peer.close();
        return took;
      }

      async function observed(): Promise<number> {
        const begun = performance.now();
        await window.sessionDebugger.run({ scenario: 'healthy' });
        const took = performance.now() - begun;
        await window.sessionDebugger.stop();
        return took;
      }

      const result: { bare: number[]; observed: number[] } = { bare: [], observed: [] };
      for (let round = 0; round < count; round += 1) {
        result.observed.push(await observed());
        result.bare.push(await bare());
      }
      return result;
    },
    { count: rounds, apiKey: simulatedApiKey },
  );
  const ratio = median(times.observed) / median(times.bare);
  printRow('healthy run against bare calls', `${ratio.toFixed(2)} (target ≤ 1.15)`, {
    observed: `${median(times.observed).toFixed(0)} ms`,
    bare: `${median(times.bare).toFixed(0)} ms`,
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
  printRow('verdict after the response', `${median(waits).toFixed(0)} ms (target ≤ 100)`, {
    worst: `${Math.max(...waits).toFixed(0)} ms`,
  });
  expect(waits).toHaveLength(rounds);
});
