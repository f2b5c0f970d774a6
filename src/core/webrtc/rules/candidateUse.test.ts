import { expect, test } from 'vitest';
import { parseCandidate } from '../candidate.ts';
import { tokenizeSdp } from '../sdp.ts';
import {
  graveness,
  isActiveTcp,
  isHostname,
  isReachable,
  type PlacedCandidate,
  whyDropped,
} from './candidateUse.ts';

/** `udp 203.0.113.1 9000`, and what stands behind the type. */
function placed(text: string): PlacedCandidate {
  const [transport, address, port, ...rest] = text.split(' ');
  const value = `candidate:1 1 ${transport} 5 ${address} ${port} typ host ${rest.join(' ')}`;
  const [line] = tokenizeSdp(`a=${value}`).lines;
  const result = parseCandidate(value);
  if (!result.ok || line === undefined) throw new Error(value);
  return { candidate: result.candidate, line };
}

const read = (text: string) => placed(text).candidate;

test.each([
  ['tcp 203.0.113.1 9 tcptype active', true],
  ['tcp 203.0.113.1 9 tcptype ACTIVE', true],
  ['tcp 203.0.113.1 9000 tcptype passive', false],
  ['tcp 203.0.113.1 0 tcptype so', true],
  ['tcp 203.0.113.1 9000', false],
  ['udp 203.0.113.1 0', false],
  ['udp 203.0.113.1 9 tcptype active', false],
])('%s only opens connections: %s', (text, active) => {
  expect(isActiveTcp(read(text))).toBe(active);
});

test.each([
  ['sfu.example.org', true],
  ['a1b2.local', true],
  ['203.0.113.1', false],
  ['2001:db8::1', false],
])('%s must be looked up: %s', (address, named) => {
  expect(isHostname(read(`udp ${address} 9000`))).toBe(named);
});

test.each([
  ['udp 0.0.0.0 9000', 'unspecified'],
  ['tcp :: 9 tcptype active', 'unspecified'],
  ['udp 203.0.113.1 1023', 'port'],
  ['udp 203.0.113.1 1024', undefined],
  ['udp 203.0.113.1 0', 'port'],
  ['tcp 203.0.113.1 0', undefined],
  ['tcp 203.0.113.1 9 tcptype active', undefined],
  ['udp 10.0.0.1 80', 'private-port'],
  ['udp 10.0.0.1 443', 'private-port'],
  ['udp 203.0.113.1 80', undefined],
  ['udp 203.0.113.1 443', undefined],
  ['udp 10.0.0.1 81', 'port'],
])('Chromium drops %s because of: %s', (text, why) => {
  expect(whyDropped(read(text))).toBe(why);
});

test.each([
  ['udp 203.0.113.1 9000', true, true],
  ['udp sfu.example.org 9000', true, false],
  ['udp a1b2.local 9000', true, false],
  ['udp 203.0.113.1 9', false, false],
  ['udp 0.0.0.0 9000', false, false],
  ['tcp 203.0.113.1 9000 tcptype passive', true, true],
  ['tcp 203.0.113.1 9000 tcptype active', false, false],
])('%s can be reached: %s, with the policy relay: %s', (text, reachable, withRelay) => {
  expect(isReachable(read(text), false)).toBe(reachable);
  expect(isReachable(read(text), true)).toBe(withRelay);
});

test('what is of no use is an error where nothing else is of use', () => {
  const [low, name, good] = ['udp 203.0.113.1 9', 'udp a.example 9000', 'udp 203.0.113.1 9000'].map(placed);
  if (low === undefined || name === undefined || good === undefined) throw new Error('three');
  expect(graveness([], false)).toBe('error');
  expect(graveness([low, low], false)).toBe('error');
  expect(graveness([low, good], false)).toBe('warning');
  expect(graveness([low, name], false)).toBe('warning');
  expect(graveness([low, name], true)).toBe('error');
});
