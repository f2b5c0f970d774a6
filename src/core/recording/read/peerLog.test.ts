import { expect, test } from 'vitest';
import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import { peerLog } from './peerLog.ts';
import {
  afterBegin,
  answer,
  answered,
  began,
  far,
  host,
  later,
  offer,
  offered,
  relay,
  type Said,
  state,
  step,
  stopped,
  told,
  traceOf,
} from './testing/literalTrace.ts';

test('a log begins with what the page was, its steps before the offer skipped', () => {
  const begin = {
    at: 0,
    kind: 'run-started',
    run: 1,
    wallClock: began,
    target: 'watched',
    route: 'rest',
    from: 'offer',
    settings: { ...defaultSettings, fetchIceConfig: false, email: '', iceTransportPolicy: 'all' },
    limits: defaultLimits('rest'),
    userAgent: 'Chrome/156',
    pageUrl: 'https://app.example/',
  };
  expect(told([[0, 'createOffer']], { until: began })).toEqual({
    startedAt: began,
    series: undefined,
    notes: ['The dump ends before an answer was applied: why is not in it.'],
    log: [begin, step(0, 'token', 'skipped'), step(0, 'ice-config', 'skipped'), stopped(0)],
  });
  const configuration = { iceServers: [{ urls: 'stun:stun.example' }], iceTransportPolicy: 'relay' };
  expect(told([], { until: began, configuration }).log).toEqual([
    { ...begin, settings: { ...begin.settings, fetchIceConfig: true, iceTransportPolicy: 'relay' } },
    step(0, 'token', 'skipped'),
    step(0, 'ice-config', 'skipped'),
    {
      at: 0,
      kind: 'ice-servers',
      step: 'ice-config',
      from: 'carried',
      servers: [{ urls: ['stun:stun.example'] }],
      leftOut: [],
    },
    stopped(0),
  ]);
});

test('a connection that comes up is told from its offer to its state', () => {
  const events: readonly Said[] = [
    [0, 'createOfferOnSuccess', { type: 'offer', sdp: offer }],
    later(1, offered),
    [1, 'onsignalingstatechange', 'have-local-offer'],
    [2, 'onicecandidate', { candidate: host, sdpMid: '0' }],
    [3, 'icegatheringstatechange', 'complete'],
    answered,
    [101, 'onsignalingstatechange', 'stable'],
    [102, 'onicecandidate', { candidate: relay, sdpMid: '0' }],
    [103, 'ontrack', ['audio']],
    [104, 'addIceCandidate', { candidate: '' }],
    [150, 'oniceconnectionstatechange', 'checking'],
    [160, 'oniceconnectionstatechange', 'checking'],
    [200, 'oniceconnectionstatechange', 'connected'],
    [250, 'onconnectionstatechange', 'connected'],
  ];
  const { log, notes, startedAt } = told(events);
  expect([notes, startedAt]).toEqual([[], began]);
  expect(log.slice(3)).toEqual([
    step(0, 'offer', 'running'),
    {
      at: 1,
      kind: 'description',
      step: 'offer',
      side: 'local',
      type: 'offer',
      sdp: `${offer}a=${host}\r\n`,
    },
    state(1, 'offer', 'signaling', 'have-local-offer'),
    { at: 2, kind: 'candidate', step: 'offer', side: 'local', candidate: host, mid: '0' },
    state(3, 'offer', 'gathering', 'complete'),
    step(3, 'offer', 'done', { took: 3 }),
    step(3, 'call', 'skipped'),
    step(100, 'connection', 'running'),
    { at: 100, kind: 'description', step: 'connection', side: 'remote', type: 'answer', sdp: answer },
    { at: 100, kind: 'candidate', step: 'connection', side: 'remote', candidate: far, mid: '0' },
    state(101, 'connection', 'signaling', 'stable'),
    { at: 102, kind: 'candidate', step: 'connection', side: 'local', candidate: relay, mid: '0' },
    { at: 103, kind: 'track', step: 'connection', event: 'added', media: 'audio' },
    { at: 104, kind: 'candidate', step: 'connection', side: 'remote', candidate: '' },
    state(150, 'connection', 'ice', 'checking'),
    state(200, 'connection', 'ice', 'connected'),
    state(250, 'connection', 'connection', 'connected'),
    step(250, 'connection', 'done', { took: 150 }),
    { at: 250, kind: 'run', state: 'connected', shown: 'transport' },
  ]);
});

test('gathering that completes before there is an offer ends no step', () => {
  expect(afterBegin([[0, 'onicegatheringstatechange', 'complete']])).toEqual([
    state(0, 'offer', 'gathering', 'complete'),
    stopped(0),
  ]);
  expect(afterBegin([offered, [5, 'onicegatheringstatechange', 'gathering']]).slice(2)).toEqual([
    state(5, 'offer', 'gathering', 'gathering'),
    stopped(5),
  ]);
  expect(afterBegin([offered, [5, 'onsignalingstatechange', 'complete']]).slice(2)).toEqual([
    state(5, 'offer', 'signaling', 'complete'),
    stopped(5),
  ]);
});

const outcomes = (...events: readonly Said[]) =>
  afterBegin([offered, answered, ...events]).flatMap((entry) =>
    entry.kind === 'run' ? [`${entry.at} ${entry.state}`] : [],
  );

test('where the connection has a state, that of ICE decides nothing', () => {
  const connecting: Said = [110, 'onconnectionstatechange', 'connecting'];
  expect(outcomes([200, 'oniceconnectionstatechange', 'failed'])).toEqual(['200 failed']);
  expect(outcomes(connecting, [200, 'oniceconnectionstatechange', 'failed'])).toEqual(['200 stopped']);
  expect(outcomes([200, 'oniceconnectionstatechange', 'connected'])).toEqual(['200 connected']);
  expect(outcomes([200, 'oniceconnectionstatechange', 'completed'])).toEqual(['200 connected']);
  expect(outcomes(connecting, [200, 'oniceconnectionstatechange', 'completed'])).toEqual(['200 stopped']);
  expect(outcomes([200, 'onconnectionstatechange', 'failed'])).toEqual(['200 failed']);
  expect(outcomes([200, 'onconnectionstatechange', 'connected'])).toEqual(['200 connected']);
});

test('what closes has stopped, whichever of its states says so', () => {
  const connected: Said = [150, 'onconnectionstatechange', 'connected'];
  for (const closed of [
    [200, 'onsignalingstatechange', 'closed'],
    [200, 'onconnectionstatechange', 'closed'],
    [200, 'close', ''],
  ] as const)
    expect(outcomes(connected, closed)).toEqual(['150 connected', '200 stopped']);
  expect(outcomes(connected, [200, 'oniceconnectionstatechange', 'closed'])).toEqual(['150 connected']);
  expect(
    outcomes([150, 'oniceconnectionstatechange', 'connected'], [200, 'iceconnectionstatechange', 'closed']),
  ).toEqual(['150 connected', '200 stopped']);
});

test('the states that were last seen say what failed', () => {
  const failure = (...events: readonly Said[]) =>
    afterBegin([offered, answered, ...events]).flatMap((entry) =>
      entry.kind === 'connection-failure' ? [entry.failure] : [],
    );
  expect(
    failure([150, 'oniceconnectionstatechange', 'checking'], [200, 'onconnectionstatechange', 'failed']),
  ).toEqual([{ reason: 'ice', iceConnectionState: 'checking', connectionState: 'failed' }]);
  expect(
    failure([150, 'oniceconnectionstatechange', 'connected'], [200, 'onconnectionstatechange', 'failed']),
  ).toEqual([{ reason: 'dtls', dtlsState: 'unknown' }]);
  expect(failure([200, 'oniceconnectionstatechange', 'failed'])).toEqual([
    { reason: 'ice', iceConnectionState: 'failed', connectionState: 'failed' },
  ]);
});

const refusal = 'OperationError: Failed to parse.';
const error = { name: 'OperationError', message: 'Failed to parse.' };

test('a refused description fails its own step, a refused candidate none', () => {
  expect(afterBegin([offered, [7, 'setRemoteDescriptionOnFailure', refusal]]).slice(2)).toEqual([
    step(7, 'offer', 'done', { took: 7 }),
    step(7, 'call', 'skipped'),
    step(7, 'connection', 'running'),
    {
      at: 7,
      kind: 'connection-failure',
      step: 'connection',
      failure: { reason: 'sdp', operation: 'setRemoteDescription', error },
    },
    step(7, 'connection', 'failed', { failedBy: 'e9' }),
    { at: 7, kind: 'run', state: 'failed', by: 'failure' },
  ]);
  expect(afterBegin([[7, 'setLocalDescriptionOnFailure', refusal]])[1]).toEqual({
    at: 0,
    kind: 'connection-failure',
    step: 'offer',
    failure: { reason: 'sdp', operation: 'setLocalDescription', error },
  });
  expect(afterBegin([offered, answered, [200, 'addIceCandidateOnFailure', refusal]]).slice(-2)).toEqual([
    { at: 200, kind: 'connection-failure', step: 'connection', failure: { reason: 'candidate', error } },
    stopped(200),
  ]);
});

test('a candidate error is one of the offer, a late device one of the run', () => {
  const media = [
    { at: began - 20, device: 'microphone' as const },
    { at: began - 10, device: 'camera' as const, error },
  ];
  const url = 'stun:stun.example';
  expect(afterBegin([[0, 'onicecandidateerror', { url, errorCode: 701 }]], { media })).toEqual([
    { at: 0, kind: 'media', step: 'offer', device: 'microphone', event: 'granted' },
    { at: 10, kind: 'media', step: 'offer', device: 'camera', event: 'refused', error },
    { at: 20, kind: 'candidate-error', step: 'offer', url, errorCode: 701, errorText: '' },
    stopped(20),
  ]);
});

test.each([
  [[], undefined, 'no-candidates', 'ice.nocand'],
  [[[120, 'onicecandidate', { candidate: host }]], undefined, 'no-candidates', 'ice.nocand'],
  [[[120, 'addIceCandidate', { candidate: far }]], undefined, 'ice-new', 'connection.unexplained'],
  [[[120, 'oniceconnectionstatechange', 'checking']], undefined, 'checks', 'ice.unreachable'],
] as const)('a dump that ends in silence after %j foresees', (events, _, watch, foresees) => {
  const bare: Said = [100, 'setRemoteDescription', { type: 'answer', sdp: offer }];
  const { log, notes } = told([offered, bare, ...events], { until: began + 3_000 });
  expect(log.at(-1)).toEqual({
    at: 3_000,
    kind: 'watch',
    step: 'connection',
    silentFor: 2_900,
    watch,
    foresees,
  });
  expect(notes).toEqual(['The dump ends while the connection is being made: nothing has failed yet.']);
});

test('candidates of the answer are counted', () => {
  const { log } = told([offered, answered], { until: began + 3_000 });
  expect(log.at(-1)).toMatchObject({ watch: 'ice-new' });
});

test('reading tells how far it is', () => {
  const parts: number[] = [];
  const events = Array.from({ length: 4_000 }, (_, index): Said => [index, 'ontrack', ['audio']]);
  peerLog(traceOf(events), '', (part) => parts.push(part));
  expect(parts).toEqual([0.2, 0.5, 0.5, 0.75]);
});

test('an empty trace begins and ends when the dump was taken', () => {
  expect(told([], { until: began }).startedAt).toBe(began);
  expect(told([]).startedAt).toBe(0);
});

test('the last moment of a dump that does not say when it was taken is its end', () => {
  const { log } = told([offered, answered, [150, 'ontrack', ['video']], [3_000, 'ontrack', ['audio']]]);
  expect(log.at(-1)).toMatchObject({ kind: 'watch', silentFor: 2_900 });
});
