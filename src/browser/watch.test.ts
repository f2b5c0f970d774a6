import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Unlogged } from '../core/session/log.ts';
import { type WatchOptions, watchSilence } from './watch.ts';

const turn = 'turn:turn.example.net:3478';
const stun = ['stun:one.example.net', 'stun:two.example.net'];

type Facts = Record<string, unknown>;

let log: Unlogged[];
let connection: EventTarget & Facts;
let channel: EventTarget & Facts;
let abort: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  log = [];
  abort = new AbortController();
  connection = Object.assign<EventTarget, Facts>(new EventTarget(), {
    iceConnectionState: 'new',
    connectionState: 'new',
    iceGatheringState: 'new',
    signalingState: 'stable',
    remoteDescription: null,
  });
  channel = Object.assign<EventTarget, Facts>(new EventTarget(), { readyState: 'connecting' });
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(options: Partial<WatchOptions> = {}) {
  const peer = { connection, channel } as unknown as Parameters<typeof watchSilence>[0];
  return watchSilence(
    peer,
    {
      servers: [turn],
      relayOnly: false,
      limits: { offer: 5000, connection: 30_000 },
      userAgent: 'Chrome/156.0.0.0',
      report: (entry) => String(log.push(entry)),
      now: () => performance.now(),
      ...options,
    },
    abort.signal,
  );
}

function change(changes: Record<string, unknown>, event: string) {
  Object.assign(connection, changes);
  connection.dispatchEvent(new Event(event));
}
const gather = () => change({ iceGatheringState: 'gathering' }, 'icegatheringstatechange');
const candidate = (type: string, url?: string) =>
  connection.dispatchEvent(
    Object.assign(new Event('icecandidate'), { candidate: { candidate: 'candidate:1 …', type, url } }),
  );
const told = () =>
  log.flatMap((entry) =>
    entry.kind === 'watch'
      ? [`${entry.watch} ${entry.subject ?? ''} ${Math.round(entry.silentFor)}${entry.over ? ' over' : ''}`]
      : [],
  );

test('a TURN server that does not answer is told within three seconds, twice', () => {
  watch();
  gather();
  vi.advanceTimersByTime(2900);
  expect(told()).toEqual([`ice-server ${turn} 1500`]);
  vi.advanceTimersByTime(200);
  expect(told()).toContain(`ice-server ${turn} 3000`);
});

test('its relay candidate ends the silence, whichever way the browser spells its URL', () => {
  watch();
  gather();
  vi.advanceTimersByTime(1600);
  candidate('relay', `${turn}?transport=udp`);
  expect(told()).toEqual([`ice-server ${turn} 1500`, `ice-server ${turn} 1600 over`]);
});

test('an error is an answer too; another server’s is not', () => {
  watch();
  gather();
  const error = (url: string) =>
    connection.dispatchEvent(
      Object.assign(new Event('icecandidateerror'), { url, errorCode: 701, errorText: '' }),
    );
  vi.advanceTimersByTime(1600);
  error('stun:turn.example.net:3478');
  error(`${turn}?transport=tcp`);
  expect(told()).toEqual([`ice-server ${turn} 1500`]);
  error(turn);
  expect(told().at(-1)).toBe(`ice-server ${turn} 1600 over`);
});

test('one reflexive candidate speaks for every STUN server: the same address is told only once', () => {
  watch({ servers: stun });
  gather();
  candidate('srflx', stun[0]);
  vi.advanceTimersByTime(2000);
  expect(told()).toEqual([]);
});

test('a failed connection ends every silence without a word', () => {
  watch();
  change({ signalingState: 'stable', remoteDescription: { sdp: 'v=0\r\n' } }, 'signalingstatechange');
  vi.advanceTimersByTime(2000);
  expect(told()).toEqual(['ice-new  2000']);
  change({ connectionState: 'failed' }, 'connectionstatechange');
  vi.advanceTimersByTime(60_000);
  expect(told().length).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('an open channel without session.created is a silence until it comes', () => {
  watch();
  change(
    { remoteDescription: { sdp: 'v=0\r\n' }, iceConnectionState: 'connected', connectionState: 'connected' },
    'connectionstatechange',
  );
  channel.readyState = 'open';
  channel.dispatchEvent(new Event('open'));
  vi.advanceTimersByTime(3100);
  channel.dispatchEvent(new MessageEvent('message', { data: '{"type":"session.created"}' }));
  expect(told()).toEqual(['session  3000', 'session  3100 over']);
  expect(vi.getTimerCount()).toBe(0);
});

test('every timer ends with the attempt', () => {
  watch({ servers: [turn, ...stun] });
  gather();
  abort.abort();
  vi.advanceTimersByTime(60_000);
  expect(told()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
