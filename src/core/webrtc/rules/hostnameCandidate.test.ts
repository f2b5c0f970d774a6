import { expect, test } from 'vitest';
import { answeredWith, offeredWith } from '../testing/linted.ts';

const good = '1 udp 5 203.0.113.1 9000 typ host';

test('hostname-candidate: a name must be looked up, a .local name is found nearby only', () => {
  const name = [
    'Candidate with the name sfu.example.org',
    'The browser must look the name up first. Where it cannot, Chromium stays in “new” for ever, without a word.',
    'The far end must announce its IP address.',
  ];
  expect(answeredWith('1 udp 5 sfu.example.org 9000 typ host')).toEqual([
    ['warning hostname-candidate answer 8/1', ...name],
  ]);
  expect(answeredWith('1 udp 5 sfu.example.org 9000 typ host', good)).toEqual([
    ['info hostname-candidate answer 8/1', ...name],
  ]);
  expect(offeredWith('1 udp 5 sfu.example.org 9000 typ host')).toEqual([
    ['warning hostname-candidate offer 8/1', ...name],
  ]);
  expect(answeredWith('1 udp 5 a1b2.local 9000 typ host')).toEqual([
    [
      'info hostname-candidate answer 8/1',
      'Candidate with the name a1b2.local',
      'A .local name is found by multicast on one local network only. Where it is not, Chromium stays in “new” without a word.',
      'The far end must announce an IP address, unless it is on this very machine.',
    ],
  ]);
  expect(offeredWith('1 udp 5 a1b2.local 9000 typ host', good)).toEqual([]);
});

test('hostname-candidate: an address that nobody can reach is no help', () => {
  const [name, unspecified] = answeredWith(
    '1 udp 5 sfu.example.org 9000 typ host',
    '1 udp 5 :: 9000 typ host',
  );
  expect(name?.[0]).toBe('warning hostname-candidate answer 8/1');
  expect(unspecified?.[0]).toBe('warning address-unspecified answer 9/1');
});
