import { expect, test } from 'vitest';
import type { CandidatePairFacts, LogEntry, Unlogged } from '../session/log.ts';
import { selectedPair } from './selectedPair.ts';

const relayed: CandidatePairFacts = {
  local: 'relay udp 198.51.100.7:49152',
  remote: 'srflx udp 203.0.113.9:7',
  state: 'succeeded',
  nominated: true,
  requestsSent: 3,
  responsesReceived: 3,
};

function statistics(pair: Partial<CandidatePairFacts> = {}): Unlogged {
  return { kind: 'statistics', moment: 'connected', pairs: [{ ...relayed, ...pair }] };
}

function candidate(text: string, facts: Partial<Extract<Unlogged, { kind: 'candidate' }>> = {}): Unlogged {
  return { kind: 'candidate', side: 'local', candidate: `candidate:1 1 udp 5 ${text}`, ...facts };
}

const here = '198.51.100.7 49152 typ relay';
const url = 'turn:a.test';

/** What is said of the pair after these entries. */
function sentence(...entries: readonly Unlogged[]): string | undefined {
  const log: readonly LogEntry[] = entries.map((entry, index) => ({
    ...entry,
    id: `e${index}`,
    at: index,
    attempt: 1,
  }));
  return selectedPair(log)?.sentence;
}

test('the relay is known by address and port, or by the port where the browser hides the address', () => {
  const others = [
    candidate('198.51.100.8 49152 typ relay', { url: 'turn:address.test' }),
    candidate('198.51.100.7 49153 typ relay', { url: 'turn:port.test' }),
  ];
  expect(sentence(...others, candidate(here, { url }), statistics())).toBe(
    'relay (turn:a.test over UDP) to srflx over UDP',
  );
  const hidden = statistics({ local: 'relay udp (address hidden):49153' });
  expect(sentence(...others, candidate(here, { url }), hidden)).toBe(
    'relay (turn:port.test over UDP) to srflx over UDP',
  );
});

test('where none is at that address, the only one counts, of two neither', () => {
  const one = candidate('198.51.100.9 1 typ relay', { url });
  expect(sentence(one, statistics())).toBe('relay (turn:a.test over UDP) to srflx over UDP');
  expect(sentence(one, candidate('198.51.100.8 2 typ relay', { url: 'turn:b.test' }), statistics())).toBe(
    'relay to srflx over UDP',
  );
});

test('only own candidates of a relay count', () => {
  expect(sentence(candidate(here, { url, side: 'remote' }), statistics())).toBe('relay to srflx over UDP');
  expect(sentence(candidate('198.51.100.7 49152 typ srflx', { url }), statistics())).toBe(
    'relay to srflx over UDP',
  );
  expect(sentence({ kind: 'candidate', side: 'local', candidate: '', url }, statistics())).toBe(
    'relay to srflx over UDP',
  );
});

test('how it is spoken to may be all that is known, and of an end that is no relay nothing is asked', () => {
  expect(sentence(candidate(here, { relayProtocol: 'tls' }), statistics())).toBe(
    'relay (TURN over TLS) to srflx over UDP',
  );
  const host = statistics({ local: 'host udp 198.51.100.7:49152' });
  expect(sentence(candidate(here, { url }), host)).toBe('host to srflx over UDP');
});

test('the last statistics with a working pair count, of the last attempt only', () => {
  const failed = statistics({ state: 'failed' });
  expect(sentence(statistics(), failed)).toBe('relay to srflx over UDP');
  const begun: Unlogged = { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 0 };
  expect(sentence(candidate(here, { url }), begun, statistics())).toBe('relay to srflx over UDP');
});

test('the protocol is that of either end, and ends without port or address are read', () => {
  const ends = (local: string, remote: string) => sentence(statistics({ local, remote }));
  expect(ends('host  (address hidden)', 'host tcp 192.0.2.1')).toBe('host to host over TCP');
  expect(ends('host udp 192.0.2.1', 'host  (address hidden)')).toBe('host to host over UDP');
  const log: readonly LogEntry[] = [
    { ...statistics({ local: 'host udp 192.0.2.1', remote: 'prflx udp :7' }), id: 'e1', at: 0, attempt: 1 },
  ];
  expect(selectedPair(log)).toMatchObject({
    local: { type: 'host', protocol: 'udp', address: '192.0.2.1' },
    remote: { type: 'prflx', protocol: 'udp', port: 7 },
  });
  expect(selectedPair(log)?.local).not.toHaveProperty('port');
  expect(selectedPair(log)?.remote).not.toHaveProperty('address');
});
