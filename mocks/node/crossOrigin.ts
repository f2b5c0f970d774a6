import type { IncomingHttpHeaders } from 'node:http';
import { sessionPath } from '../origins.ts';
import { controlPath } from './control.ts';

/** Whether a page may change the scenario: pages of this machine, and whoever is no page. */
export function mayControl(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
}

/** What the developer's own session endpoint says to pages of another origin, cookies admitted. */
export function sessionCors(origin: string | undefined): Readonly<Record<string, string>> {
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    vary: 'Origin',
  };
}

/** A preflight's good answer: all that is asked for, and asked again each time, as the scenario may change. */
export function preflightHeaders(headers: IncomingHttpHeaders, path: string): Record<string, string> {
  const asked = headers['access-control-request-headers'];
  const own = path === sessionPath || path.startsWith(controlPath);
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, PUT, HEAD, OPTIONS',
    'access-control-max-age': '0',
    ...(asked !== undefined && { 'access-control-allow-headers': asked }),
    ...(headers['access-control-request-private-network'] === 'true' && {
      'access-control-allow-private-network': 'true',
    }),
    ...(own && sessionCors(headers.origin)),
  };
}
