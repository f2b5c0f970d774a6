import type { Endpoint } from '../../core/session/log.ts';

/** The Orga endpoints by their path on any host (orga-contract.md, section a). */
const orgaPath = /\/v1\/realtime\/(client-secrets|ice-config|calls)\/?$/;

/** Names that session endpoints have in the vendor's own samples. */
const usualPath = /\/api\/(?:orga-client-secrets|orga-session|realtime-session)\/?$/;

/**
 * Which endpoint a request goes to; undefined for all the rest of the page's traffic. `named` are the page's own
 * session endpoints, as absolute URLs, paths, or either with a final `*`. `base` is what relative URLs are read against.
 */
export function endpointOf(url: string, named: readonly string[], base: string): Endpoint | undefined {
  if (!URL.canParse(url, base)) return undefined;
  const { origin, pathname } = new URL(url, base);
  for (const name of named) if (isNamed(name, origin, pathname, base)) return 'session';
  const orga = orgaPath.exec(pathname)?.[1];
  if (orga === 'client-secrets' || orga === 'ice-config' || orga === 'calls') return orga;
  return usualPath.test(pathname) ? 'session' : undefined;
}

function isNamed(name: string, origin: string, pathname: string, base: string): boolean {
  const open = name.endsWith('*');
  const text = open ? name.slice(0, -1) : name;
  if (!URL.canParse(text, base)) return false;
  const wanted = new URL(text, base);
  if (wanted.origin !== origin) return false;
  return open
    ? pathname.startsWith(wanted.pathname)
    : pathname.replace(/\/$/, '') === wanted.pathname.replace(/\/$/, '');
}
