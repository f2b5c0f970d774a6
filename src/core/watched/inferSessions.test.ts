import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { summarise } from '../session/summarise.ts';
import type { Fact, ObservedEntry } from './fact.ts';
import { inferSessions } from './inferSessions.ts';
import {
  answered,
  applied,
  entry,
  page,
  peer,
  peerFact,
  request,
  response,
  session,
  up,
} from './testing/watchedFacts.ts';

function infer(facts: readonly Fact[], until?: number) {
  const inference = inferSessions(page);
  for (const fact of facts) inference.take(fact);
  if (until !== undefined) inference.pass(until);
  return inference.sessions();
}

const statesOf = (log: Parameters<typeof summarise>[0]) =>
  summarise(log).steps.map(({ step, state }) => `${step} ${state}`);

test('the client SDK’s order is a session of five steps', () => {
  const sessions = infer([
    ...session(100, 'r1'),
    ...peer(120, 1),
    request(130, 'r2', 'calls', 'token#1'),
    ...answered(200, 'r2'),
    ...applied(201, 1),
    ...up(300, 1),
  ]);
  expect(sessions.map(({ number, beganAt }) => [number, beganAt])).toEqual([[1, 100]]);
  const [{ log } = { log: [] }] = sessions;
  expect(summarise(log)).toMatchObject({
    target: 'watched',
    route: 'backend',
    outcome: 'connected',
    connectedAt: 205,
  });
  expect(statesOf(log)).toEqual([
    'token done',
    'ice-config done',
    'offer done',
    'call done',
    'connection done',
  ]);
  expect(log.find(({ kind }) => kind === 'run-started')).toMatchObject({
    wallClock: 1_000_100,
    settings: { sessionEndpoint: 'https://app.example/api/session' },
  });
});

test('a page that first makes its peer connection and then asks for the token has one session', () => {
  const sessions = infer([...peer(100, 1), ...session(120, 'r1'), request(140, 'r2', 'calls', 'token#1')]);
  expect(sessions).toHaveLength(1);
});

test('a call that is refused fails at its step, with the reply’s meaning', () => {
  const [found] = infer([
    ...session(100, 'r1'),
    ...peer(120, 1),
    request(130, 'r2', 'calls', 'token#1'),
    ...response(200, 'r2', 503, ''),
    { at: 210, saw: 'peer-closed', peer: 1 },
  ]);
  expect(found?.outcome()).toBe('failed');
  expect(summarise(found?.log ?? []).failedStep).toBe('call');
  expect(diagnose(found?.log ?? [])[0]?.code).toBe('OrgaAIServerError');
});

test('a page that goes on after a bad reply is judged by what comes of it', () => {
  const facts = [
    request(100, 'r1', 'session'),
    ...response(110, 'r1', 200, '{}'),
    ...peer(120, 1),
    entry(130, {
      ...(request(130, 'r2', 'calls') as Extract<Fact, { saw: 'entry' }>).entry,
      credential: { kind: 'undefined' },
    } as ObservedEntry),
    ...response(
      140,
      'r2',
      401,
      '{"error":{"message":"Invalid ephemeral token","type":"invalid_request_error","param":null,"code":null}}',
    ),
  ];
  const [found] = infer(facts);
  expect(diagnose(found?.log ?? [])[0]?.code).toBe('credential.undefined');
  // One that does not go on has failed right there.
  const [other] = infer(facts.slice(0, 3), 1000);
  expect(summarise(other?.log ?? [])).toMatchObject({ outcome: 'failed', failedStep: 'token' });
});

test('two sessions at once are told apart by the offers of their calls', () => {
  const sessions = infer([
    ...session(100, 'r1', 'token#1'),
    ...session(111, 'r2', 'token#2'),
    ...peer(130, 1, 'aaaa'),
    ...peer(140, 2, 'bbbb'),
    request(150, 'r3', 'calls', 'token#2', 'bbbb'),
    request(151, 'r4', 'calls', 'token#1', 'aaaa'),
    ...response(160, 'r3', 503, ''),
    ...answered(170, 'r4'),
    ...applied(171, 1),
    ...up(180, 1),
  ]);
  expect(sessions.map((each) => each.outcome())).toEqual(['connected', 'failed']);
});

test('a token that another session of the page has used is remembered', () => {
  const first = [
    ...session(100, 'r1'),
    ...peer(120, 1),
    request(130, 'r2', 'calls', 'token#1'),
    ...answered(140, 'r2'),
  ];
  const again = [...peer(500, 2, 'bbbb'), request(510, 'r3', 'calls', 'token#1', 'bbbb')];
  const [, second] = infer([...first, { at: 300, saw: 'peer-closed', peer: 1 }, ...again]);
  const history = second?.log.find(({ kind }) => kind === 'token-history');
  expect(history).toMatchObject({ token: 'token#1', uses: [{ endpoint: 'calls', status: 200, ago: 370 }] });
});

test('a session that never comes up is told of its silence, then fails at the limit', () => {
  const [found] = infer(
    [
      ...session(100, 'r1'),
      ...peer(120, 1),
      request(130, 'r2', 'calls', 'token#1'),
      ...answered(200, 'r2'),
      ...applied(201, 1),
    ],
    60_000,
  );
  const watch = found?.log.find(({ kind }) => kind === 'watch');
  expect(watch).toMatchObject({ at: 2101, watch: 'ice-new', silentFor: 2000, foresees: 'gather.none' });
  const failure = found?.log.find(({ kind }) => kind === 'connection-failure');
  // The limit counts from the answer, the log from the session's begin.
  expect(failure).toMatchObject({
    at: 30_102,
    failure: { reason: 'timeout', limit: 30_000, waitingFor: 'ice' },
  });
});

test('a page that hangs up at “disconnected” lost its session, one that hangs up a standing session ended it', () => {
  const standing = [
    ...session(100, 'r1'),
    ...peer(120, 1),
    request(130, 'r2', 'calls', 'token#1'),
    ...answered(200, 'r2'),
    ...applied(201, 1),
    ...up(300, 1),
  ];
  const lost = entry(5000, { kind: 'state', machine: 'connection', to: 'disconnected' }, 1);
  const closed: Fact = { at: 5001, saw: 'peer-closed', peer: 1 };
  expect(infer([...standing, lost, closed])[0]?.outcome()).toBe('failed');
  expect(infer([...standing, closed])[0]?.outcome()).toBe('stopped');
});

test('a page that aborts at once changed its mind, one that aborts after long gave up', () => {
  const abort = (after: number): readonly Fact[] => [
    request(100, 'r1', 'session'),
    {
      at: 100 + after,
      saw: 'request-end',
      request: 'r1',
      failure: { reason: 'timeout', limit: after, phase: 'headers' },
      aborted: true,
    },
  ];
  expect(infer(abort(50), 1000)[0]?.outcome()).toBe('stopped');
  const [gaveUp] = infer(abort(4000), 5000);
  expect(gaveUp?.outcome()).toBe('failed');
  expect(diagnose(gaveUp?.log ?? [])[0]?.code).toBe('backend.silent');
});

test('the servers that a peer connection was given are told where the reply did not tell them, or it wants relays only', () => {
  const given = (policy?: 'relay', url = 'stun:s.example') => {
    const servers = {
      kind: 'ice-servers',
      step: 'ice-config',
      from: 'session',
      servers: [{ urls: ['stun:s.example'] }],
      leftOut: [],
    } as const;
    const [found] = infer([
      request(100, 'r1', 'session'),
      { at: 110, saw: 'ice-servers', request: 'r1', entry: servers },
      ...response(110, 'r1', 200, '{"ephemeralToken":"token#1","iceServers":[]}'),
      peerFact(120, 1, {
        servers: {
          ...servers,
          from: 'carried',
          servers: [{ urls: [url] }],
          ...(policy === undefined ? {} : { policy }),
        },
      }),
    ]);
    return found?.log.flatMap((each) => (each.kind === 'ice-servers' ? [[each.at, each.from]] : []));
  };
  expect(given()).toEqual([[10, 'session']]);
  expect(given('relay')).toEqual([
    [10, 'session'],
    [20, 'carried'],
  ]);
  expect(given(undefined, 'stun:other.example')).toEqual([
    [10, 'session'],
    [20, 'carried'],
  ]);
});

test('a page that hangs up before its call is answered is judged by the answer', () => {
  const asked = [...session(100, 'r1'), ...peer(120, 1), request(130, 'r2', 'calls', 'token#1')];
  const hungUp: Fact = { at: 140, saw: 'peer-closed', peer: 1 };
  expect(infer([...asked, hungUp])[0]?.outcome()).toBe('running');
  expect(infer([...asked, hungUp, ...response(150, 'r2', 503, '')])[0]?.outcome()).toBe('failed');
});

test('what two sessions wait for is told in the order of time, up to the moment itself', () => {
  const told: (readonly [number, number])[] = [];
  const inference = inferSessions(page, ({ number }, each) => {
    if (each.kind === 'watch') told.push([number, each.at]);
  });
  const answer = (at: number, number: number) =>
    entry(at, { kind: 'description', side: 'remote', type: 'answer', sdp: 'v=0\r\n' }, number);
  for (const fact of [
    ...peer(100, 1, 'aaaa'),
    ...peer(100, 2, 'bbbb'),
    answer(1_200, 2),
    answer(1_300, 1),
    ...peer(1_400, 3, 'cccc'),
    answer(1_400, 3),
  ]) {
    inference.take(fact);
  }
  inference.pass(3_400);
  expect(told).toEqual([
    [2, 3_100],
    [1, 3_200],
    [3, 2_000],
  ]);
});

test('statistics are kept beside the log, as of the session’s begin', () => {
  const sample: Fact = { at: 1_000, saw: 'sample', peer: 1, values: { bytes: 7 }, wall: 5 };
  const [found] = infer([...session(100, 'r1'), ...peer(120, 1), sample, { ...sample, peer: 9 }]);
  expect([found?.series.added, found?.series.at(5_000)]).toEqual([1, { at: 900, values: { bytes: 7 } }]);
});

test('what an unknown peer connection tells is nobody’s', () => {
  expect(
    infer([
      entry(100, { kind: 'state', machine: 'ice', to: 'checking' }, 9),
      { at: 110, saw: 'peer-answer', peer: 9, state: 'applied' },
      { at: 120, saw: 'peer-closed', peer: 9 },
    ]),
  ).toEqual([]);
});

test('a servers list that no browser takes is the fault of the reply that brought it', () => {
  const refused: Fact = { at: 112, saw: 'no-peer', error: { name: 'TypeError', message: 'not iterable' } };
  const bad = '{"ephemeralToken":"token#1","iceServers":{}}';
  for (const facts of [
    [request(100, 'r1', 'session'), ...response(110, 'r1', 200, bad), refused],
    [request(100, 'r1', 'session'), refused, ...response(113, 'r1', 200, bad)],
  ]) {
    expect(diagnose(infer(facts, 1000)[0]?.log ?? [])[0]?.code).toBe('reply.incomplete');
  }
  const [configured] = infer([...session(100, 'r1'), { ...refused, at: 120 }]);
  expect(summarise(configured?.log ?? []).failedStep).toBe('offer');
});

test('a device that is refused where nothing began is all that there is', () => {
  const [found] = infer([
    entry(50, {
      kind: 'media',
      device: 'microphone',
      event: 'refused',
      error: { name: 'NotAllowedError', message: 'Permission denied' },
    }),
  ]);
  expect(diagnose(found?.log ?? [])[0]?.code).toBe('media.denied');
});

test('a call after a failure is another attempt of the same session', () => {
  const [found] = infer([
    ...session(100, 'r1'),
    ...peer(120, 1),
    request(130, 'r2', 'calls', 'token#1'),
    ...response(140, 'r2', 503, ''),
    request(900, 'r3', 'calls', 'token#1'),
    ...answered(950, 'r3'),
    ...applied(951, 1),
    ...up(960, 1),
  ]);
  expect(summarise(found?.log ?? [])).toMatchObject({ outcome: 'connected', attempts: 2 });
});

test('a machine that slept is told by its clocks', () => {
  const sample = (at: number, wall: number): Fact => ({ at, saw: 'sample', peer: 1, values: {}, wall });
  const [found] = infer([
    ...session(100, 'r1'),
    ...peer(120, 1),
    sample(1000, 50_000),
    sample(3000, 52_000),
    sample(5000, 94_000),
  ]);
  const slept = found?.log.filter(({ kind }) => kind === 'sleep');
  expect(slept).toMatchObject([{ at: 4900, wallClock: 42_000, monotonic: 2000 }]);
});

test('a backend that hands one token out twice is told by the earlier session of the page', () => {
  const first = [
    ...session(100, 'r1'),
    ...peer(120, 1),
    request(130, 'r2', 'calls', 'token#1'),
    ...answered(140, 'r2'),
  ];
  const invalid =
    '{"error":{"message":"Invalid ephemeral token","type":"invalid_request_error","param":null,"code":null}}';
  const [, second] = infer([
    ...first,
    { at: 300, saw: 'peer-closed', peer: 1 },
    ...session(400, 'r3'),
    ...peer(420, 2, 'bbbb'),
    request(430, 'r4', 'calls', 'token#1', 'bbbb'),
    ...response(440, 'r4', 401, invalid),
  ]);
  expect(diagnose(second?.log ?? [])[0]?.code).toBe('backend.cached-token');
});
