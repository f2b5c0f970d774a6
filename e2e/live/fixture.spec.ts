import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routeToSimulator, test as simulated } from '../../mocks/node/playwright.ts';
import { expect, test } from './live.ts';
import { monday } from './recorded.ts';

const official = 'https://api.orga-ai.com/v1/realtime';

test('a page that calls the official host is answered by the simulator where its requests are routed there', async ({
  context,
  page,
  simulator,
  listen,
}) => {
  await routeToSimulator(context, simulator);
  await page.goto(
    await listen((_, response) => response.setHeader('content-type', 'text/html').end('<title>App</title>')),
  );
  const ask = (path: string, authorization: string, method = 'POST') =>
    page.evaluate(
      async ([url, headers, how]) => {
        try {
          const reply = await fetch(url, { method: how, headers });
          const { ephemeral_token: token } = (await reply.json().catch(() => ({}))) as {
            ephemeral_token?: string;
          };
          return { status: reply.status, phrase: reply.statusText, token };
        } catch (error) {
          return { error: error instanceof Error ? error.name : '' };
        }
      },
      [`${official}/${path}`, { authorization }, method] as const,
    );
  const secrets = () => ask('client-secrets', 'Bearer sk_orga_ai_mine');

  const minted = await secrets();
  expect(minted.status).toBe(200);
  const config = await ask('ice-config', `Bearer ${minted.token}`, 'GET');
  expect(config.status).toBe(200);
  simulator.use('token.network.unreachable.reset');
  expect(await secrets()).toEqual({ error: 'TypeError' });

  // The limits: a refused preflight goes unseen, and an empty reason phrase is the browser's own.
  simulator.use('call.network.cors.preflight');
  expect((await ask('calls', 'Bearer of nobody')).status).toBe(401);
  simulator.use('token.OrgaAIServerError.500.no-reason');
  expect(await secrets()).toMatchObject({ status: 500, phrase: 'Internal Server Error' });

  // Further limits: a body comes whole, in one piece, or not at all; then not even its status does.
  const call = (base: string, limit = 20_000) =>
    page.evaluate(
      async ([root, ms]) => {
        let got = 'nothing';
        try {
          const peer = new RTCPeerConnection();
          peer.createDataChannel('chat');
          const { type, sdp } = await peer.createOffer();
          const secret = await fetch(`${root}/client-secrets`, {
            method: 'POST',
            headers: { authorization: 'Bearer sk_orga_ai_mine' },
            signal: AbortSignal.timeout(ms),
          });
          got = `client-secrets ${secret.status}`;
          const { ephemeral_token: token } = (await secret.json()) as { ephemeral_token: string };
          const reply = await fetch(`${root}/calls`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}` },
            body: JSON.stringify({ offer: { type, sdp }, params: {} }),
          });
          got = `calls ${reply.status}`;
          const reader = reply.body?.getReader();
          for (let pieces = 0; ; pieces += 1)
            if ((await reader?.read())?.done !== false)
              return `${got} in ${pieces === 1 ? 'one piece' : 'pieces'}`;
        } catch (error) {
          return `${got}, then ${error instanceof Error ? error.name : ''}`;
        }
      },
      [base, limit] as const,
    );
  const direct = `${simulator.url}/v1/realtime`;
  for (const [scenario, unrouted, routed] of [
    ['healthy.trickle', 'calls 200 in pieces', 'calls 200 in one piece'],
    ['call.reply.unusable.reset', 'calls 200, then TypeError', 'client-secrets 200, then TypeError'],
  ] as const) {
    simulator.use(scenario);
    expect(await call(direct), scenario).toBe(unrouted);
    simulator.use(scenario);
    expect(await call(official), scenario).toBe(routed);
  }
  simulator.use('token.timeout_error.stalled-body');
  expect(await call(official, 1000)).toBe('nothing, then TimeoutError');
});

simulated.describe('the fixture', () => {
  simulated.use({ scenario: 'healthy.retried' });

  simulated('plays a scenario to one test, whatever others send', async ({ simulated: own, simulator }) => {
    const statuses: number[] = [];
    for (const base of [simulator.url, own.baseUrl, simulator.url, own.baseUrl, own.baseUrl]) {
      const headers = { authorization: `Bearer ${own.apiKey}` };
      const reply = await fetch(`${base}/v1/realtime/client-secrets`, { method: 'POST', headers });
      statuses.push(reply.status);
    }
    expect(statuses).toEqual([503, 503, 503, 503, 200]);
    expect(own.scenario.id).toBe('healthy.retried');
    expect(own.expected).toMatchObject({ outcome: 'connected' });
  });
});

simulated.describe('a scenario file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'));
  const scenarioFile = join(folder, 'of monday.scenario.json');
  writeFileSync(scenarioFile, JSON.stringify(monday));
  simulated.use({ scenarioFile });
  simulated.afterAll(() => rmSync(folder, { recursive: true }));

  simulated('is played by the fixture', async ({ simulated: own }) => {
    expect(own.scenario).toMatchObject({ id: 'of monday', step: 'token', httpStatus: 418 });
    expect(own.expected).toMatchObject({ outcome: 'failed', step: 'token', httpStatus: 418 });
    const reply = await fetch(`${own.baseUrl}/v1/realtime/client-secrets`, { method: 'POST' });
    expect([reply.status, await reply.text()]).toEqual([418, 'short and stout']);
  });
});
