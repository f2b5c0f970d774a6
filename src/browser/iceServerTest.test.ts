import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type IceServerResult, testIceServers } from './iceServerTest.ts';

/** What the server at this URL does; undefined is silence. */
type Behaviour = 'relay' | 'srflx' | 401 | 'nothing-new' | undefined;

let behaviours: Record<string, Behaviour>;
let open: number;
let mostOpen: number;
let policies: Record<string, string>;

class FakeConnection extends EventTarget {
  iceGatheringState = 'new';
  readonly url: string;
  constructor({
    iceServers: [server],
    iceTransportPolicy,
  }: { iceServers: { urls: string }[]; iceTransportPolicy: string }) {
    super();
    this.url = server?.urls ?? '';
    if (this.url.startsWith('http')) throw new DOMException('not a valid stun or turn URL.', 'SyntaxError');
    policies[this.url] = iceTransportPolicy;
    open += 1;
    mostOpen = Math.max(mostOpen, open);
  }
  createDataChannel() {}
  async setLocalDescription() {
    const behaviour = behaviours[this.url];
    if (behaviour === undefined) return;
    setTimeout(() => {
      this.candidate('candidate:1 1 udp 1 192.0.2.1 40000 typ host');
      if (behaviour === 401)
        this.dispatch('icecandidateerror', { errorCode: 401, errorText: 'Unauthorized.' });
      else if (behaviour !== 'nothing-new')
        this.candidate(`candidate:2 1 udp 1 203.0.113.7 50000 typ ${behaviour} raddr 0.0.0.0 rport 0`);
      this.iceGatheringState = 'complete';
      this.dispatch('icegatheringstatechange', {});
    }, 5);
  }
  candidate(candidate: string) {
    this.dispatch('icecandidate', { candidate: { candidate } });
  }
  dispatch(name: string, facts: object) {
    this.dispatchEvent(Object.assign(new Event(name), facts));
  }
  close() {
    open -= 1;
  }
}

beforeEach(() => {
  behaviours = {};
  policies = {};
  open = 0;
  mostOpen = 0;
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function results(urls: readonly string[], limit = 40, signal = new AbortController().signal) {
  const found: IceServerResult[] = [];
  for await (const result of testIceServers([{ urls, username: 'u', credential: 'c' }], { limit, signal }))
    found.push(result);
  return found.toSorted((one, other) => one.url.localeCompare(other.url));
}

test('each URL is asked by itself, TURN for relays only', async () => {
  behaviours = { 'stun:a': 'srflx', 'turn:b': 'relay', 'turn:c': 401 };
  expect(await results(['stun:a', 'turn:b', 'turn:c', 'turn:d'])).toMatchObject([
    { url: 'stun:a', result: 'answered', candidates: [expect.stringContaining('srflx')] },
    { url: 'turn:b', result: 'answered', candidates: [expect.stringContaining('relay')] },
    { url: 'turn:c', result: 'error', errorCode: 401, errorText: 'Unauthorized.' },
    { url: 'turn:d', result: 'silent', candidates: [] },
  ]);
  expect(policies).toEqual({ 'stun:a': 'all', 'turn:b': 'relay', 'turn:c': 'relay', 'turn:d': 'relay' });
  expect(open).toBe(0);
});

test('a TURN server that the browser passes over is silent, a STUN server that sees our own address is not', async () => {
  behaviours = { 'stun:a': 'nothing-new', 'turn:b:465': 'nothing-new' };
  expect((await results(['stun:a', 'turn:b:465'])).map(({ result }) => result)).toEqual([
    'answered',
    'silent',
  ]);
});

test('a URL that the browser refuses is an error in its own words', async () => {
  expect(await results(['http://x'])).toMatchObject([
    { result: 'error', errorText: 'SyntaxError: not a valid stun or turn URL.' },
  ]);
});

test('five hundred servers do not need five hundred peer connections at once', async () => {
  const urls = Array.from({ length: 500 }, (_, index) => `turn:host${index}`);
  behaviours = Object.fromEntries(urls.map((url) => [url, 'relay']));
  expect((await results(urls)).length).toBe(500);
  expect(mostOpen).toBe(8);
});

test('an aborted test ends at once and leaves nothing open', async () => {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 10);
  expect(await results(['turn:a', 'turn:b'], 10_000, abort.signal)).toEqual([]);
  expect(open).toBe(0);
});

test('who stops listening stops the test', async () => {
  behaviours = { 'turn:a': 'relay' };
  const servers = [{ urls: ['turn:a', 'turn:b'], username: 'u', credential: 'c' }];
  for await (const { url } of testIceServers(servers, {
    limit: 10_000,
    signal: new AbortController().signal,
  })) {
    expect(url).toBe('turn:a');
    break;
  }
  expect(open).toBe(0);
});
