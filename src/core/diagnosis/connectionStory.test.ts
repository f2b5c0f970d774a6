import { expect, test } from 'vitest';
import type { LogEntry, LogEntryOf } from '../session/log.ts';
import { offerLines, sdpText } from '../webrtc/testing/literalSdp.ts';
import { tellConnectionStory } from './connectionStory.ts';
import {
  candidate,
  candidateError,
  channel,
  chromium,
  description,
  goodAnswer,
  goodOffer,
  servers,
  state,
  statistics,
  watch,
} from './testing/literalConnection.ts';
import { type Literal, request, response, runOf } from './testing/literalLog.ts';

/** As setLocalDescription has it: nothing was gathered yet. */
const begun = sdpText(offerLines, [/^a=candidate/, undefined]);
const call = (sdp: string, name = 'r1') =>
  request('calls', { request: name, body: JSON.stringify({ offer: { type: 'offer', sdp }, params: {} }) });
const again: Literal = { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 500 };

function storyOf(...entries: readonly Literal[]) {
  const log: readonly LogEntry[] = runOf(chromium, ...entries, state('connection', 'connected'));
  const last = log.at(-1);
  if (last === undefined) throw new Error('the log is empty');
  const { offer, answer, lint } = tellConnectionStory(log, last);
  return { offer, answer, titles: lint.map(({ title }) => title) };
}

test('lint judges the offer that was sent, not the one that was begun', () => {
  const story = storyOf(description('local', begun), call(goodOffer), description('remote', goodAnswer));
  expect(story.offer).toEqual({ sdp: goodOffer, entry: 'e3' });
  expect(story.titles).not.toContain('The offer has no candidates');
});

test('an offer that was sent without candidates is one without', () => {
  const story = storyOf(description('local', goodOffer), call(begun));
  expect(story.titles).toContain('The offer has no candidates');
});

test('the answer that counts is the one that came, not the one that the browser wrote anew', () => {
  const body = JSON.stringify({ answer: { type: 'answer', sdp: goodAnswer.trimEnd() } });
  const story = storyOf(call(goodOffer), response(200, { body }), description('remote', goodAnswer));
  expect(story.answer).toEqual({ sdp: goodAnswer.trimEnd(), entry: 'e4' });
  expect(story.titles).toContain('The last line of the answer does not end');
});

test('of several calls the last counts, and only those of the attempt', () => {
  expect(storyOf(call(begun), call(goodOffer, 'r2')).offer).toEqual({ sdp: goodOffer, entry: 'e3' });
  const story = storyOf(call(goodOffer), again, description('local', begun));
  expect(story.offer).toEqual({ sdp: begun, entry: 'e4' });
});

test.each([undefined, '', '{"offer":', '{"offer":{"sdp":7}}', '{"params":{}}', 'null'])(
  'a call whose body is %j leaves the local description',
  (body) => {
    const sent = request('calls', { ...(body !== undefined && { body }) });
    expect(storyOf(description('local', goodOffer), sent).offer).toEqual({ sdp: goodOffer, entry: 'e2' });
  },
);

/** The story of a log, as of the entry `e<number>`; without it as of the last. */
function told(entries: readonly Literal[], number = entries.length + 1, policy?: 'all' | 'relay') {
  const log: readonly LogEntry[] = runOf(chromium, ...entries);
  const judged = log[number - 1];
  if (judged === undefined) throw new Error('there is none');
  return tellConnectionStory(log, judged, policy);
}

const ids = (entries: readonly LogEntry[]) => entries.map(({ id }) => id);
const sleep = (at: number): Literal => ({ kind: 'sleep', wallClock: 60_000, monotonic: 100, late: 0, at });

test('of a log in which nothing happened nothing is told', () => {
  expect(told([])).toStrictEqual({
    states: [],
    channel: [],
    messages: 0,
    statistics: [],
    tracks: [],
    media: [],
    silences: [],
    sleeps: [],
    policy: 'all',
    lint: [],
    servers: [],
    localCandidates: [],
    candidateErrors: [],
    remoteCandidates: 0,
  });
});

test('all that happened is told by its kind, messages are counted', () => {
  const story = told([
    state('gathering', 'gathering'),
    candidate('host'),
    { ...candidate('host'), side: 'remote' } as Literal,
    { kind: 'candidate', side: 'local', candidate: '' },
    candidateError('stun:192.0.2.1', 701, 'timed out'),
    { kind: 'note', topic: 'carried', what: 'a token' },
    { kind: 'note', topic: 'gathering-cut-off', after: 5_000 },
    state('gathering', 'complete'),
    channel('open'),
    channel('received'),
    channel('received'),
    { kind: 'channel', event: 'sent', label: 'x' },
    channel('close'),
    { kind: 'track', event: 'mute', media: 'audio' },
    { kind: 'media', device: 'microphone', event: 'granted' },
    statistics('sample', { sent: 3 }),
    statistics('failed'),
    watch('checks', 'net.loss'),
    sleep(9_000),
  ]);
  expect({
    states: ids(story.states),
    channel: ids(story.channel),
    messages: story.messages,
    statistics: ids(story.statistics),
    tracks: ids(story.tracks),
    media: ids(story.media),
    silences: ids(story.silences),
    sleeps: ids(story.sleeps),
    local: ids(story.localCandidates),
    errors: ids(story.candidateErrors),
    remote: story.remoteCandidates,
    gathered: story.gathered?.id,
    cutOff: story.cutOff?.id,
    pairs: story.pairs,
  }).toEqual({
    states: ['e2', 'e9'],
    channel: ['e10', 'e14'],
    messages: 2,
    statistics: ['e17', 'e18'],
    tracks: ['e15'],
    media: ['e16'],
    silences: ['e19'],
    sleeps: ['e20'],
    local: ['e3'],
    errors: ['e6'],
    remote: 1,
    gathered: 'e9',
    cutOff: 'e8',
    pairs: {
      entry: 'e17',
      pairs: [
        {
          local: 'host udp',
          remote: 'host udp 192.0.2.7:50000',
          state: 'in-progress',
          nominated: false,
          requestsSent: 3,
          responsesReceived: 0,
        },
      ],
    },
  });
});

test('what came after the entry that is judged does not count, nor what came in another attempt', () => {
  const entries = [
    state('ice', 'new'),
    again,
    state('ice', 'checking'),
    state('ice', 'connected'),
    state('ice', 'failed'),
  ];
  expect(ids(told(entries, 5).states)).toEqual(['e4', 'e5']);
  expect(ids(told(entries, 2).states)).toEqual(['e2']);
});

test('a sleep that is noticed within two seconds after counts, in the same attempt', () => {
  const sleeps = (...after: readonly Literal[]) =>
    ids(told([sleep(100), state('ice', 'failed', 1_000), ...after], 3).sleeps);
  expect(sleeps(sleep(3_000))).toEqual(['e2', 'e4']);
  expect(sleeps(sleep(3_001))).toEqual(['e2']);
  expect(sleeps({ ...again, at: 1_100 }, sleep(1_200))).toEqual(['e2']);
  const earlier = [{ ...again, at: 100 }, state('ice', 'new', 100), state('ice', 'failed', 200), sleep(300)];
  expect(ids(told(earlier, 4).sleeps)).toEqual(['e5']);
  expect(ids(told([sleep(50), ...earlier], 5).sleeps)).toEqual(['e6']);
});

test('the candidates of the answer count, where the log tells fewer', () => {
  const remote: Literal = { ...candidate('host'), side: 'remote' } as Literal;
  const answer = `${goodAnswer}a=candidate:2 1 udp 1 192.0.2.7 5000 typ host\r\na=x:a=candidate:3\r\n`;
  expect(told([description('remote', answer)]).remoteCandidates).toBe(2);
  expect(told([description('remote', answer), remote, candidate('host')]).remoteCandidates).toBe(2);
  expect(told([description('remote', answer), remote, remote, remote]).remoteCandidates).toBe(3);
});

test('of several descriptions of a kind the last counts, and each side’s is its own', () => {
  const story = told([
    description('remote', 'answer 1', 'answer'),
    description('remote', 'answer 2', 'answer'),
    description('local', 'answer 3', 'answer'),
    description('local', 'offer 1', 'offer'),
    description('remote', 'offer 2', 'offer'),
  ]);
  expect(story).toMatchObject({
    offer: { sdp: 'offer 1', entry: 'e5' },
    answer: { sdp: 'answer 2', entry: 'e3' },
    counterOffer: { id: 'e6' },
  });
  expect(told([description('local', 'offer 1', 'offer')])).not.toHaveProperty('counterOffer');
});

test('an answer that was never applied stands in the reply of its own call', () => {
  const body = JSON.stringify({ answer: { type: 'answer', sdp: 'v=0' } });
  const story = told([
    call(goodOffer),
    response(200, { body }),
    request('ice-config', { request: 'r2' }),
    response(200, { request: 'r2', body: '{}' }),
  ]);
  expect(story.answer).toEqual({ sdp: 'v=0', entry: 'e3' });
  expect(told([call(goodOffer), response(200, { body: '{"answer":{"sdp":7}}' })])).not.toHaveProperty(
    'answer',
  );
  expect(told([call(goodOffer)])).not.toHaveProperty('answer');
});

test('what was done with the servers is told, as the last list and the policy have it', () => {
  const [stun, turn] = ['stun:192.0.2.1', 'turn:192.0.2.2'];
  const outcomes = (...entries: readonly Literal[]) =>
    told(entries).servers.map(({ url, result }) => `${url} ${result}`);
  const gathered = state('gathering', 'complete');
  expect(outcomes(servers([turn]), servers([stun, turn], { leftOut: [turn] }))).toEqual([`${stun} silent`]);
  expect(outcomes(servers([turn]), state('gathering', 'gathering'))).toEqual([`${turn} silent`]);
  expect(outcomes(servers([turn]), state('dtls', 'complete'))).toEqual([`${turn} silent`]);
  expect(outcomes(servers([turn]), gathered)).toEqual([`${turn} nothing`]);
  const relay: Literal = { ...candidate('relay', turn), side: 'remote' } as Literal;
  expect(outcomes(servers([turn]), relay, gathered)).toEqual([`${turn} nothing`]);
  expect(outcomes(servers([turn]), candidate('relay', turn), gathered)).toEqual([`${turn} answered`]);
});

test('a server is looked up from when gathering began', () => {
  const turn = 'turn:t.example.net';
  const failing = (...states: readonly Literal[]) =>
    told([servers([turn]), ...states, candidateError(turn, 701, '', 20_000)]).servers[0]?.result;
  expect(failing(state('gathering', 'gathering', 15_000))).toBe('lookup');
  expect(failing(state('gathering', 'gathering', 1_000))).toBe('timed-out');
  expect(failing(state('ice', 'checking', 15_000))).toBe('timed-out');
  expect(failing(state('gathering', 'new', 1_000), state('gathering', 'gathering', 15_000))).toBe('lookup');
});

test('the policy is the page’s own where it has one, else the one of the settings', () => {
  expect(told([], 1, 'relay').policy).toBe('relay');
  expect(told([servers([])], 2, 'relay').policy).toBe('relay');
  expect(told([servers([], { policy: 'relay' })]).policy).toBe('relay');
  const { iceServers } = told([servers([]), servers([], { policy: 'relay' })]);
  expect((iceServers as LogEntryOf<'ice-servers'>).id).toBe('e3');
});
