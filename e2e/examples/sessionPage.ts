import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test as simulated } from 'webrtc-session-debugger/playwright';

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

/** The application under test: any server will do. */
export const test = simulated.extend<{}, { readonly appUrl: string }>({
  appUrl: [
    async ({ simulator: _ }, use) => {
      const server = createServer((request, response) => {
        const name = /^\/(session\.js)$/.exec(request.url ?? '')?.[1] ?? 'index.html';
        readFile(new URL(`session-page/${name}`, import.meta.url)).then(
          (file) => response.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? '').end(file),
          () => response.writeHead(500).end(),
        );
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      server.close();
    },
    { scope: 'worker' },
  ],
});

export { expect };
