import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBackend } from '../../mocks/backend.ts';
import { sessionPath, simulatedApiKey } from '../../mocks/origins.ts';
import { scenarios } from '../../mocks/scenarios/index.ts';
import { replayedScenario } from '../../mocks/scenarios/replayed.ts';
import type { PlayableScenario } from '../../mocks/scenarios/scenario.ts';
import { createService } from '../../mocks/service.ts';
import type { SimulatedReply, SimulatedRequest } from '../../mocks/simulatedReply.ts';
import { diagnose } from '../core/diagnosis/diagnose.ts';
import { parseReplay } from '../core/recording/replay/parseReplay.ts';
import type { ReplayScenario } from '../core/recording/replay/replayScenario.ts';
import { toReplay } from '../core/recording/replay/toReplay.ts';
import { createRedactor } from '../core/redaction.ts';
import type { LogEntry, TokenUse, Unlogged } from '../core/session/log.ts';
import { defaultLimits, defaultSettings } from '../core/session/settings.ts';
import { summarise } from '../core/session/summarise.ts';
import { defaultSwitches } from '../core/session/switches.ts';
import { isReservedHost } from '../core/webrtc/iceServers.ts';
import { chromiumAnswer } from '../core/webrtc/testing/chromiumSdp.ts';
import { runSession } from './runSession.ts';
import { PretendedPeer } from './testing/pretendedPeer.ts';
import type { TokenMemory } from './tokenMemory.ts';

// The recipe against the simulated service in Node, twice: as the scenario has it, and as the recording says it was.
// What comes after the answer is played by real peers: e2e/replay.spec.ts.

class Pretended extends EventTarget {}

type Answer = (request: SimulatedRequest, aborted: AbortSignal) => Promise<SimulatedReply>;

let hosts: Map<string, Answer>;

beforeEach(() => {
  // Node counts them; a browser does not.
  setMaxListeners(0);
  hosts = new Map();
  vi.stubGlobal('location', { href: 'https://debugger.test/', origin: 'https://debugger.test' });
  vi.stubGlobal('RTCPeerConnection', PretendedPeer);
  vi.stubGlobal('navigator', { userAgent: 'Chromium' });
  vi.stubGlobal('MediaStream', Pretended);
  vi.stubGlobal('RTCErrorEvent', Pretended);
  vi.stubGlobal('fetch', pretendedFetch);
});

afterEach(() => vi.unstubAllGlobals());

async function pretendedFetch(url: string, init: RequestInit): Promise<Response> {
  const answer = hosts.get(new URL(url).host);
  const signal = init.signal ?? new AbortController().signal;
  const headers = Object.fromEntries(new Headers(init.headers));
  const request = {
    method: init.method ?? 'GET',
    url,
    headers,
    body: typeof init.body === 'string' ? init.body : '',
  };
  const reply = await answer?.(request, signal);
  if (reply?.kind === 'silence') await new Promise((_, reject) => signal.addEventListener('abort', reject));
  if (reply === undefined || !('headers' in reply)) throw new TypeError('Failed to fetch');
  if (!('access-control-allow-origin' in reply.headers)) throw new TypeError('Failed to fetch');
  const location = reply.headers['location'];
  if (location !== undefined) {
    const followed = await pretendedFetch(new URL(new URL(location).pathname, url).href, { signal });
    return Object.defineProperty(followed, 'redirected', { value: true });
  }
  const { status } = reply;
  if (reply.kind === 'stalled') {
    const begun = new ReadableStream({ start: (it) => it.enqueue(new TextEncoder().encode(reply.body)) });
    return new Response(begun, { status, headers: reply.headers });
  }
  return new Response(reply.body === '' ? null : reply.body, { status, headers: reply.headers });
}

/** Runs a scenario and gives its log, as the app would have it. */
async function play(scenario: PlayableScenario, host: string): Promise<readonly LogEntry[]> {
  const { world } = scenario;
  const route = scenario.route ?? 'rest';
  const settings = {
    ...defaultSettings,
    baseUrl: `https://${host}`,
    sessionEndpoint: `https://app.${host}${sessionPath}`,
    ...scenario.settings,
    route,
  };
  const limits = { ...defaultLimits(route), ...scenario.limits };
  const shared = {
    world,
    switches: { ...defaultSwitches, ...world.switches, latency: 0 },
    apiKey: simulatedApiKey,
    ledger: new Map(),
    now: () => Date.now(),
    random: () => Math.random(),
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  const service = createService({
    ...shared,
    answerOffer: async (sdp) =>
      sdp.startsWith('v=0') ? { answerSdp: chromiumAnswer } : { unusable: 'it does not begin with v=0' },
  });
  const backend = createBackend({ ...shared, service });
  hosts.set(host, (request) => service.handle(request));
  hosts.set(`app.${host}`, (request) => backend.handle(request));

  const redactor = createRedactor();
  const log: LogEntry[] = [];
  const began = performance.now();
  let attempt = 1;
  const over = new AbortController();
  const report = (entry: Unlogged): string => {
    if (entry.kind === 'attempt') attempt = entry.number;
    const id = `e${log.length + 1}`;
    log.push(redactor.redact({ id, at: performance.now() - began, attempt, ...entry }));
    if (entry.kind === 'run' && entry.state === 'connected') over.abort();
    return id;
  };
  report({
    kind: 'run-started',
    run: 1,
    wallClock: Date.now(),
    target: 'simulated',
    route,
    from: 'token',
    settings,
    limits,
    userAgent: 'Chromium',
    pageUrl: 'https://debugger.test/',
  });
  await runSession(
    {
      settings,
      limits,
      from: 'token',
      secrets: { apiKey: simulatedApiKey },
      ...(scenario.request !== undefined && { faults: scenario.request }),
      ...(world.keepReservedServers !== true && { leaveOut: isReservedHost }),
    },
    {
      signal: over.signal,
      mayBegin: async () => undefined,
      report,
      redactor,
      tokenMemory: pretendedMemory(),
      beforeRequest: async () => {},
    },
  );
  return log;
}

function pretendedMemory(): TokenMemory {
  const uses = new Map<string, (Omit<TokenUse, 'ago'> & { at: number })[]>();
  return {
    recall: async (token) => uses.get(token) ?? [],
    remember: async (token, use) => {
      uses.set(token, [...(uses.get(token) ?? []), use]);
    },
    takeRefusal: () => undefined,
  };
}

/** As from a scenario file. */
function readBack(replay: ReplayScenario): ReplayScenario {
  const reading = parseReplay(JSON.stringify(replay));
  if (!reading.ok) throw new Error(reading.problem);
  return reading.replay;
}

function ending(log: readonly LogEntry[]) {
  const { outcome, failedStep } = summarise(log);
  const [verdict] = diagnose(log);
  const error = log.findLast((entry) => entry.kind === 'rest-error');
  const status = error?.step === failedStep ? error?.http?.status : undefined;
  return { outcome, code: verdict?.code, variant: verdict?.variant, step: failedStep, status };
}

/** Maps with at most so many at work at a time. */
async function inTurn<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const take = async () => {
    for (const [index, item] of queue) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, take));
  return results;
}

const beforeTheAnswer = scenarios.filter(
  ({ id, expect: { step }, request, world }) =>
    !id.startsWith('connection.') &&
    (step === undefined || step !== 'offer') &&
    !id.startsWith('offer.') &&
    id !== 'token.settings.refused.value' &&
    request?.media === undefined &&
    world.farEnd === undefined,
);

test('every scenario that ends before the answer ends the same when its recording is replayed', async () => {
  expect(beforeTheAnswer.length).toBeGreaterThan(100);
  // A few at a time: where a hundred runs hold the thread for seconds, their clocks rightly tell a suspended page.
  const results = await inTurn(beforeTheAnswer, 6, async (scenario, index) => {
    const recorded = await play(scenario, `recorded-${index}.test`);
    const replay = toReplay(structuredClone(recorded));
    const again = await play(replayedScenario(readBack(replay), 'replay'), `replayed-${index}.test`);
    return { id: scenario.id, replay, recorded: ending(recorded), again: ending(again), log: again };
  });
  const told = beforeTheAnswer.map(({ id, expect: { outcome, code, variant, step } }) => {
    return { id, outcome, code, variant, step };
  });
  expect(results.map(({ id, recorded: { status: _, ...end } }) => ({ id, ...end }))).toEqual(told);
  for (const { id, recorded, again } of results) expect({ id, ...again }).toEqual({ id, ...recorded });
  expect(results.filter(({ replay }) => !replay.faithful).map(({ id }) => id)).toEqual([]);
}, 120_000);
