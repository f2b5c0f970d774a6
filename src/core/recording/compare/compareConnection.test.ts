import { expect, test } from 'vitest';
import { candidate, channel } from '../../diagnosis/testing/literalConnection.ts';
import { type Literal, logOf } from '../../diagnosis/testing/literalLog.ts';
import { compareCandidates, compareChannel, comparePairs } from './compareConnection.ts';
import { told } from './testing/told.ts';

const given = (side: 'local' | 'remote', text: string): Literal => ({
  kind: 'candidate',
  side,
  candidate: text,
});

test('candidates are the same where side, type, protocol and family are, however many there are', () => {
  const left = logOf(
    'rest',
    candidate('host'),
    given('local', ''),
    candidate('host'),
    given('remote', 'junk'),
  );
  const right = logOf(
    'rest',
    candidate('host'),
    candidate('mdns'),
    given('remote', 'candidate:1 1 tcp 5 2001:db8::1 9 typ relay'),
  );
  expect(compareCandidates({ left, right })).toEqual([
    told('local host udp ipv4', ['2', 'e2'], ['1', 'e2'], false),
    told('local host udp mdns', undefined, ['1', 'e3'], true),
    told('remote malformed', ['1', 'e5'], undefined, true),
    told('remote relay tcp ipv6', undefined, ['1', 'e4'], true),
  ]);
});

const pair = (state: string, ends: readonly [string, string], roundTripTime?: number) => ({
  local: ends[0],
  remote: ends[1],
  state,
  nominated: false,
  ...(roundTripTime !== undefined && { roundTripTime }),
});
const hostToHost = ['host udp 192.168.1.2:5000', 'host udp 192.0.2.7:50000'] as const;
const relayed = ['relay udp 192.0.2.9:5000', 'srflx udp 192.0.2.7:50000'] as const;
const sample = (...pairs: readonly ReturnType<typeof pair>[]): Literal => ({
  kind: 'statistics',
  moment: 'sample',
  pairs,
});

test('the path differs by the types of its ends; how long it takes and what became of other pairs does not', () => {
  const left = logOf(
    'rest',
    sample(pair('succeeded', hostToHost, 12.4)),
    sample(
      pair('failed', relayed),
      pair('succeeded', hostToHost, 12.4),
      pair('failed', relayed),
      pair('in-progress', relayed),
    ),
    { kind: 'run', state: 'connected' },
  );
  const right = logOf('rest', sample(pair('succeeded', relayed)));
  expect(comparePairs({ left, right })).toEqual([
    told('path', ['host to host over udp', 'e3'], ['relay to srflx over udp', 'e2'], true),
    told('pairs', ['1 in-progress, 1 succeeded, 2 failed', 'e3'], ['1 succeeded', 'e2'], false),
    told('round trip', ['12 ms', 'e3'], undefined, false),
  ]);
});

test('a path whose protocol the browser does not tell has none, and where no pair is told there is no fact', () => {
  const silent = logOf('rest', sample(pair('succeeded', ['host', 'host'])));
  expect(comparePairs({ left: silent, right: silent })).toEqual([
    told('path', ['host to host', 'e2'], ['host to host', 'e2'], false),
    told('pairs', ['1 succeeded', 'e2'], ['1 succeeded', 'e2'], false),
  ]);
  const none = logOf('rest', sample());
  expect(comparePairs({ left: none, right: none })).toEqual([]);
});

test('messages are told apart by their type, how often they came counts for nothing', () => {
  const received = (messageType?: string): Literal => ({
    ...channel('received'),
    kind: 'channel',
    event: 'received',
    label: 'x',
    ...(messageType !== undefined && { messageType }),
  });
  const left = logOf('rest', received('response.done'), channel('open'), received('session.created'));
  const right = logOf(
    'rest',
    channel('open'),
    received('response.done'),
    received('response.done'),
    received(),
    received(`${'x'.repeat(100)}tail`),
  );
  expect(compareChannel({ left, right })).toEqual([
    told('open', ['1 times', 'e3'], ['1 times', 'e2'], false),
    told('received session.created', ['1 times', 'e4'], undefined, true),
    told('received', undefined, ['1 times', 'e5'], true),
    told('received response.done', ['1 times', 'e2'], ['2 times', 'e3'], false),
    told(`received ${'x'.repeat(100)}`, undefined, ['1 times', 'e6'], true),
  ]);
});
