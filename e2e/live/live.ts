import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page, type Request } from '@playwright/test';
import { type Simulator, startSimulator } from '../../mocks/node/index.ts';
import type { Report } from '../../src/core/session/report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Served {
  /** the app's address, with a trailing slash */
  readonly url: string;
  readonly output: () => string;
  /** resolves once its port is free again */
  readonly stop: () => Promise<void>;
}

/** What crossed the page's border: everything that a page of this origin could have read. */
export interface Traffic {
  readonly requests: readonly Request[];
  /** all of it as one text: URLs, headers and bodies, both ways */
  text(): Promise<string>;
}

interface LiveFixtures {
  readonly simulator: Simulator;
  /** `npm start`, once it is installed and built, on a free port unless `args` say otherwise */
  readonly serve: (
    args?: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ) => Promise<Served>;
  /** a server of the test's own on loopback; resolves with its origin */
  readonly listen: (answer: RequestListener) => Promise<string>;
  readonly traffic: Traffic;
}

export const test = base.extend<LiveFixtures>({
  simulator: async ({ browserName: _ }, use) => {
    const simulator = await startSimulator();
    await use(simulator);
    await simulator.close();
  },
  serve: async ({ browserName: _ }, use) => {
    const children: ChildProcess[] = [];
    await use((args = [], environment = {}) => {
      const child = spawn(
        process.execPath,
        ['src/node/serve.mjs', '--base', '/debugger/', '--port', '0', ...args],
        {
          cwd: root,
          env: { PATH: process.env['PATH'], ...environment },
        },
      );
      children.push(child);
      return started(child);
    });
    for (const child of children) child.kill();
  },
  listen: async ({ browserName: _ }, use) => {
    const servers: Server[] = [];
    await use(async (answer) => {
      const server = createServer(answer);
      servers.push(server);
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
  traffic: async ({ page }, use) => {
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    await use({ requests, text: () => textOf(requests) });
  },
});

export { expect };

function started(child: ChildProcess): Promise<Served> {
  let text = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += String(chunk);
      const url = /Debugger: (http:\S+)/.exec(text)?.[1];
      if (url !== undefined) resolve({ url, output: () => text, stop: () => ended(child) });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${text}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}

async function textOf(requests: readonly Request[]): Promise<string> {
  const parts = await Promise.all(
    requests.map(async (request) => {
      const response = await request.response();
      const body = await response?.text().catch(() => '');
      const headers = { ...(await request.allHeaders()), ...(await response?.allHeaders()) };
      return [request.url(), request.postData() ?? '', JSON.stringify(headers), body].join('\n');
    }),
  );
  return parts.join('\n');
}

/** Opens the live page with these settings, and waits until it knows whether there is a relay. */
export async function openLive(
  page: Page,
  served: Served,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const query = new URLSearchParams({ target: 'live', ...settings });
  await page.goto(`${served.url}?${query}`);
  await page.waitForFunction(() => window.sessionDebugger !== undefined);
}

/** Presses Run, and waits until the run has ended or is connected. */
export async function run(page: Page): Promise<Report> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForFunction(() =>
    ['connected', 'failed', 'stopped'].includes(document.documentElement.dataset['outcome'] ?? ''),
  );
  return page.evaluate(async () => {
    await window.sessionDebugger.catalogue();
    return window.sessionDebugger.report();
  });
}
