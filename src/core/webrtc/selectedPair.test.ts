import { expect, test } from 'vitest';
import type { CandidatePairFacts, LogEntry, Unlogged } from '../session/log.ts';
import { selectedPair } from './selectedPair.ts';

const working: CandidatePairFacts = {
  local: 'host udp 192.0.2.1:54400',
  remote: 'host udp (address hidden):5000',
  state: 'succeeded',
  nominated: true,
  requestsSent: 3,
  responsesReceived: 3,
  roundTripTime: 1,
};

function logOf(...entries: readonly Unlogged[]): readonly LogEntry[] {
  return entries.map((entry, index) => ({ ...entry, id: `e${index + 1}`, at: index, attempt: 1 }));
}

function statistics(...pairs: readonly CandidatePairFacts[]): Unlogged {
  return { kind: 'statistics', moment: 'connected', pairs };
}

function relay(url: string | undefined, port: number, relayProtocol?: string): Unlogged {
  return {
    kind: 'candidate',
    side: 'local',
    candidate: `candidate:1 1 udp 5 198.51.100.7 ${port} typ relay raddr 0.0.0.0 rport 0`,
    ...(url === undefined ? {} : { url }),
    ...(relayProtocol === undefined ? {} : { relayProtocol }),
  };
}

const relayed = { ...working, local: 'relay udp 198.51.100.7:49152', remote: 'srflx udp 203.0.113.9:7' };

test('host to host is said with its round trip', () => {
  const selected = selectedPair(logOf(statistics(working)));
  expect(selected).toMatchObject({
    entry: 'e1',
    moment: 'connected',
    sentence: 'host to host over UDP, round trip 1 ms',
    local: { type: 'host', protocol: 'udp', address: '192.0.2.1', port: 54_400 },
    remote: { type: 'host', protocol: 'udp', port: 5_000 },
  });
  expect(selected?.remote.address).toBeUndefined();
});

test('a relay is named with the server that gave it', () => {
  const log = logOf(
    relay('turn:other.test?transport=udp', 1),
    relay('turn:turn.test:3478?transport=tcp', 49_152, 'tcp'),
    statistics(relayed),
  );
  expect(selectedPair(log)?.sentence).toBe(
    'relay (turn:turn.test:3478 over TCP) to srflx over UDP, round trip 1 ms',
  );
});

test('how the relay is spoken to follows from its URL, where the browser does not say', () => {
  expect(selectedPair(logOf(relay('turns:turn.test', 49_152), statistics(relayed)))?.sentence).toBe(
    'relay (turns:turn.test over TLS) to srflx over UDP, round trip 1 ms',
  );
  expect(selectedPair(logOf(relay(undefined, 49_152), statistics(relayed)))?.sentence).toBe(
    'relay to srflx over UDP, round trip 1 ms',
  );
});

test('an IPv6 address keeps its colons', () => {
  const pair = { ...working, local: 'host tcp 2001:db8::1:443' };
  expect(selectedPair(logOf(statistics(pair)))?.local).toEqual({
    type: 'host',
    protocol: 'tcp',
    address: '2001:db8::1',
    port: 443,
  });
});

test('the nominated pair goes before another that works, the last statistics before earlier ones', () => {
  const other = { ...working, local: 'prflx udp 192.0.2.9:1', nominated: false };
  expect(selectedPair(logOf(statistics(other, working)))?.pair).toBe(working);
  expect(selectedPair(logOf(statistics(working), statistics(other)))?.pair).toBe(other);
});

test('a pair that failed or is being checked is not selected, nor is one of an earlier attempt', () => {
  expect(selectedPair(logOf(statistics({ ...working, state: 'in-progress' })))).toBeUndefined();
  const again: Unlogged = { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 0 };
  expect(selectedPair(logOf(statistics(working), again))).toBeUndefined();
  expect(selectedPair([])).toBeUndefined();
});

test('an end of which nothing is known is said so', () => {
  const pair = { ...working, local: 'unknown', remote: 'unknown' };
  expect(selectedPair(logOf(statistics(pair)))?.sentence).toBe('unknown to unknown, round trip 1 ms');
});
