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

test('what is told of a difference names both sides; the verdict comes after what explains it', () => {
  expect(compare(good, bad).differences).toEqual([
    {
      weight: 'status',
      step: 'call',
      entries: { left: 'e4', right: 'e5' },
      sentence: 'Call: answered 200 on the left, 401 on the right.',
    },
    {
      weight: 'status',
      entries: { left: undefined, right: undefined },
      sentence:
        'Verdict: connected on the left, The service refused the token, and nothing seen here explains it (invalid_ephemeral_token) on the right.',
    },
  ]);
});

const running = (step: 'call' | 'connection') => ({ kind: 'step', step, state: 'running' }) as const;
const called = (voice: string) =>
  [
    { kind: 'step', step: 'call', state: 'running' },
    request('calls', { body: JSON.stringify({ params: { voice } }) }),
    { kind: 'step', step: 'call', state: 'done', took: 50 },
  ] as const;

test('of the same weight the earlier step comes first, and a step that only one side reached is told', () => {
  const left = logOf('rest', ...called('alloy'), running('connection'));
  const right = logOf('rest', ...called('echo'));
  expect(compare(left, right).differences.map(({ weight, sentence }) => [weight, sentence])).toEqual([
    ['reply', 'params.voice: alloy on the left, echo on the right.'],
    ['reply', 'Connection: not finished on the left, not reached on the right.'],
  ]);
});

test('a step that failed on both sides for other reasons, or on one only, is told with the reasons', () => {
  const failed = (phase: 'headers' | 'body') =>
    logOf(
      'rest',
      running('call'),
      restError('calls', { reason: 'timeout', limit: 10_000, phase }),
      ...ended('call', 'e3'),
    );
  expect(compare(failed('headers'), failed('body')).first?.sentence).toBe(
    'Call: failed: no response within 10 s on the left, failed: headers, then a body that did not end within 10 s on the right.',
  );
  const done = logOf('rest', ...called('alloy'));
  expect(compare(done, failed('headers')).first).toMatchObject({
    weight: 'status',
    sentence: 'Call: done on the left, failed: no response within 10 s on the right.',
  });
});

test('the left side may be the slower one', () => {
  const took = (ms: number) => logOf('rest', { kind: 'step', step: 'token', state: 'done', took: ms });
  expect(compare(took(900), took(300)).differences.map(({ weight, sentence }) => [weight, sentence])).toEqual(
    [['timing', 'Token: 900 ms on the left, 300 ms on the right; the left one took 3.0 times as long.']],
  );
});

test('what a side lacks because it never got so far is no difference of its own', () => {
  const entries = [
    servers(['stun:stun.example']),
    candidate('host'),
    {
      ...candidate('host'),
      kind: 'candidate',
      side: 'remote',
      candidate: 'candidate:1 1 udp 1 192.0.2.7 9 typ host',
    },
    description('local', goodOffer),
    description('remote', goodAnswer),
    channel('open'),
  ] as const;
  const reached = (step: 'ice-config' | 'offer') => ({ kind: 'step', step, state: 'done' }) as const;
  const offered = [reached('ice-config'), reached('offer')];
  const left = logOf('rest', ...offered, ...called('alloy'), running('connection'), ...entries);
  const differing = (right: readonly LogEntry[]) => {
    const { parameters, servers: given, candidates, channel: events, sdp } = compare(left, right);
    const names = [...parameters, ...given, ...candidates, ...events].filter(({ differs }) => differs);
    const sections = sdp.filter(({ differs }) => differs);
    return [...names.map(({ name }) => name), ...sections.map(({ title }) => title)];
  };
  expect(differing(logOf('rest'))).toEqual([]);
  expect(differing(logOf('rest', ...offered))).toEqual([
    'stun:stun.example',
    'local host udp ipv4',
    'offer, audio 1',
    'offer, application 2',
  ]);
  expect(differing(logOf('rest', ...offered, running('call'), running('connection')))).toEqual([
    'params.voice',
    'stun:stun.example',
    'local host udp ipv4',
    'remote host udp ipv4',
    'open',
    'offer, audio 1',
    'offer, application 2',
    'answer, audio 1',
    'answer, application 2',
  ]);
});

test('differences of a description are told with their section, an offer’s before an answer’s', () => {
  const left = logOf('rest', description('local', goodOffer), description('remote', goodAnswer));
  const right = logOf(
    'rest',
    description('remote', goodAnswer.replace('a=sendrecv', 'a=recvonly')),
    description('local', goodOffer.replace('a=sendrecv', 'a=sendonly')),
  );
  expect(compare(left, right).differences).toEqual([
    {
      weight: 'sdp',
      step: 'offer',
      entries: { left: 'e2', right: 'e3' },
      sentence: 'offer, audio 1, direction: sendrecv on the left, sendonly on the right.',
    },
    {
      weight: 'sdp',
      step: 'call',
      entries: { left: 'e3', right: 'e2' },
      sentence: 'answer, audio 1, direction: sendrecv on the left, recvonly on the right.',
    },
  ]);
});

test('what only one side has is “none” on the other', () => {
  const found = (left: readonly LogEntry[], right: readonly LogEntry[]) =>
    compare(left, right).first?.sentence;
  const one = logOf('rest', servers(['stun:stun.example']));
  expect(found(one, logOf('rest'))).toBe('stun:stun.example: open on the left, none on the right.');
  expect(found(logOf('rest'), one)).toBe('stun:stun.example: none on the left, open on the right.');
});

test('a session is compared by its last attempt', () => {
  const again = { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 0 } as const;
  const left = logOf('rest', candidate('relay'), again, candidate('host'));
  const right = [...logOf('rest', candidate('relay')), ...logOf('rest', candidate('host'))];
  expect(compare(left, right).candidates.map(({ name, text }) => [name, text])).toEqual([
    ['local host udp ipv4', { left: '1', right: '1' }],
  ]);
});

test.each([
  [[], 'nothing was run'],
  [logOf('rest'), 'running'],
  [logOf('rest', { kind: 'run', state: 'stopped' }), 'stopped'],
])('a session without a verdict is told by how far it came', (log, expected) => {
  expect(compare(log, log).verdicts).toEqual({ left: expected, right: expected });
});
