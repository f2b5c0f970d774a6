import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RTCPeerConnection } from 'werift';
import { simulatedApiKey } from '../origins.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { simulatorScenarios } from './transportScenarios.ts';

const requests = 1000;
/** What never answers is given up after this long, ms; all others have until a busy machine comes to them. */
const patience = { silent: 20_000, others: 300_000 } as const;
const isSilent = (name: string): boolean => name.includes('timeout_error');

let simulator: Simulator;
let offer = '';
const unhandled: unknown[] = [];
const note = (error: unknown): unknown => unhandled.push(error);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  simulator = await startSimulator();
  const caller = new RTCPeerConnection({ iceServers: [], iceUseIpv6: false });
  caller.createDataChannel('orga-realtime-client-events');
  await caller.setLocalDescription(await caller.createOffer());
  offer = caller.localDescription?.sdp ?? '';
  await caller.close();
});

afterAll(async () => {
  await simulator.close();
  process.off('unhandledRejection', note);
});

test('1,000 sessions at once over every scenario: none is lost, and the memory comes back', async () => {
  // What is loaded once, and the first pools of sockets, are no leak.
  await flood(simulatorScenarios.length);
  const before = await settledHeap();

  const outcomes = await flood(requests);

  expect(outcomes).toHaveLength(requests);
  expect(outcomes.filter(({ how }) => how === 'connected').length).toBeGreaterThan(0);
  // Only where nothing is to come has nothing come.
  const silent = outcomes.filter(({ how }) => how.includes('timeout')).map(({ name }) => name);
  expect(silent.filter((name) => !isSilent(name))).toEqual([]);
  expect(unhandled).toEqual([]);
  expect((await fetch(`${simulator.url}/__simulator/scenario`)).status).toBe(200);
  await expect.poll(() => simulator.sessions(), { timeout: 60_000 }).toBe(0);
  expect((await settledHeap()) - before).toBeLessThan(20_000_000);
});

interface Ended {
  readonly name: string;
  readonly how: string;
}

/** So many sessions in parallel, some in each world. Each ends one way or the other. */
async function flood(count: number): Promise<readonly Ended[]> {
  const names = Array.from({ length: count }, (_, index) => {
    const id = simulatorScenarios[index % simulatorScenarios.length]?.id ?? '';
    return `${id}~${index % 3}`;
  });
  const outcomes = await Promise.all(names.map(async (name) => ({ name, how: await session(name) })));
  // The far ends of callers that never connect end with their worlds.
  for (const name of new Set(names)) simulator.use(name);
  simulator.use('healthy');
  return outcomes;
}

/** As far as it gets: what it ended with, in a word. */
async function session(name: string): Promise<string> {
  const base = `${simulator.url}/s/${name}`;
  const limit = isSilent(name) ? patience.silent : patience.others;
  const ask = (path: string, method: string, credential: string, body?: unknown) =>
    send(base + path, { method, credential, limit, body });
  try {
    const token = await ask('/v1/realtime/client-secrets?email=a%40b.test', 'POST', simulatedApiKey);
    const secret = /"ephemeral_token":"([^"]+)"/.exec(token)?.[1] ?? 'undefined';
    await ask('/v1/realtime/ice-config', 'GET', secret);
    await ask('/v1/realtime/calls', 'POST', secret, {
      offer: { type: 'offer', sdp: offer },
      params: {},
    });
    return 'connected';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface Asked {
  readonly method: string;
  readonly credential: string;
  /** ms */
  readonly limit: number;
  readonly body?: unknown;
}

async function send(url: string, { method, credential, limit, body }: Asked): Promise<string> {
  const reply = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${credential}` },
    signal: AbortSignal.timeout(limit),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${reply.status}`);
  return text;
}

async function settledHeap(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 5; round += 1) {
    collect();
    await sleep(300);
  }
  return process.memoryUsage().heapUsed;
}

test('a request that never ends is ended, and the server stays up', async () => {
  const began = performance.now();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await sleep(500);
      controller.enqueue(new TextEncoder().encode('x'));
    },
  });
  const reply = await fetch(`${simulator.url}/v1/realtime/calls`, {
    method: 'POST',
    body: stream,
    duplex: 'half',
  } as RequestInit).then(
    ({ status }) => status,
    () => 'connection ended',
  );
  expect([408, 'connection ended']).toContain(reply);
  expect(performance.now() - began).toBeLessThan(30_000);
  expect((await fetch(`${simulator.url}/__simulator/scenario`)).status).toBe(200);
});
