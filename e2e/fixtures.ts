import { test as base, expect, type Page } from '@playwright/test';
import { DebuggerPage } from './DebuggerPage.ts';

declare global {
  interface Window {
    /** what the test's own init script saw; not part of the app */
    observed: { violations: string[]; icePasswords: string[] };
  }
}

/** What a visit must never do, gathered from outside the app. */
export interface Watch {
  readonly console: readonly string[];
  readonly pageErrors: readonly string[];
  /** requests to hosts that are not this machine and were not answered by the worker */
  readonly leaving: readonly string[];
  /** raw credentials that crossed the simulated wire */
  readonly secrets: ReadonlySet<string>;
}

const simulatedHosts = ['api.orga-ai.test', 'your-app.test'];

/** Firefox's own lines about what the network did: nobody can switch them off either. */
const firefoxRemarks = [
  /^WebRTC: ICE failed/,
  /^Failed to load ‘.*ServiceWorker (?:passed an Error Response|intercepted the request and encountered)/,
  /^Cross-Origin Request Blocked: /,
];

function watch(page: Page, browserName: string): Watch {
  const console: string[] = [];
  const pageErrors: string[] = [];
  const leaving: string[] = [];
  const secrets = new Set<string>();
  page.on('console', (message) => {
    // Chromium's own line for every response of 400 and above: nobody can switch it off.
    const network = message.type() === 'error' && message.text().startsWith('Failed to load resource:');
    if (!network) console.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    const text = String(error);
    const remark = browserName === 'firefox' && firefoxRemarks.some((words) => words.test(text));
    if (!remark) pageErrors.push(text);
  });
  page.context().on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    const authorization = request.headers()['authorization'];
    if (authorization?.startsWith('Bearer ')) secrets.add(authorization.slice('Bearer '.length));
    if (protocol === 'blob:' || protocol === 'data:' || hostname === 'localhost' || hostname === '127.0.0.1')
      return;
    const fromWorker = request.serviceWorker() !== null;
    if (fromWorker || !simulatedHosts.includes(hostname)) leaving.push(request.url());
  });
  page.context().on('response', (response) => {
    // Over BiDi nobody is told who answered; but hosts under .test exist nowhere else than in the worker.
    if (browserName === 'firefox') return;
    const { hostname } = new URL(response.url());
    if (simulatedHosts.includes(hostname) && !response.fromServiceWorker()) leaving.push(response.url());
  });
  return { console, pageErrors, leaving, secrets };
}

/** Runs in the page before the app: notes policy violations and real ICE passwords, where no view shows them. */
function observe(): void {
  const observed: Window['observed'] = { violations: [], icePasswords: [] };
  Object.defineProperty(window, 'observed', { value: observed, enumerable: false });
  addEventListener('securitypolicyviolation', (event) => {
    observed.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  const set = Object.getOwnPropertyDescriptor(RTCPeerConnection.prototype, 'setLocalDescription')?.value as (
    ...args: unknown[]
  ) => Promise<void>;
  async function setLocalDescription(this: RTCPeerConnection, ...args: unknown[]): Promise<void> {
    await Reflect.apply(set, this, args);
    for (const [, password] of (this.localDescription?.sdp ?? '').matchAll(/a=ice-pwd:(\S+)/g)) {
      if (password !== undefined) observed.icePasswords.push(password);
    }
  }
  Object.defineProperty(RTCPeerConnection.prototype, 'setLocalDescription', { value: setLocalDescription });
}

export const test = base.extend<{ app: DebuggerPage; watched: Watch }>({
  watched: async ({ page, browserName }, use) => {
    await page.addInitScript(observe);
    await use(watch(page, browserName));
  },
  app: async ({ page, watched: _ }, use) => {
    await use(new DebuggerPage(page));
  },
});

export { expect };
