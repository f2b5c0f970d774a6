import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Unlogged } from '../core/session/log.ts';
import { watchReturn } from './networkReturn.ts';

/** `gone`: packets are lost; `refused`: the server says 401; `dead`: the browser says 701 */
let network: 'gone' | 'there' | 'refused' | 'dead' | 'no-interface';
let asked: string[];

class FakeConnection extends EventTarget {
  iceGatheringState = 'new';
  constructor({ iceServers: [server] }: { iceServers: { urls: string }[] }) {
    super();
    asked.push(server?.urls ?? '');
  }
  createDataChannel() {}
  async setLocalDescription() {
    if (network === 'gone') return;
    if (network !== 'no-interface') this.candidate('candidate:1 1 udp 1 192.0.2.1 40000 typ host');
    if (network === 'there') this.candidate('candidate:2 1 udp 1 203.0.113.7 50000 typ srflx');
    if (network === 'refused') this.dispatch('icecandidateerror', { errorCode: 401, errorText: '' });
    if (network === 'dead') this.dispatch('icecandidateerror', { errorCode: 701, errorText: '' });
    this.iceGatheringState = 'complete';
    this.dispatch('icegatheringstatechange', {});
  }
  candidate(candidate: string) {
    this.dispatch('icecandidate', { candidate: { candidate } });
  }
  dispatch(name: string, facts: object) {
    this.dispatchEvent(Object.assign(new Event(name), facts));
  }
  close() {}
}

let log: Unlogged[];
let abort: AbortController;
const report = (entry: Unlogged) => {
  log.push(entry);
  return 'e1';
};
const look = (urls: string | readonly string[]) =>
  watchReturn({ servers: [{ urls }], report, signal: abort.signal });
const told = () =>
  log.map((entry) => entry.kind === 'note' && entry.topic === 'network-look' && [entry.url, entry.answered]);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
  log = [];
  asked = [];
  abort = new AbortController();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the first silence and the first answer are told, and then nobody is asked any more', async () => {
  network = 'gone';
  const ended = look('stun:a');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told()).toEqual([['stun:a', false]]);
  network = 'there';
  await vi.advanceTimersByTimeAsync(3_000);
  await ended;
  expect(told()).toEqual([
    ['stun:a', false],
    ['stun:a', true],
  ]);
  const [, back] = log;
  expect(back?.kind === 'note' && back.topic === 'network-look' && back.after).toBeGreaterThan(9_000);
});

test('a network that had never gone answers at once', async () => {
  network = 'there';
  await look('stun:a');
  expect(told()).toEqual([['stun:a', true]]);
});

test.each([
  ['a server that refuses has answered', 'refused', true],
  ['a browser that reports no answer has none', 'dead', false],
  ['a machine without an interface has none', 'no-interface', false],
] as const)('%s', async (_, state, answered) => {
  network = state;
  const ended = look('stun:a');
  await vi.advanceTimersByTimeAsync(100);
  expect(told()).toEqual([['stun:a', answered]]);
  abort.abort();
  await ended;
});

test('what was lost went over UDP, so that is asked; TCP only where there is nothing else', async () => {
  network = 'there';
  await look(['turn:b?transport=tcp', 'turns:c', 'stun:a']);
  expect(asked).toEqual(['stun:a']);
  asked = [];
  await look(['turn:b?transport=tcp']);
  expect(asked).toEqual(['turn:b?transport=tcp']);
});

test('two minutes later, or aborted, it asks no more', async () => {
  network = 'gone';
  const ended = look('stun:a');
  await vi.advanceTimersByTimeAsync(123_000);
  await ended;
  const until = asked.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.length).toBe(until);
  const stopped = look('stun:a');
  abort.abort();
  await stopped;
  expect(told()).toEqual([['stun:a', false]]);
});

test('without servers there is nobody to ask', async () => {
  await watchReturn({ servers: [], report, signal: abort.signal });
  expect(log).toEqual([]);
});
