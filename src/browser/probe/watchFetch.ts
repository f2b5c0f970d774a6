import type { Endpoint } from '../../core/session/log.ts';
import type { PageRequest } from './watchRequests.ts';
import { follow, type Wrapper } from './wrap.ts';

/**
 * Watches `fetch`. Of known endpoints only a copy of the response is read (fetch, section 5.5, clone); all the rest of
 * the page's traffic goes by unread.
 */
export function watchFetch(
  wrapper: Wrapper,
  endpointOf: (url: string) => Endpoint | undefined,
  onRequest: (request: PageRequest) => void,
): void {
  wrapper.wrapMethod(globalThis, 'fetch', (_self, [input, init]) => {
    const given = readInit(init);
    const asked = input instanceof Request ? input : undefined;
    const url = asked?.url ?? (input instanceof URL ? input.href : input);
    if (typeof url !== 'string') return undefined;
    const endpoint = endpointOf(url);
    if (endpoint === undefined) return undefined;
    const headers = new Headers(headersOf(given.headers) ?? asked?.headers);
    const body = bodyOf(given.body, asked);
    const signal = given.signal ?? asked?.signal;
    return {
      returned(value) {
        const { promise, resolve, reject } = deferred<Response>();
        const absolute = new URL(url, document.baseURI).href;
        void body.then((text) =>
          wrapper.safely(() =>
            onRequest({
              endpoint,
              method: (given.method ?? asked?.method ?? 'GET').toUpperCase(),
              url: absolute,
              headers,
              body: text,
              credentials: given.credentials ?? asked?.credentials ?? 'same-origin',
              response: promise,
              gaveUp: (error) => signal?.aborted === true || isGivingUp(error),
            }),
          ),
        );
        return follow(value, wrapper, {
          resolved: (response) => (response instanceof Response ? resolve(response.clone()) : undefined),
          rejected: reject,
        });
      },
    };
  });
}

/** What a request was given besides its URL; any object may stand there. */
function readInit(init: unknown): RequestInit {
  return typeof init === 'object' && init !== null ? init : {};
}

/** Headers as they were given; of an iterator none, for reading it would use it up. */
function headersOf(given: HeadersInit | undefined): HeadersInit | undefined {
  const isPlain = given instanceof Headers || Array.isArray(given) || (given && !(Symbol.iterator in given));
  return isPlain ? given : undefined;
}

async function bodyOf(body: unknown, request: Request | undefined): Promise<string | undefined> {
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body);
  if (body || !request?.body || request.bodyUsed) return undefined;
  return request
    .clone()
    .text()
    .catch(() => undefined);
}

export function isGivingUp(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'AbortError' || error.name === 'TimeoutError');
}

/** `Promise.withResolvers`, which not every browser has yet. A rejection that nobody waits for stays silent. */
export function deferred<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((whenKept, whenBroken) => {
    resolve = whenKept;
    reject = whenBroken;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
