import { expect, test } from 'vitest';
import { answeredWith, offeredWith } from '../testing/linted.ts';

const good = '1 udp 5 203.0.113.1 9000 typ host';
const below =
  'Chromium drops candidates with a port below 1024 without a word, other than 80 and 443. Firefox tries them.';
const from1024 = 'The far end must listen on a port from 1024.';

test('port-low: which ports a browser drops depends on the address', () => {
  expect(answeredWith('1 udp 5 203.0.113.1 1023 typ host')).toEqual([
    ['error port-low answer 8/1', 'Candidate with port 1023', below, from1024],
  ]);
  const privately = (port: number) =>
    `Chromium takes port ${port} on public addresses only and drops this one without a word.`;
  expect(answeredWith('1 udp 5 10.0.0.1 80 typ host', '1 udp 5 fd00::1 443 typ host')).toEqual([
    ['error port-low answer 8/1', 'Candidate with port 80', privately(80), from1024],
    ['error port-low answer 9/1', 'Candidate with port 443', privately(443), from1024],
  ]);
  for (const fine of ['203.0.113.1 80', '203.0.113.1 443', '10.0.0.1 1024', '203.0.113.1 1024']) {
    expect(answeredWith(`1 udp 5 ${fine} typ host`)).toEqual([]);
  }
});

test('port-low: no more than a warning where another candidate can be reached', () => {
  expect(answeredWith('1 udp 5 203.0.113.1 9 typ host', good).map(([where]) => where)).toEqual([
    'warning port-low answer 8/1',
  ]);
  expect(offeredWith('1 udp 5 203.0.113.1 9 typ host', good).map(([where]) => where)).toEqual([
    'warning port-low offer 8/1',
  ]);
});

test('port-low: what only opens connections needs no port, but is no help either', () => {
  const low = '1 udp 5 203.0.113.1 9 typ host';
  for (const active of [
    '1 tcp 4 203.0.113.1 9 typ host tcptype ACTIVE',
    '1 tcp 4 203.0.113.1 9000 typ host tcptype active',
    '1 tcp 4 203.0.113.1 0 typ host',
  ]) {
    expect(answeredWith(low, active).map(([where]) => where)).toEqual(['error port-low answer 8/1']);
  }
  for (const listens of [
    '1 tcp 4 203.0.113.1 9000 typ host tcptype passive',
    '1 tcp 4 203.0.113.1 9000 typ host',
  ]) {
    expect(answeredWith(low, listens).map(([where]) => where)).toEqual(['warning port-low answer 8/1']);
  }
  expect(answeredWith('1 udp 5 203.0.113.1 0 typ host').map(([where]) => where)).toEqual([
    'error port-low answer 8/1',
  ]);
  expect(answeredWith('1 udp 5 203.0.113.1 9 typ host tcptype active').map(([where]) => where)).toEqual([
    'error port-low answer 8/1',
  ]);
});
