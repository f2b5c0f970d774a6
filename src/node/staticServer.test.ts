import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStaticServer, securityHeaders } from './staticServer.mjs';

const script = `// ${'a long script '.repeat(1_000)}`;
let folder = '';
let server: Server;
let base = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'static-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'long.js'), script);
  server = createStaticServer({ root: folder, base: '/debugger/' });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['a page', '/debugger/', 200],
  ['a redirect', '/debugger', 308],
  ['a file that is not there', '/debugger/nothing.js', 404],
  ['a way out of the folder', '/debugger/..%2f..%2fetc%2fpasswd', 404],
])('%s carries the headers that a page cannot say about itself', async (_, path, status) => {
  const reply = await fetch(`${base}${path}`, { redirect: 'manual' });
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
  expect(reply.headers.get('permissions-policy')).toBe(
    'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()',
  );
});

test('a page that opens the debugger keeps it: no header severs the two', async () => {
  const reply = await fetch(`${base}/debugger/`);
  expect(reply.headers.get('cross-origin-opener-policy')).toBeNull();
});

test('the examples for other servers send the same headers', () => {
  const text = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/```(nginx|apache|text)\n([\s\S]*?)```/g)];
  expect(examples.map(([, host]) => host)).toEqual(['nginx', 'apache', 'text']);
  for (const [, , example = ''] of examples) {
    for (const [name, value] of Object.entries(securityHeaders)) {
      const line = example.split('\n').find((each) => each.toLowerCase().includes(name));
      expect(line, name).toContain(value);
    }
  }
});

test('a long text travels packed to whoever takes it so, and is another version of the file', async () => {
  const packed = await fetch(`${base}/debugger/long.js`, { headers: { 'accept-encoding': 'br, gzip' } });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(packed.headers.get('vary')).toBe('accept-encoding');
  expect(await packed.text()).toBe(script);
  for (const encoding of ['identity', 'gzip;q=0']) {
    const plain = await fetch(`${base}/debugger/long.js`, { headers: { 'accept-encoding': encoding } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(script);
    expect(plain.headers.get('etag')).not.toBe(packed.headers.get('etag'));
  }
  const again = await fetch(`${base}/debugger/long.js`, {
    headers: { 'accept-encoding': 'gzip', 'if-none-match': packed.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});
