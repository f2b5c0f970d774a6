import { afterEach, expect, test, vi } from 'vitest';
import { needsPreflight, probe } from './liveProbe.ts';
import type { OutgoingRequest } from './request.ts';

function asked(url: string, headers: Record<string, string> = {}): OutgoingRequest {
  return {
    endpoint: 'session',
    method: 'GET',
    url,
    headers,
    body: undefined,
    bearer: undefined,
    credentials: 'omit',
    altered: [],
  };
}

/** A page of this URL, in which requests of these modes are answered. */
function pageWith(href: string, answered: readonly string[], local?: PermissionState): string[] {
  const { origin, protocol } = new URL(href);
  const modes: string[] = [];
  vi.stubGlobal('location', { href, origin, protocol });
  vi.stubGlobal('navigator', {
    onLine: true,
    permissions: {
      query: async ({ name }: { name: string }) => {
        if (local === undefined || name !== 'local-network-access') throw new TypeError('unknown name');
        return { state: local };
      },
    },
  });
  vi.stubGlobal('fetch', async (_: string, { mode }: { mode: string }) => {
    modes.push(mode);
    if (!answered.includes(mode)) throw new TypeError('Failed to fetch');
    return new Response();
  });
  return modes;
}

const { signal } = new AbortController();

afterEach(() => vi.unstubAllGlobals());

test('a host that answers without CORS, and hides the rest', async () => {
  const modes = pageWith('https://debugger.example/', ['no-cors']);
  const found = await probe(asked('https://app.example/api'), signal);
  expect(found).toEqual({
    url: 'https://app.example/api',
    preflight: false,
    online: true,
    result: 'opaque',
    plain: 'hidden',
  });
  expect(modes).toEqual(['no-cors', 'cors']);
});

test('a host that is not there is asked once', async () => {
  const modes = pageWith('https://debugger.example/', [], 'denied');
  const found = await probe(asked('http://localhost:3000/api'), signal);
  expect(found).toMatchObject({ result: 'failed', localAccess: 'denied' });
  expect(modes).toEqual(['no-cors']);
});

test.each([
  ['https://debugger.example/', 'http://app.example/api', 'not-sent'],
  ['http://127.0.0.1:4173/', 'http://192.168.1.5/api', 'not-sent'],
  ['https://debugger.example/', 'http://localhost:3000/api', 'failed'],
  ['http://192.168.1.5/', 'http://192.168.1.5/api', 'failed'],
])('from %s to %s: %s', async (page, url, result) => {
  pageWith(page, []);
  expect((await probe(asked(url), signal)).result).toBe(result);
});

test('a preflight is needed for what a form cannot send', () => {
  expect(needsPreflight({ method: 'GET', headers: {} })).toBe(false);
  expect(needsPreflight({ method: 'POST', headers: { 'Content-Type': 'text/plain' } })).toBe(false);
  expect(needsPreflight({ method: 'POST', headers: { 'Content-Type': 'application/json' } })).toBe(true);
  expect(needsPreflight({ method: 'GET', headers: { Authorization: 'Bearer x' } })).toBe(true);
  expect(needsPreflight({ method: 'PUT', headers: {} })).toBe(true);
});
