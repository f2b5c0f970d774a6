import { expect, test } from 'vitest';
import {
  candidate,
  channel,
  description,
  goodAnswer,
  goodOffer,
  servers,
} from '../../diagnosis/testing/literalConnection.ts';
import { ended, envelope, logOf, request, response, restError } from '../../diagnosis/testing/literalLog.ts';
import type { LogEntry } from '../../session/log.ts';
import { compareSessions } from './compareSessions.ts';

function compare(left: readonly LogEntry[], right: readonly LogEntry[]) {
  return compareSessions({ log: left }, { log: right });
}

const good = logOf(
  'rest',
  { kind: 'step', step: 'call', state: 'running' },
  request('calls'),
  response(200, { step: 'call' }),
  { kind: 'step', step: 'call', state: 'done', took: 100 },
  { kind: 'run', state: 'connected' },
);

const bad = logOf(
  'rest',
  { kind: 'step', step: 'call', state: 'running' },
  request('calls'),
  response(401, { step: 'call' }),
  restError('calls', { reason: 'http', status: 401, reading: envelope('Invalid ephemeral token') }),
  ...ended('call', 'e5'),
);

test('a status that differs is the first difference, with the entries of both sides', () => {
  expect(compare(good, bad).first).toEqual({
    weight: 'status',
    step: 'call',
    entries: { left: 'e4', right: 'e5' },
    sentence: 'Call: answered 200 on the left, 401 on the right.',
  });
});

test('the verdicts of both are named', () => {
  expect(compare(good, bad).verdicts).toEqual({
    left: 'connected',
    right: 'The service refused the token, and nothing seen here explains it (invalid_ephemeral_token)',
  });
});

test('a session differs from itself in nothing', () => {
  expect(compare(bad, bad).differences).toEqual([]);
  expect(compare(good, good).first).toBe(undefined);
});

test('time is a difference only where it is twice as long and a quarter of a second longer', () => {
  const took = (ms: number) =>
    logOf(
      'rest',
      { kind: 'step', step: 'token', state: 'done', took: ms },
      { kind: 'run', state: 'connected' },
    );
  expect(compare(took(10), took(200)).first).toBe(undefined);
  expect(compare(took(1000), took(1900)).first).toBe(undefined);
  const slow = compare(took(100), took(1234.4));
  expect(slow.first?.sentence).toBe(
    'Token: 100 ms on the left, 1234 ms on the right; the right one took 12.3 times as long.',
  );
  expect(slow.steps[0]?.ratio).toBeCloseTo(12.344);
});

test('servers come before candidates, candidates before SDP', () => {
  const left = logOf(
    'rest',
    servers(['stun:stun.example', 'turn:turn.example']),
    candidate('host'),
    candidate('relay'),
    description('remote', goodAnswer),
  );
  const right = logOf(
    'rest',
    servers(['stun:stun.example']),
    candidate('host'),
    description('remote', goodAnswer.replace('a=sendrecv', 'a=recvonly')),
  );
  const found = compare(left, right).differences;
  expect([...new Set(found.map(({ weight }) => weight))]).toEqual(['servers', 'candidates', 'sdp']);
  expect(found[0]?.sentence).toContain('turn:turn.example');
  expect(found.at(-1)?.sentence).toBe(
    'answer, audio 1, direction: sendrecv on the left, recvonly on the right.',
  );
});

test('ids, ports, passwords and how many candidates there are of a kind are noise', () => {
  const renewed = goodOffer
    .replace(/a=ice-(ufrag|pwd):.*/g, 'a=ice-$1:another')
    .replace(/o=- \d+/, 'o=- 4711');
  const left = logOf('rest', candidate('host'), description('local', goodOffer));
  const right = logOf('rest', candidate('host'), candidate('host'), description('local', renewed));
  const found = compare(left, right);
  expect(found.first).toBe(undefined);
  expect(found.candidates[0]?.text).toEqual({ left: '1', right: '2' });
});

test('call parameters are compared as they were sent', () => {
  const call = (voice: string) =>
    logOf('rest', request('calls', { body: JSON.stringify({ params: { voice } }) }));
  expect(compare(call('alloy'), call('echo')).first?.sentence).toBe(
    'params.voice: alloy on the left, echo on the right.',
  );
});

test('a message that only one side received is a difference, how often is not', () => {
  const left = logOf('rest', {
    ...channel('received'),
    kind: 'channel',
    event: 'received',
    label: 'x',
    messageType: 'session.created',
  });
  const right = logOf('rest', channel('open'));
  const messages = compare(left, right).channel;
  expect(messages.map(({ name, differs }) => [name, differs])).toEqual([
    ['open', true],
    ['received session.created', true],
  ]);
});

test('an empty log can be compared', () => {
  const found = compare([], bad);
  expect(found.verdicts.left).toBe('nothing was run');
  expect(found.first?.step).toBe('call');
});
