import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnose, foresee } from '../../diagnosis/diagnose.ts';
import { describe } from '../../session/describe.ts';
import { seriesFromJSON } from '../../session/series.ts';
import { summarise } from '../../session/summarise.ts';
import { openText } from './openText.ts';

/** Real dumps of Chromium 156, trimmed to the statistics that are read; the passwords in them are made up. */
const dump = (name: string) =>
  readFileSync(new URL(`./testing/internals-${name}.json`, import.meta.url), 'utf8');

function opened(text: string) {
  const reading = openText(text, { id: 'r1' });
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}

const verdict = (text: string) => {
  const [first] = diagnose(opened(text).recording.log);
  return first === undefined ? 'none' : `${first.code}/${first.variant} ${first.certainty}`;
};

test('a real dump of a good session has its steps, states, statistics and no verdict', () => {
  const { recording, notes } = opened(dump('healthy'));
  const { outcome, steps, connectedAt } = summarise(recording.log);
  expect(outcome).toBe('connected');
  expect(connectedAt).toBeCloseTo(5054, -1);
  expect(recording.log.filter(({ kind }) => kind === 'run').map(describe)).toEqual([
    'Connected; whether the session was created, a dump does not show',
  ]);
  expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'token skipped',
    'ice-config skipped',
    'offer done',
    'call skipped',
    'connection done',
  ]);
  expect(diagnose(recording.log)).toEqual([]);
  expect(recording).toMatchObject({
    source: 'webrtc-internals',
    product: 'Chrome 156',
    id: 'r1',
  });
  expect(notes).toEqual([
    'Of 2 peer connections this is 8-2.',
    'Peer connection 8-1, which answers, is left out: it connected.',
  ]);
  const kinds = recording.log.map((entry) =>
    entry.kind === 'state' ? `${entry.machine} ${entry.to}` : entry.kind,
  );
  expect(kinds.filter((kind) => kind === 'candidate')).toHaveLength(10);
  expect(kinds).toContain('dtls connected');
  expect(kinds).toContain('channel open');
  expect(kinds).toContain('media');
});

test('its columns become the series of the Stats charts', () => {
  const series = seriesFromJSON(opened(dump('healthy')).recording.series);
  expect(series?.length).toBe(11);
  expect(series?.column('requestsSent').values).toEqual([0, 3, 5, 6, 7]);
  expect(series?.column('dtlsState').values).toEqual(['new', 'connected']);
  expect(series?.column('packetsReceived').values.at(-1)).toBeGreaterThan(500);
});

test('its statistics entries hold the selected pair', () => {
  const { log } = opened(dump('healthy')).recording;
  const statistics = log.filter((entry) => entry.kind === 'statistics');
  expect(statistics.map(({ moment }) => moment)).toEqual(['connected', 'sample']);
  expect(statistics[1]?.pairs.find(({ nominated }) => nominated)).toMatchObject({
    local: 'host udp 192.0.2.2:50008',
    remote: 'host udp 192.0.2.2:53619',
    state: 'succeeded',
  });
});

test('the offer is the one that was sent, with the candidates that were gathered before the answer', () => {
  const { log } = opened(dump('healthy')).recording;
  const offer = log.find((entry) => entry.kind === 'description' && entry.side === 'local');
  const sdp = offer?.kind === 'description' ? offer.sdp : '';
  expect(sdp.match(/^a=candidate:/gm)).toHaveLength(8);
  expect(sdp.endsWith('\r\n')).toBe(true);
});

test('no password of a dump comes through', () => {
  const text = JSON.stringify(opened(dump('healthy')).recording);
  expect(text).not.toContain('notARealPassword');
  expect(text).toContain('ice-pwd:redacted0000000000000001');
});

test('what failed in real dumps is recognised', () => {
  expect(verdict(dump('unreachable'))).toBe('ice.unreachable/no-answer proved');
  expect(verdict(dump('dtls'))).toBe('dtls.fingerprint/mismatch likely');
  // Chromium writes down that it could not parse the answer, but not the answer.
  expect(verdict(dump('refused-answer'))).toBe('sdp.rejected/other proved');
});

interface Event {
  readonly type: string;
  readonly value: string;
  readonly at: number;
}

const began = 1_795_383_000_000;

/** A dump with one connection. */
function written(events: readonly Event[], more: Record<string, unknown> = {}, connection = {}) {
  return JSON.stringify({
    getUserMedia: [],
    PeerConnections: {
      '1-1': {
        pid: 7,
        url: 'https://app.example/',
        rtcConfiguration: '{}',
        updateLog: events.map(({ type, value, at }) => ({ type, value, timestamp: began + at })),
        stats: {},
        ...connection,
      },
    },
    UserAgent: 'Chrome/156.0.0.0',
    timestamp: began,
    ...more,
  });
}

const offer =
  'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n';
const described = (type: string, at: number): Event => ({
  type: type === 'offer' ? 'setLocalDescription' : 'setRemoteDescription',
  value: JSON.stringify({ type, sdp: offer }),
  at,
});

const state = (type: string, to: string, at: number): Event => ({ type, value: JSON.stringify(to), at });

test('a dump that ends while ICE checks foresees, and fails once the limit is over', () => {
  const checking = [
    described('offer', 0),
    described('answer', 100),
    state('oniceconnectionstatechange', 'checking', 200),
  ];
  const early = opened(written(checking, { timestamp: began + 4_000 }));
  expect(diagnose(early.recording.log)).toEqual([]);
  expect(foresee(early.recording.log).length).toBeGreaterThan(0);
  expect(early.notes).toEqual(['The dump ends while the connection is being made: nothing has failed yet.']);
  const late = opened(written(checking, { timestamp: began + 40_000 }));
  expect(late.recording.log.find((entry) => entry.kind === 'connection-failure')).toMatchObject({
    step: 'connection',
    failure: { reason: 'timeout', limit: 30_000, waitingFor: 'ice' },
  });
});

test('a page that hangs up while it waits gave up after so long; one that was never answered just stops', () => {
  const close = (at: number): Event => ({ type: 'close', value: '', at });
  const gaveUp = opened(written([described('offer', 0), described('answer', 100), close(9_100)]));
  expect(gaveUp.recording.log.find((entry) => entry.kind === 'connection-failure')).toMatchObject({
    failure: { reason: 'timeout', limit: 9_000, waitingFor: 'ice' },
  });
  const unanswered = opened(written([described('offer', 0), close(9_100)]));
  expect(summarise(unanswered.recording.log).outcome).toBe('stopped');
});

test('an answer that is refused, and one that is taken later', () => {
  const refused: Event = {
    type: 'setRemoteDescriptionOnFailure',
    value: 'OperationError: Failed to parse SessionDescription.',
    at: 200,
  };
  const failed = opened(written([described('offer', 0), described('answer', 100), refused]));
  expect(failed.recording.log.find((entry) => entry.kind === 'connection-failure')).toMatchObject({
    failure: { reason: 'sdp', operation: 'setRemoteDescription', error: { name: 'OperationError' } },
  });
  const connected = state('onconnectionstatechange', 'connected', 300);
  const recovered = opened(written([described('offer', 0), described('answer', 100), refused, connected]));
  expect(summarise(recovered.recording.log).outcome).toBe('connected');
  expect(diagnose(recovered.recording.log)).toEqual([]);
});

test('the texts of older Chromium are read as well', () => {
  const { log } = opened(
    written([
      { type: 'setLocalDescription', value: `type: offer, sdp: ${offer}`, at: 0 },
      {
        type: 'icecandidate',
        value:
          'sdpMid: 0, sdpMLineIndex: 0, candidate: candidate:1 1 udp 1 192.0.2.9 5 typ relay raddr 0.0.0.0 rport 0, url: turn:turn.example:3478?transport=tcp',
        at: 5,
      },
      {
        type: 'icecandidateerror',
        value:
          'url: turn:turn.example:3478, address: 192.0.2.x, port: 7, host_candidate: x, error_text: Unauthorized, error_code: 401',
        at: 6,
      },
      { type: 'iceConnectionStateChange', value: 'ICEConnectionStateFailed', at: 9 },
    ]),
  ).recording;
  expect(log.find((entry) => entry.kind === 'candidate')).toMatchObject({
    mid: '0',
    relayProtocol: 'tcp',
    url: 'turn:turn.example:3478?transport=tcp',
  });
  expect(log.find((entry) => entry.kind === 'candidate-error')).toMatchObject({
    errorCode: 401,
    errorText: 'Unauthorized',
    port: 7,
  });
  expect(summarise(log)).toMatchObject({ outcome: 'failed', failedStep: 'connection' });
});

test('ICE servers and the policy come from the configuration, their secrets under names', () => {
  const rtcConfiguration = JSON.stringify({
    iceServers: [{ urls: 'turn:turn.example', username: '1795400000:dev', credential: 'hunter2secret' }],
    iceTransportPolicy: 'relay',
  });
  const { recording } = opened(written([described('offer', 0)], {}, { rtcConfiguration }));
  expect(recording.log.find((entry) => entry.kind === 'ice-servers')).toMatchObject({
    servers: [
      {
        urls: ['turn:turn.example'],
        username: 'turn-username#1',
        credential: 'turn-credential#1',
        expiresAt: 1_795_400_000,
      },
    ],
  });
  expect(recording.log[0]).toMatchObject({ settings: { iceTransportPolicy: 'relay' } });
  expect(JSON.stringify(recording)).not.toContain('hunter2secret');
});

test('a dump without a connection says what to do, unless the microphone was refused', () => {
  const empty = openText(JSON.stringify({ PeerConnections: {}, getUserMedia: [] }), { id: 'x' });
  expect(empty.ok ? '' : empty.problem).toMatch(/^This dump has no peer connection/);
  const getUserMedia = [
    { pid: 7, rid: 1, request_id: 0, audio: '', timestamp: began },
    {
      pid: 7,
      rid: 1,
      request_id: 0,
      error: 'NotAllowedError',
      error_message: 'Permission denied',
      timestamp: began + 900,
    },
  ];
  expect(verdict(JSON.stringify({ PeerConnections: {}, getUserMedia }))).toBe('media.denied/user proved');
});

test('a session ends connected although its microphone was refused, and the device is named', () => {
  const getUserMedia = [
    {
      pid: 7,
      rid: 1,
      request_id: 0,
      error: 'NotFoundError',
      error_message: 'Requested device not found',
      timestamp: began + 1,
    },
  ];
  const events = [
    described('offer', 0),
    described('answer', 100),
    state('onconnectionstatechange', 'connected', 300),
  ];
  expect(verdict(written(events, { getUserMedia }))).toMatch(/^media\.notfound/);
});

test('a late page is told the present states once more: they count once', () => {
  const events = [
    described('offer', 0),
    described('answer', 1),
    state('onconnectionstatechange', 'failed', 2),
  ];
  const { log } = opened(
    written([...events, ...events.map((event) => ({ ...event, at: event.at + 9_000 }))]),
  ).recording;
  expect(log.filter((entry) => entry.kind === 'description')).toHaveLength(2);
  expect(log.filter((entry) => entry.kind === 'connection-failure')).toHaveLength(1);
});

test('what should be a list, a text or a number and is not is passed over', () => {
  const hostile = written(
    [],
    { getUserMedia: 'x', UserAgent: 7, timestamp: 'soon' },
    {
      updateLog: [null, 3, { type: 4 }],
      stats: { 'a-state': { statsType: 'candidate-pair', values: '{' }, 'b-state': null },
    },
  );
  expect(openText(hostile, { id: 'x' }).ok).toBe(true);
});
