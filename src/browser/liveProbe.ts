import type { ProbeNote } from '../core/session/log.ts';
import { localAccess } from './localAccess.ts';
import type { OutgoingRequest } from './request.ts';

/** A host that answers at all answers a HEAD within this, ms. */
const longestProbe = 4_000;

/** Headers that any page may set without asking first (fetch, CORS-safelisted request-header). */
const plainHeaders = ['accept', 'accept-language', 'content-language', 'content-type'];
const plainTypes = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * Looks a second time at a URL to which a request got no response: with HEAD, without credentials, first so that CORS
 * has no say, then so that it has. Tells CORS from a host that is not there. Never rejects.
 */
export async function probe(
  request: OutgoingRequest,
  signal: AbortSignal,
): Promise<Omit<ProbeNote, 'topic' | 'request'>> {
  const { url } = request;
  const access = await localAccess();
  const facts = {
    url,
    preflight: needsPreflight(request),
    online: navigator.onLine,
    ...(access === undefined ? {} : { localAccess: access }),
  };
  if (isHeldBack(new URL(url), location.protocol)) return { ...facts, result: 'not-sent' };
  if (!(await answers(url, 'no-cors', signal))) return { ...facts, result: 'failed' };
  if (new URL(url).origin === location.origin) return { ...facts, result: 'opaque' };
  const plain = (await answers(url, 'cors', signal)) ? 'readable' : 'hidden';
  return { ...facts, result: 'opaque', plain };
}

/** Whether a browser asks the host first, by OPTIONS (fetch, CORS-preflight). */
export function needsPreflight({ method, headers }: Pick<OutgoingRequest, 'method' | 'headers'>): boolean {
  if (method !== 'GET' && method !== 'POST') return true;
  return Object.entries(headers).some(([name, value]) => {
    const known = name.toLowerCase();
    return !plainHeaders.includes(known) || (known === 'content-type' && !plainTypes.test(value));
  });
}

/** Whether the browser lets no request out: plain http beyond this machine, from https or by this page's own policy. */
function isHeldBack({ protocol, hostname, origin }: URL, page: string): boolean {
  if (protocol !== 'http:' || (page === 'http:' && origin === location.origin)) return false;
  return hostname !== 'localhost' && hostname !== '127.0.0.1';
}

async function answers(url: string, mode: RequestMode, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(url, {
      method: 'HEAD',
      mode,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestProbe)]),
    });
    return true;
  } catch {
    return false;
  }
}
