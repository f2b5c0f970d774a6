import { expect, test } from 'vitest';
import { answeredWith, offeredWith } from '../testing/linted.ts';

const udpToo = 'The far end should offer UDP too.';
const checkPolicy = 'Check whether UDP is disallowed here, by a browser policy or the network.';
const onePort =
  'The session stands or falls with one TCP port: if nothing listens there, Chromium fails at once.';
const noneListens =
  'They are all active: they open connections and accept none. Browsers are active too, so nobody listens.';

test('tcp-only: passive is a risk, active alone hopeless in an answer', () => {
  const passive = '1 tcp 5 203.0.113.1 9000 typ host tcptype passive';
  const active = '1 tcp 5 203.0.113.1 9 typ host tcptype active';
  expect(answeredWith(passive)).toEqual([
    ['warning tcp-only answer 8/1', 'The answer has TCP candidates only', onePort, udpToo],
  ]);
  expect(answeredWith(active, active)).toEqual([
    ['error tcp-only answer 8/1', 'The answer has TCP candidates only', noneListens, udpToo],
  ]);
  expect(answeredWith(active, passive)).toEqual([
    ['warning tcp-only answer 8/1', 'The answer has TCP candidates only', onePort, udpToo],
  ]);
  expect(offeredWith(active)).toEqual([
    ['warning tcp-only offer 8/1', 'The offer has TCP candidates only', noneListens, checkPolicy],
  ]);
  expect(answeredWith().map(([where]) => where)).toEqual(['error no-candidates answer 0']);
  expect(answeredWith(passive, '1 udp 5 203.0.113.1 9000 typ host')).toEqual([]);
});
