import { defaultSwitches } from '../../src/core/session/switches.ts';
import { createBackend } from '../backend.ts';
import { loginPath, sessionPath, simulatedApiKey } from '../origins.ts';
import type { PlayableScenario } from '../scenarios/scenario.ts';
import { createService } from '../service.ts';
import type { SimulatedReply, SimulatedRequest } from '../simulatedReply.ts';
import type { IssuedToken } from '../simulatedToken.ts';
import { arriving, heldBack, withKnownKey, worldFor } from './arriving.ts';
import { endpointAt } from './endpointAt.ts';
import { answerOffer } from './farEnd.ts';
import type { FarEnds } from './farEnds.ts';
import { simulatorScenarios } from './transportScenarios.ts';

/** A scenario being played. Requests of one session meet the same one, so that a first and a second request differ. */
export interface PlayedWorld {
  /** the scenario's id, or `ID~NAME` */
  readonly name: string;
  readonly scenario: PlayableScenario;
  handle(request: SimulatedRequest): Promise<SimulatedReply>;
  /** whether the browser's question before the request is to be refused */
  refusesPreflight(method: string, path: string): boolean;
  /** aborts when the world ends */
  readonly signal: AbortSignal;
}

export interface Worlds {
  /** A scenario of a file, found by its id from now on. */
  add(scenario: PlayableScenario): void;
  /** The world of that name, begun when it is first asked for; `undefined` when there is no such scenario. */
  find(name: string): PlayedWorld | undefined;
  /** The world whose service handed this token out. */
  ofToken(token: string): PlayedWorld | undefined;
  /** Ends it for good: its far ends hang up. */
  end(name: string): void;
  /** Begins it anew: its far ends hang up and its faults begin at the first. */
  restart(name: string): PlayedWorld | undefined;
  close(): void;
}

/** What is kept at most; the oldest goes first. */
const mostWorlds = 500;
const mostTokens = 20_000;

/** The worlds of a simulator: one per name, all sharing one ledger of tokens, as the real service does. */
export function createWorlds(farEnds: FarEnds): Worlds {
  const fromFiles = new Map<string, PlayableScenario>();
  const worlds = new Map<string, { readonly world: PlayedWorld; end(): void }>();
  const tokens = new Map<string, { readonly issued: IssuedToken; readonly world: string }>();

  const begin = (name: string): PlayedWorld | undefined => {
    const scenario =
      fromFiles.get(name) ??
      fromFiles.get(scenarioOf(name)) ??
      simulatorScenarios.find(({ id }) => id === scenarioOf(name));
    if (scenario === undefined) return undefined;
    const over = new AbortController();
    const ledger = {
      get: (token: string) => tokens.get(token)?.issued,
      set(token: string, issued: IssuedToken) {
        tokens.set(token, { issued, world: name });
        trim(tokens, mostTokens);
        return this as never;
      },
    };
    const world = play(name, scenario, ledger, farEnds, over.signal);
    worlds.set(name, { world, end: () => over.abort() });
    for (const old of trim(worlds, mostWorlds)) old.end();
    return world;
  };

  const end = (name: string): void => {
    worlds.get(name)?.end();
    worlds.delete(name);
  };

  const find = (name: string): PlayedWorld | undefined => worlds.get(name)?.world ?? begin(name);

  return {
    add(scenario) {
      fromFiles.set(scenario.id, scenario);
    },
    find,
    ofToken(token) {
      const issued = tokens.get(token);
      return issued && find(issued.world);
    },
    end,
    restart(name) {
      end(name);
      return begin(name);
    },
    close() {
      for (const played of worlds.values()) played.end();
      worlds.clear();
      tokens.clear();
    },
  };
}

/** `~` is no letter of an id: what stands after it only tells worlds of one scenario apart. */
function scenarioOf(name: string): string {
  return name.replace(/~.*$/, '');
}

function play(
  name: string,
  scenario: PlayableScenario,
  ledger: Parameters<typeof createService>[0]['ledger'],
  farEnds: FarEnds,
  signal: AbortSignal,
): PlayedWorld {
  const world = worldFor(scenario);
  const wait = (ms: number): Promise<void> => pause(ms, signal);
  const shared = {
    world,
    switches: { ...defaultSwitches, ...world.switches },
    apiKey: simulatedApiKey,
    ledger,
    now: () => Date.now(),
    random: () => Math.random(),
    wait,
  };
  const service = createService({
    ...shared,
    answerOffer: (sdp, session) => answerOffer({ sdp, session, fault: world.farEnd, signal, farEnds }),
  });
  const asked = {
    async handle(request: SimulatedRequest): Promise<SimulatedReply> {
      const endpoint = endpointAt(request.method, new URL(request.url).pathname);
      if (endpoint === undefined || endpoint === 'session') return service.handle(request);
      await wait(heldBack(endpoint, scenario));
      return service.handle(arriving(request, endpoint, scenario));
    },
  };
  const backend = createBackend({ ...shared, service: asked });
  return {
    name,
    scenario,
    signal,
    handle(request) {
      const { pathname } = new URL(request.url);
      if (pathname === sessionPath || pathname === loginPath) return backend.handle(request);
      const isForSecrets = endpointAt(request.method, pathname) === 'client-secrets';
      return asked.handle(isForSecrets ? withKnownKey(request) : request);
    },
    refusesPreflight(method, path) {
      const endpoint = endpointAt(method, path);
      return (
        endpoint !== undefined &&
        (world.faults?.[endpoint] ?? []).some((fault) => fault?.kind === 'preflight-refused')
      );
    },
  };
}

/** Drops the oldest and gives them back. */
function trim<T>(map: Map<string, T>, most: number): readonly T[] {
  const dropped: T[] = [];
  for (const [key, value] of map) {
    if (map.size <= most) break;
    map.delete(key);
    dropped.push(value);
  }
  return dropped;
}

/** Ends early with the world. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms === 0 || signal.aborted) return;
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
