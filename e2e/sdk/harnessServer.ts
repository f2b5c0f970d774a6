import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Fixtures } from '@playwright/test';
import { build } from 'vite';

/** Bundles the harness with the SDK as published and serves it, on this machine only. Gives its URL and what ends it. */
async function serveHarness(): Promise<{ readonly url: string; close(): void }> {
  const script = await bundle();
  const server = createServer((request, response) => {
    const isScript = request.url?.startsWith('/harness.js') === true;
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : pageWith(new URL(request.url ?? '', 'http://localhost').searchParams));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}

/** `probe`: URL of a script that comes first, named the `session` endpoint. */
function pageWith(query: URLSearchParams): string {
  const [probe, session] = [query.get('probe'), query.get('session')];
  const first = probe === null ? '' : `<script src="${probe}" data-session-endpoint="${session}"></script>`;
  return `<!doctype html><html lang="en"><head><title>Harness</title><link rel="icon" href="data:,">${first}</head><body><script type="module" src="/harness.js"></script></body></html>`;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: {
        input: fileURLToPath(new URL('harness.ts', import.meta.url)),
        output: { format: 'es' },
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const one of outputs) {
    if (!('output' in one)) continue;
    const [chunk] = one.output;
    return chunk.code;
  }
  throw new Error('The harness was not built.');
}

/** A server of the harness for each of the runner's workers, as a fixture of Playwright's. */
export const harnessFixture: Fixtures<{}, { readonly harnessUrl: string }> = {
  harnessUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it
    async ({}, use) => {
      const harness = await serveHarness();
      await use(harness.url);
      harness.close();
    },
    { scope: 'worker' },
  ],
};
