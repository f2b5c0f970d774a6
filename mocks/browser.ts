import { HttpResponse, http } from 'msw';
import { setupWorker } from 'msw/browser';
import type { Endpoint } from '../src/core/session/log.ts';
import type { Switches } from '../src/core/session/switches.ts';
import { type Backend, createBackend } from './backend.ts';
import { readableHeaders } from './cors.ts';
import { stubDevices } from './devices.ts';
import { createFarEnd } from './farEnd.ts';
import { appOrigin, serviceOrigin, sessionPath, simulatedApiKey } from './origins.ts';
import type { PlayableScenario } from './scenarios/scenario.ts';
import { createService, type Service } from './service.ts';
import { reasonPhrase, type SimulatedReply, type SimulatedRequest } from './simulatedReply.ts';
import type { IssuedToken } from './simulatedToken.ts';
import { isAlive, revive, sentinel, startWorker, type WorkerPlace } from './simulationWorker.ts';
import { stubSleep } from './sleep.ts';
import { type Override, withOverrides } from './world.ts';

export interface Simulation {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly sessionEndpoint: string;
  /** A fresh world, except that tokens handed out earlier stay what they are; ends what was left of the last one. */
  begin(options: {
    readonly scenario: PlayableScenario;
    /** complete, and in effect as given */
    readonly switches: Switches;
    readonly overrides?: Partial<Record<Endpoint, Override>>;
  }): void;
  /** Restarts the worker if it no longer answers for us. Rejects with a message for the user if that fails. */
  ensureAlive(): Promise<'alive' | 'restarted'>;
  /** Closes the far end and lets go of requests that wait for ever. */
  hangUp(): void;
  stop(): Promise<void>;
}

interface Running {
  readonly service: Service;
  readonly backend: Backend;
}

/** A worker that has just answered needs no asking: browsers stop one only after half a minute without work, ms. */
const surelyAlive = 500;

/** A page that is left open for a day of runs need not remember every token that it handed out. */
const mostTokens = 500;

/**
 * Starts the worker that answers for the simulated origins, in this page only: `scope` is the page's own path.
 * Rejects with a message for the user when this page cannot have a worker.
 */
export async function startSimulation(place: WorkerPlace): Promise<Simulation> {
  const ledger = new Map<string, IssuedToken>();
  let running: Running | undefined;
  let going = new AbortController();
  let lastReply = Number.NEGATIVE_INFINITY;

  const respond = async (request: Request, server: 'service' | 'backend'): Promise<Response> => {
    const { signal } = going;
    if (running === undefined) return HttpResponse.error();
    const reply = await running[server].handle(await readRequest(request));
    lastReply = performance.now();
    return toResponse(reply, signal);
  };

  const worker = setupWorker(
    http.all(`${serviceOrigin}/*`, ({ request }) => respond(request, 'service')),
    http.all(`${appOrigin}/*`, ({ request }) => respond(request, 'backend')),
    http.head(new URL(place.workerUrl, location.href).href, answerSentinel),
  );
  // The worker hands the page a copy of every reply, as a stream over a port of its own: nobody reads it, and it would be
  // kept for as long as the page lives.
  for (const name of ['response:mocked', 'response:bypass'] as const)
    worker.events.on(name, ({ response }) => void response.body?.cancel().catch(() => {}));
  await startWorker(worker, place);

  const hangUp = (): void => {
    going.abort();
    going = new AbortController();
  };

  return {
    apiKey: simulatedApiKey,
    baseUrl: serviceOrigin,
    sessionEndpoint: appOrigin + sessionPath,
    begin({ scenario, switches, overrides = {} }) {
      hangUp();
      for (const token of [...ledger.keys()].slice(0, -mostTokens)) ledger.delete(token);
      const world = withOverrides(scenario.world, overrides);
      const { signal } = going;
      if (world.devices !== undefined) stubDevices(world.devices, signal);
      const shared = {
        world,
        switches,
        apiKey: simulatedApiKey,
        ledger,
        now: () => Date.now(),
        random: () => Math.random(),
        wait: (ms: number) => wait(ms, signal),
      };
      const service = createService({
        ...shared,
        answerOffer: (sdp, session) => {
          // From here on the page connects, however long what came before has taken.
          if (world.sleep !== undefined) stubSleep(world.sleep, signal);
          return createFarEnd({ fault: world.farEnd, signal }).answer(sdp, session);
        },
      });
      running = { service, backend: createBackend({ ...shared, service }) };
    },
    async ensureAlive() {
      if (performance.now() - lastReply < surelyAlive) return 'alive';
      if (await isAlive(place)) return 'alive';
      await revive(worker, place);
      return 'restarted';
    },
    hangUp,
    async stop() {
      hangUp();
      running = undefined;
      worker.stop();
    },
  };
}

function answerSentinel(): Response {
  return new HttpResponse(null, { headers: { [sentinel]: 'alive' } });
}

async function readRequest(request: Request): Promise<SimulatedRequest> {
  const { method, url, headers } = request;
  return { method, url, headers: Object.fromEntries(headers), body: await request.text() };
}

async function toResponse(reply: SimulatedReply, signal: AbortSignal): Promise<Response> {
  switch (reply.kind) {
    case 'refused':
      return HttpResponse.error();
    case 'reset':
      return unplayable('a connection that is torn down');
    case 'silence':
      await aborted(signal);
      return HttpResponse.error();
    case 'stalled':
    case 'reply': {
      if ('reason' in reply) return unplayable('another reason phrase');
      if ('pace' in reply) return unplayable('a body that trickles');
      const headers = readableHeaders(reply.headers);
      if (headers === undefined) return HttpResponse.error();
      const init = { status: reply.status, statusText: reasonPhrase(reply.status), headers };
      if (reply.kind === 'stalled') return new HttpResponse(stalledBody(reply.body, signal), init);
      return new HttpResponse(reply.body === '' ? null : reply.body, init);
    }
  }
}

/** A worker has no connection to the page: what happens to one is the server's to play. */
function unplayable(what: string): Response {
  return HttpResponse.text(
    `The simulation in this page cannot play ${what}. Use the server: npm run simulator.`,
    { status: 501 },
  );
}

/** A body that begins and never ends, until the run is over. */
function stalledBody(text: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      signal.addEventListener('abort', () => controller.close(), { once: true });
    },
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Ends early with the signal. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
