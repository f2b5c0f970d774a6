import { randomBytes, timingSafeEqual } from 'node:crypto';
import { refuse, safeHeaders, secretHeader } from './relayAnswer.mjs';
import { forward } from './relayForward.mjs';
import { isLoopbackHost } from './relayTargets.mjs';

const mostAtOnce = 16;

/**
 * @typedef {object} RelayTargets
 * @property {URL} upstream the Orga API
 * @property {string} [apiKey]
 * @property {{ url: URL, headers: Readonly<Record<string, string>> }} [backend]
 */
/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/**
 * @typedef {object} Hop where a request goes on to, and what is added there
 * @property {URL} url
 * @property {Readonly<Record<string, string>>} headers
 * @property {boolean} followsRedirects
 */

/**
 * Stands between the page and services that it may not, or cannot, talk to itself. It knows three method and path
 * pairs of one upstream, and the developer's own session endpoint; it answers none but this origin's own page. The API
 * key is added here and is in no answer.
 * @param {RelayTargets & { base: string, mostBytes?: number, longest?: number }} options
 *   `base`: path prefix of the app, `/` at both ends; `mostBytes` of a body; `longest` exchange, ms
 */
export function createRelay({ upstream, apiKey, backend, base, mostBytes = 1_000_000, longest = 120_000 }) {
  const secret = randomBytes(32).toString('base64url');
  const root = `${base}__relay`;
  let open = 0;

  /** @param {string} method @param {string} path @param {string | undefined} query @returns {Hop | string | undefined} */
  function hopFor(method, path, query) {
    if (path === `${root}/session`) {
      if (backend === undefined) return 'No --backend was named when the relay was started.';
      if (!['GET', 'POST', 'PUT'].includes(method) || query !== undefined) return undefined;
      return { ...backend, followsRedirects: true };
    }
    const pair = `${method} ${path.slice(root.length)}`;
    const url = new URL(`${upstream.pathname.replace(/\/+$/, '')}${path.slice(root.length)}`, upstream);
    switch (pair) {
      case 'POST /v1/realtime/client-secrets': {
        if (apiKey === undefined) return 'No ORGA_API_KEY was set when the relay was started.';
        const email = emailOf(query);
        if (email === undefined) return undefined;
        if (email !== '') url.searchParams.set('email', email);
        return { url, headers: { authorization: `Bearer ${apiKey}` }, followsRedirects: false };
      }
      case 'GET /v1/realtime/ice-config':
      case 'POST /v1/realtime/calls':
        return query === undefined ? { url, headers: {}, followsRedirects: false } : undefined;
      default:
        return undefined;
    }
  }

  /**
   * Answers what belongs to the relay; false for everything else.
   * @param {Request} request
   * @param {Response} response
   */
  function handle(request, response) {
    const [path = '', query] = (request.url ?? '').split('?', 2);
    if (path !== root && !path.startsWith(`${root}/`)) return false;
    const method = request.method ?? '';
    if (!isOwnPage(request)) {
      refuse(response, 403, 'Only the page that this server serves may use the relay.');
    } else if (path === root) {
      if (method === 'GET') tell(response);
      else refuse(response, 405, 'GET only.');
    } else if (!knowsSecret(request.headers[secretHeader], secret)) {
      refuse(response, 403, 'The secret is not that of this start of the relay.');
    } else {
      const hop = hopFor(method, path, query);
      if (hop === undefined) refuse(response, 404, 'The relay knows no such method and path.');
      else if (typeof hop === 'string') refuse(response, 403, hop);
      else if (open >= mostAtOnce) refuse(response, 503, `${mostAtOnce} requests are under way already.`);
      else {
        open += 1;
        response.once('close', () => {
          open -= 1;
        });
        forward(request, response, hop, { mostBytes, longest });
      }
    }
    return true;
  }

  /** @param {Response} response */
  function tell(response) {
    response.writeHead(200, { 'content-type': 'application/json', ...safeHeaders });
    const facts = { relay: 1, secret, apiKey: apiKey !== undefined, upstream: shown(upstream) };
    response.end(JSON.stringify(backend === undefined ? facts : { ...facts, backend: backend.url.href }));
  }

  return { handle };
}

/** @param {URL} url */
function shown(url) {
  return url.href.replace(/\/+$/, '');
}

/**
 * Whether a request comes from the page that this server serves. `Host` must be a name of this machine, or the name
 * was rebound; `Origin` and `Sec-Fetch-Site` are set by the browser alone, and one of the two is always there.
 * @param {Request} request
 */
function isOwnPage({ headers, socket }) {
  const [, name = '', port] = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d+))?$/i.exec(headers.host ?? '') ?? [];
  if (!isLoopbackHost(name) || Number(port ?? 80) !== socket.localPort) return false;
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return false;
  return site === undefined ? origin !== undefined : site === 'same-origin';
}

/** @param {string | string[] | undefined} given @param {string} secret */
function knowsSecret(given, secret) {
  if (typeof given !== 'string' || given.length !== secret.length) return false;
  const [left, right] = [Buffer.from(given), Buffer.from(secret)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** @param {string | undefined} query @returns {string | undefined} '' without one; undefined where there is more than that */
function emailOf(query) {
  if (query === undefined) return '';
  const pairs = [...new URLSearchParams(query)];
  const [first] = pairs;
  return pairs.length === 1 && first?.[0] === 'email' ? first[1] : undefined;
}
