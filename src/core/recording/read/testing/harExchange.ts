import type { HarExchange } from '../harEntry.ts';

/** A request to `https://app.example/api`, answered at once with 200 and nothing, but for what is said. */
export function harExchange(rest: Partial<HarExchange> = {}): HarExchange {
  return {
    at: 0,
    method: 'GET',
    url: 'https://app.example/api',
    path: '/api',
    origin: 'https://app.example',
    headers: {},
    body: undefined,
    status: 200,
    statusText: '',
    responseHeaders: {},
    contentType: undefined,
    responseBody: '',
    responseBytes: 0,
    redirectTo: undefined,
    headersAfter: 0,
    took: 0,
    error: undefined,
    ...rest,
  };
}
