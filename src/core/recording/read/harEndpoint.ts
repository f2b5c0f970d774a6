import { isObject, parseJson } from '../../session/foreignJson.ts';
import type { Endpoint } from '../../session/log.ts';
import { passedOnInText } from '../../session/sdkTexts.ts';
import type { HarExchange } from './harEntry.ts';

/** A request that belongs to a session. */
export interface SessionExchange {
  readonly endpoint: Endpoint;
  readonly exchange: HarExchange;
  /** the response of the preflight before it */
  readonly preflight?: HarExchange;
  readonly redirected: boolean;
}

/**
 * The requests of a session among all others: Orga's endpoints by their path; the developer's session endpoint by the
 * shape of its answer, and where it failed, by its address or by what it passes on of the SDK's errors.
 */
export function findSessionExchanges(all: readonly HarExchange[]): readonly SessionExchange[] {
  const sessionUrls = new Set(all.filter(answersSession).map(addressOf));
  const redirects = new Map<string, Endpoint>();
  const preflights = new Map<string, HarExchange>();
  const found: SessionExchange[] = [];
  for (const exchange of all) {
    if (exchange.method === 'OPTIONS') {
      preflights.set(exchange.url, exchange);
      continue;
    }
    const inherited = redirects.get(exchange.url);
    const endpoint = inherited ?? endpointOf(exchange, sessionUrls);
    if (endpoint === undefined) continue;
    if (exchange.status >= 300 && exchange.status < 400 && exchange.redirectTo !== undefined) {
      redirects.set(absolute(exchange.redirectTo, exchange.origin), endpoint);
      continue;
    }
    const preflight = preflights.get(exchange.url);
    found.push({
      endpoint,
      exchange,
      redirected: inherited !== undefined,
      ...(preflight === undefined ? {} : { preflight }),
    });
  }
  return found;
}

function endpointOf(exchange: HarExchange, sessionUrls: ReadonlySet<string>): Endpoint | undefined {
  const name = /\/v1\/realtime\/(client-secrets|ice-config|calls)\/?$/.exec(exchange.path)?.[1];
  if (name === 'client-secrets' || name === 'ice-config' || name === 'calls') return name;
  if (sessionUrls.has(addressOf(exchange))) return 'session';
  const failed = exchange.status === 0 || exchange.status >= 400;
  if (!failed) return undefined;
  if (/orga[-_/]?(?:ai)?[-_/]?(?:client-?secrets?|session|token|config)/i.test(exchange.path))
    return 'session';
  const body = exchange.responseBody?.slice(0, 100_000);
  return body !== undefined &&
    /ephemeral token|ICE servers|session config|OrgaAI/.test(body) &&
    passesOn(body)
    ? 'session'
    : undefined;
}

function passesOn(body: string): boolean {
  return passedOnInText(body) !== undefined || /OrgaAI\w*Error/.test(body);
}

function answersSession({ responseBody, status }: HarExchange): boolean {
  if (status < 200 || status > 299 || responseBody === undefined || !/ephemeral_?token/i.test(responseBody))
    return false;
  const body = parseJson(responseBody.trim())?.value;
  if (!isObject(body)) return false;
  const token = Object.hasOwn(body, 'ephemeralToken') || Object.hasOwn(body, 'ephemeral_token');
  return token && !Object.hasOwn(body, 'expires_at');
}

function addressOf({ origin, path, method }: HarExchange): string {
  return `${method} ${origin}${path}`;
}

function absolute(url: string, origin: string): string {
  return url.startsWith('/') && !url.startsWith('//') ? origin + url : url;
}
