import type { RelayFacts } from '../core/session/relayFacts.ts';
import type { OutgoingRequest } from './request.ts';

/** The relay that serves this page, as the page uses it. */
export interface RelayClient {
  /** undefined where there is none: only on this machine is one looked for */
  readonly find: () => Promise<RelayFacts | undefined>;
  /** Rejects with a TypeError, as fetch does, where the relay or what is behind it gives no answer. */
  readonly send: (request: OutgoingRequest, signal: AbortSignal) => Promise<Response>;
}

interface Found {
  readonly facts: RelayFacts;
  readonly secret: string;
}

/** Longer than this a server on the same machine takes for nothing, ms. */
const longestSearch = 10_000;

/** `root` is the app's base URL, with a trailing slash. The per-start secret stays in here. */
export function createRelayClient(root: URL): RelayClient {
  let found: Promise<Found | undefined> | undefined;
  const search = () => {
    found ??= findRelay(root);
    return found;
  };

  async function send(request: OutgoingRequest, signal: AbortSignal): Promise<Response> {
    const first = await sendOnce(request, signal);
    if (first.status !== 403 || first.headers.get('x-relay') !== 'refused') return answered(first);
    // Restarted under the open page, it has another secret.
    found = undefined;
    return answered(await sendOnce(request, signal));
  }

  async function sendOnce({ endpoint, url, method, headers, body }: OutgoingRequest, signal: AbortSignal) {
    const relay = await search();
    if (relay === undefined) throw new TypeError('The relay on this machine no longer answers.');
    const path = endpoint === 'session' ? 'session' : `v1/realtime/${endpoint}${new URL(url).search}`;
    const { Authorization, ...others } = headers;
    const sent = endpoint === 'client-secrets' || Authorization === undefined ? others : headers;
    return fetch(new URL(`__relay/${path}`, root), {
      method,
      headers: { ...sent, 'x-relay-secret': relay.secret },
      ...(body === undefined ? {} : { body }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    });
  }

  return { find: async () => (await search())?.facts, send };
}

/** The relay's own answers are no answers of the service: they fail as a request fails. */
async function answered(response: Response): Promise<Response> {
  if (!response.headers.has('x-relay')) {
    // Its redirects were followed on the other side.
    const url = response.headers.get('x-relay-redirected');
    if (url !== null) Object.defineProperties(response, { redirected: { value: true }, url: { value: url } });
    return response;
  }
  const told: unknown = await response.json().catch(() => undefined);
  const why =
    typeof told === 'object' && told !== null && 'message' in told
      ? String(told.message)
      : `status ${response.status}`;
  throw new TypeError(`The relay on this machine got no answer: ${why}`);
}

async function findRelay(root: URL): Promise<Found | undefined> {
  // It binds to this machine only, so that a page from elsewhere need not ask.
  if (!/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(root.hostname)) return undefined;
  try {
    const response = await fetch(new URL('__relay', root), {
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(longestSearch),
    });
    if (!response.ok || !/^application\/json\b/.test(response.headers.get('content-type') ?? ''))
      return undefined;
    return readFound(await response.json());
  } catch {
    return undefined;
  }
}

function readFound(told: unknown): Found | undefined {
  if (typeof told !== 'object' || told === null || !('secret' in told) || !('upstream' in told))
    return undefined;
  const { secret, upstream } = told;
  if (typeof secret !== 'string' || typeof upstream !== 'string') return undefined;
  const backend = 'backend' in told && typeof told.backend === 'string' ? { backend: told.backend } : {};
  return { secret, facts: { apiKey: 'apiKey' in told && told.apiKey === true, upstream, ...backend } };
}
