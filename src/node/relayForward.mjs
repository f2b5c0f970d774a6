import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { refuse, safeHeaders, secretHeader } from './relayAnswer.mjs';

/** @typedef {import('./relay.mjs').Hop} Hop */
/** @typedef {import('./relay.mjs').Request} Request */
/** @typedef {import('./relay.mjs').Response} Response */

const mostRedirects = 5;

/** Of one connection (RFC 9110, section 7.6.1), or of this origin's own: never sent on. */
const neverSent = new Set(
  `connection keep-alive proxy-authorization proxy-connection te trailer upgrade transfer-encoding expect host origin
  referer cookie accept-encoding cache-control pragma priority dnt forwarded via ${secretHeader}`.split(
    /\s+/,
  ),
);
const neverSentGroups = /^(?:sec-|proxy-|x-forwarded-|access-control-)/;

/** What speaks to a browser about the upstream's own origin, and would be obeyed for ours. */
const neverReturned = new Set(
  `connection keep-alive proxy-authenticate trailer transfer-encoding upgrade set-cookie set-cookie2 location refresh
  link alt-svc clear-site-data x-relay x-relay-redirected strict-transport-security service-worker-allowed sourcemap nel
  report-to reporting-endpoints www-authenticate ${Object.keys(safeHeaders).join(' ')}`.split(/\s+/),
);
const neverReturnedGroups = /^(?:access-control-|cross-origin-|content-security-policy)/;

/**
 * Sends a request on and its answer back, both as they come. Never throws.
 * @param {Request} request
 * @param {Response} response
 * @param {Hop} hop
 * @param {{ mostBytes: number, longest: number }} limits
 */
export function forward(request, response, hop, { mostBytes, longest }) {
  const aborted = new AbortController();
  const fail = (/** @type {number} */ status, /** @type {string} */ why, /** @type {string} */ what) => {
    if (response.headersSent) response.destroy();
    else if (!response.destroyed) refuse(response, status, why, what);
    request.unpipe();
    request.resume();
    aborted.abort();
  };
  const timer = setTimeout(() => fail(504, `Not done after ${longest / 1000} s.`, 'timeout'), longest);
  response.once('close', () => {
    clearTimeout(timer);
    aborted.abort();
  });

  const length = Number(request.headers['content-length'] ?? 0);
  if (length > mostBytes) {
    fail(413, `The body is longer than ${mostBytes} bytes.`, 'refused');
    return;
  }
  let sent = 0;
  request.on('data', (/** @type {Buffer} */ chunk) => {
    sent += chunk.length;
    if (sent > mostBytes) fail(413, `The body is longer than ${mostBytes} bytes.`, 'refused');
  });

  send(hop.url, request.method ?? 'GET', true, 0);

  /** @param {URL} url @param {string} method @param {boolean} withBody @param {number} redirects */
  function send(url, method, withBody, redirects) {
    const headers = { ...sentHeaders(request), 'accept-encoding': 'identity', ...hop.headers };
    const outgoing = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method,
      headers: withBody ? headers : withoutBody(headers),
      signal: aborted.signal,
      agent: false,
    });
    outgoing.on('error', (error) => {
      if (!aborted.signal.aborted) fail(502, `${url.origin}: ${reasonOf(error)}`, 'unreachable');
    });
    outgoing.on('response', (incoming) => {
      const next = hop.followsRedirects ? redirectOf(incoming, url, method) : undefined;
      if (next !== undefined && redirects < mostRedirects) {
        incoming.resume();
        send(next, 'GET', false, redirects + 1);
        return;
      }
      // The upstream's own clock, or none: that of this machine would pass for it.
      response.sendDate = false;
      response.writeHead(incoming.statusCode ?? 502, incoming.statusMessage ?? '', {
        ...returnedHeaders(incoming),
        ...safeHeaders,
        ...(redirects > 0 ? { 'x-relay-redirected': url.href.split('?', 1)[0] } : {}),
      });
      incoming.on('error', () => response.destroy());
      incoming.pipe(response);
    });
    if (withBody) request.pipe(outgoing);
    else outgoing.end();
  }
}

/**
 * Where a backend sends the page on to, by GET and on its own origin: a login page, mostly. The headers of the command
 * line go nowhere else.
 * @param {import('node:http').IncomingMessage} incoming @param {URL} from @param {string} method
 */
function redirectOf({ statusCode = 0, headers: { location } }, from, method) {
  const becomesGet = statusCode === 303 || ([301, 302].includes(statusCode) && method !== 'PUT');
  const staysGet = [307, 308].includes(statusCode) && method === 'GET';
  if (location === undefined || !(becomesGet || staysGet) || !URL.canParse(location, from.href))
    return undefined;
  const next = new URL(location, from);
  return next.origin === from.origin ? next : undefined;
}

/** @param {Request} request */
function sentHeaders({ headers }) {
  const listed = (headers.connection ?? '').toLowerCase().split(/\s*,\s*/);
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !neverSent.has(name) && !neverSentGroups.test(name) && !listed.includes(name),
    ),
  );
}

/** @param {import('node:http').OutgoingHttpHeaders} headers */
function withoutBody(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('content-')));
}

/** @param {import('node:http').IncomingMessage} incoming */
function returnedHeaders({ headers }) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !neverReturned.has(name) && !neverReturnedGroups.test(name)),
  );
}

/** @param {NodeJS.ErrnoException} error */
function reasonOf({ code, message }) {
  return code === undefined || message.includes(code) ? message : `${message} (${code})`;
}
