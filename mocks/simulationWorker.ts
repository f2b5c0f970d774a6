import { fieldsOf } from './fieldsOf.ts';

/** The part of MSW's worker that is needed here. */
export interface StartableWorker {
  start(options: {
    readonly quiet: boolean;
    readonly onUnhandledRequest: 'bypass';
    readonly serviceWorker: { readonly url: string; readonly options: { readonly scope: string } };
  }): Promise<unknown>;
  stop(): void;
}

export interface WorkerPlace {
  /** absolute, or relative to the page */
  readonly workerUrl: string;
  /** the page's own path, so that no other page is ever controlled */
  readonly scope: string;
}

/** Set on the sentinel's answer: the worker's script itself, served from the network, has no such header. */
export const sentinel = 'x-simulation';

/**
 * How long the worker may take to answer a sentinel, and to start, ms. One that is dead or forgets this page lets the
 * request through, and is known at once: only a machine that is very busy needs the time.
 */
const pingLimit = 8000;
const startLimit = 15_000;

/** Remembers, for this tab, that the page was reloaded to come under its worker. */
const reloadedKey = 'simulation-reloaded';

/** Registers and starts the worker. Rejects with a message for the user when this page cannot have one. */
export async function startWorker(worker: StartableWorker, place: WorkerPlace): Promise<void> {
  refuseWithoutWorkers();
  globalThis.addEventListener('unhandledrejection', ignoreFailedUpdate);
  await reloadIfUncontrolled(place);
  await register(worker, place);
  if (!(await isAlive(place))) await revive(worker, place);
}

/**
 * Whether the worker still answers for this page: a worker that the browser has stopped forgets its pages, and from then
 * on lets every request through. The sentinel is the worker's own address, which exists: a miss leaves no error behind.
 */
export async function isAlive({ workerUrl }: WorkerPlace): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(pingLimit);
    const reply = await fetch(workerUrl, { method: 'HEAD', cache: 'no-store', signal });
    return reply.headers.has(sentinel);
  } catch {
    return false;
  }
}

/** Makes the worker answer for this page again. Rejects with a message for the user if that fails. */
export async function revive(worker: StartableWorker, place: WorkerPlace): Promise<void> {
  await remind();
  if (await isAlive(place)) return;
  worker.stop();
  await register(worker, place);
  if (await isAlive(place)) return;
  throw new Error(
    'The simulation has started but does not answer: its service worker does not control this page. Reload the page; if that does not help, close the other tabs of this site first.',
  );
}

/**
 * A restarted worker only has to be told of this page again, in MSW's own words. Its stop() and start() would do too,
 * but they unregister the worker: other tabs, and the next one to open, would be left without.
 */
async function remind(): Promise<void> {
  const { controller } = navigator.serviceWorker;
  if (controller === null) return;
  const over = new AbortController();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, pingLimit);
    const heard = ({ data }: MessageEvent<unknown>): void => {
      if (fieldsOf(data).get('type') !== 'MOCKING_ENABLED') return;
      clearTimeout(timer);
      resolve();
    };
    navigator.serviceWorker.addEventListener('message', heard, { signal: over.signal });
    controller.postMessage('MOCK_ACTIVATE', []);
  });
  over.abort();
}

function refuseWithoutWorkers(): void {
  if (!globalThis.isSecureContext) {
    throw new Error(
      `The simulation needs a service worker, and browsers allow one only on https: or on localhost. This page was opened from ${location.origin}: open it as http://localhost or over https.`,
    );
  }
  // Some browsers keep the member and leave it undefined.
  if (navigator.serviceWorker === undefined) {
    throw new Error(
      'The simulation needs a service worker, and this browser offers none here: a private window, a setting or a policy may forbid it. Open the page in a normal window, or allow service workers for this site.',
    );
  }
}

/** MSW asks for an update of the worker and does not wait for it: one that fails leaves the present worker as it is. */
function ignoreFailedUpdate(event: PromiseRejectionEvent): void {
  const reason: unknown = event.reason;
  if (reason instanceof TypeError && reason.message.includes('Failed to update a ServiceWorker')) {
    event.preventDefault();
  }
}

/**
 * A hard reload leaves the page without its worker, and only a plain reload brings it back. MSW would reload again and
 * again where the worker is bypassed on purpose; here it happens once, then a message says why.
 */
async function reloadIfUncontrolled({ workerUrl, scope }: WorkerPlace): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(scope).catch(() => undefined);
  const active = registration?.active?.scriptURL === new URL(workerUrl, location.href).href;
  const memory = tabMemory();
  if (!active || navigator.serviceWorker.controller !== null) {
    memory?.removeItem(reloadedKey);
    return;
  }
  if (memory === undefined || memory.getItem(reloadedKey) !== null) {
    memory?.removeItem(reloadedKey);
    throw new Error(
      'The simulation’s service worker is there, but the browser does not let it answer for this page. If the developer tools are open, untick “Bypass for network” (Application, Service workers), then reload the page.',
    );
  }
  memory.setItem(reloadedKey, 'yes');
  location.reload();
  await new Promise<never>(() => {});
}

/** Where storage is refused, reading the property throws. */
function tabMemory(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

async function register(worker: StartableWorker, { workerUrl, scope }: WorkerPlace): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not ready after ${startLimit / 1000} s`)), startLimit);
  });
  const serviceWorker = { url: workerUrl, options: { scope } };
  try {
    await Promise.race([worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker }), late]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The simulation’s service worker could not be registered (${why}). Check that nothing blocks service workers for this site and that ${workerUrl} is served, then reload the page.`,
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
}
