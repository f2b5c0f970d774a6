import { readHeaderLines } from '../../core/session/headerLines.ts';
import type { Endpoint } from '../../core/session/log.ts';
import { deferred, isGivingUp } from './watchFetch.ts';
import type { PageRequest } from './watchRequests.ts';
import type { Wrapper } from './wrap.ts';

/** The ends of a request without a response, and what fetch would reject with. */
const failures = { error: 'NetworkError', timeout: 'TimeoutError', abort: 'AbortError' } as const;

interface Opened {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
}

/** Watches `XMLHttpRequest`: what it got is read once it has ended, as text, and stands for a response. */
export function watchXhr(
  wrapper: Wrapper,
  endpointOf: (url: string) => Endpoint | undefined,
  onRequest: (request: PageRequest) => void,
): void {
  const opened = new WeakMap<object, Opened>();
  const { prototype } = XMLHttpRequest;

  wrapper.wrapMethod(prototype, 'open', (self, [method, url]) => ({
    returned(value) {
      if (self instanceof XMLHttpRequest)
        opened.set(self, { method: String(method).toUpperCase(), url: String(url), headers: new Headers() });
      return value;
    },
  }));
  wrapper.wrapMethod(prototype, 'setRequestHeader', (self, [name, value]) => ({
    returned(returned) {
      if (self instanceof XMLHttpRequest) opened.get(self)?.headers.append(String(name), String(value));
      return returned;
    },
  }));
  wrapper.wrapMethod(prototype, 'send', (self, [body]) => {
    if (!(self instanceof XMLHttpRequest)) return undefined;
    const request = opened.get(self);
    const endpoint = request && endpointOf(request.url);
    if (request === undefined || endpoint === undefined) return undefined;
    const { promise, resolve, reject } = deferred<Response>();
    for (const [event, name] of Object.entries(failures))
      self.addEventListener(event, () => reject(new DOMException(`XMLHttpRequest: ${event}`, name)));
    self.addEventListener('load', () => wrapper.safely(() => resolve(responseOf(self))));
    onRequest({
      endpoint,
      ...request,
      url: new URL(request.url, document.baseURI).href,
      body: typeof body === 'string' || body instanceof URLSearchParams ? String(body) : undefined,
      credentials: self.withCredentials ? 'include' : 'same-origin',
      response: promise,
      gaveUp: isGivingUp,
    });
    return undefined;
  });
}

/** Statuses whose response has no body (fetch, null body status). */
const withoutBody = [101, 103, 204, 205, 304];

function responseOf(request: XMLHttpRequest): Response {
  const { status, statusText } = request;
  const headers = readHeaderLines(request.getAllResponseHeaders()).map(
    ({ name, value }): [string, string] => [name, value],
  );
  const body = withoutBody.includes(status) ? null : textOf(request);
  return new Response(body, { status, statusText, headers });
}

function textOf({ responseType, response }: XMLHttpRequest): string {
  const got: unknown = response;
  if (typeof got === 'string') return got;
  if (responseType === 'json') return got === null ? '' : JSON.stringify(got);
  return got instanceof ArrayBuffer ? new TextDecoder().decode(got) : '';
}
