import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import {
  answerWith,
  candidate,
  candidateError,
  chromium,
  description,
  failedLog,
  firefox,
  iceFailedInChromium,
  iceFailedInFirefox,
  servers,
  state,
  statistics,
  waitedForIce,
  watch,
} from './testing/literalConnection.ts';
import { type Literal, type LiteralRun, verdict, wallClock } from './testing/literalLog.ts';

const turn = 'turn:192.0.2.1:3478?transport=udp';
const answer = description('remote', answerWith('1 udp 1 192.0.2.7 50000 typ host'));

/** Relay only: e2 the servers, e3 gathering begins, e4 … what is given, then the answer and the failure. */
function relayOnly(run: LiteralRun, url: string | readonly string[], ...gathering: readonly Literal[]) {
  return failedLog(
    { ...run, policy: 'relay' },
    [
      servers(typeof url === 'string' ? [url] : url),
      state('gathering', 'gathering', 1_000),
      ...gathering,
      answer,
    ],
    run === firefox ? iceFailedInFirefox : waitedForIce,
  );
}

const complete = (at: number) => state('gathering', 'complete', at);
const error = candidateError;

const alone: readonly (readonly [string, LiteralRun, string, Literal, Literal])[] = [
  ['turn.auth/refused', chromium, turn, error(turn, 401, 'Unauthorized.', 1_070), complete(1_080)],
  ['turn.auth/refused', firefox, turn, error('turn:192.0.2.1:3478', 401, '', 1_011), complete(1_030)],
  ['turn.quota/reached', chromium, turn, error(turn, 486, 'TURN allocate error.', 1_063), complete(1_080)],
  [
    'turn.udp.dead/no-answer',
    chromium,
    turn,
    error(turn, 701, 'TURN allocate request timed out.', 40_900),
    complete(40_901),
  ],
  ['turn.udp.dead/no-answer', firefox, turn, error('turn:192.0.2.1:3478', 701, '', 12_126), complete(12_127)],
  [
    'turn.tcp.refused/closed',
    chromium,
    'turn:192.0.2.1:5999?transport=tcp',
    error('turn:192.0.2.1:5999?transport=tcp', 701, 'Failed to establish connection', 1_130),
    complete(1_140),
  ],
  [
    'turn.tcp.refused/closed',
    firefox,
    'turn:192.0.2.1:5999?transport=tcp',
    error('turn:192.0.2.1:5999?transport=tcp', 701, '', 1_035),
    complete(1_055),
  ],
  [
    'turns.tls/failed',
    chromium,
    'turns:192.0.2.1:5349?transport=tcp',
    error('turns:192.0.2.1:5349?transport=tcp', 701, 'Failed to establish connection', 1_134),
    complete(1_140),
  ],
  [
    'ice.dns/lookup',
    chromium,
    'turn:turn.invalid:3478',
    error('turn:turn.invalid:3478?transport=udp', 701, 'TURN host lookup received error.', 9_900),
    complete(9_901),
  ],
  [
    'ice.dns/lookup',
    firefox,
    'turn:nowhere.example.org:3478',
    error('turn:nowhere.example.org:3478', 701, '', 7_150),
    complete(7_151),
  ],
];

test.each(alone)('%s with relay only (%#)', (is, run, url, one, other) => {
  expect(verdict(relayOnly(run, url, one, other))).toMatchObject({ is, certainty: 'proved' });
});

test('a turns: server that says nothing until the offer goes out is named, not the time that it took', () => {
  const tls = 'turns:192.0.2.1:5349?transport=tcp';
  const log = relayOnly(
    chromium,
    tls,
    watch('ice-server', 'turns.tls', { subject: tls, silentFor: 4_900, at: 5_900 }),
    { kind: 'note', topic: 'gathering-cut-off', after: 5_000, at: 6_000 },
  );
  expect(verdict(log)).toMatchObject({ is: 'turns.tls/failed', certainty: 'likely' });
  expect(diagnose(log).map(({ code }) => code)).toContain('gather.timeout');
});

test('each of these is told from its look-alikes', () => {
  const [refused] = diagnose(relayOnly(chromium, turn, error(turn, 401, 'Unauthorized.', 1_070)));
  expect(refused?.evidence.map(({ entry }) => entry)).toEqual(['e4', 'e6']);
  expect(refused?.causedBy).toEqual({ step: 'ice-config', entry: 'e2' });
  expect(refused?.ruledOut.map(({ code }) => code)).toEqual([
    'turn.udp.dead',
    'turn.quota',
    'net.udp-blocked',
    'ice.dns',
  ]);
});

test('a quota that Firefox reports as 401 is called refused credentials, with a word about it', () => {
  const [first] = diagnose(relayOnly(firefox, turn, error('turn:192.0.2.1:3478', 401, '', 1_011)));
  expect(first?.code).toBe('turn.auth');
  expect(first?.cause).toContain('Firefox gives 401 for a reached quota as well');
});

test('the binding’s own error, which Chromium gives as code % 100, is no refusal of the relay', () => {
  const log = relayOnly(
    chromium,
    turn,
    error('stun:192.0.2.1:3478', 1, 'Unauthorized', 1_050),
    error(turn, 486, 'TURN allocate error.', 1_063),
  );
  expect(verdict(log)?.is).toBe('turn.quota/reached');
});

test('credentials whose own end has passed have expired', () => {
  const log = failedLog(
    { ...chromium, policy: 'relay' },
    [
      servers([turn], { expiresAt: wallClock / 1_000 - 600 }),
      error(turn, 401, 'Unauthorized.', 1_070),
      answer,
    ],
    waitedForIce,
  );
  expect(verdict(log)?.is).toBe('turn.auth/expired');
  expect(diagnose(log)[0]?.cause).toContain('10 min before');
});

test('turns: in Firefox: gathering ends without a word', () => {
  const log = relayOnly(firefox, 'turns:192.0.2.1:5999?transport=tcp', complete(1_006));
  expect(verdict(log)).toEqual({
    is: 'turns.tls/failed',
    certainty: 'likely',
    step: 'connection',
    evidence: ['e4', 'e6'],
  });
});

test('a TURN port that Chromium never asks', () => {
  const log = relayOnly(chromium, 'turn:192.0.2.1:465?transport=tcp', complete(1_120));
  expect(verdict(log)).toEqual({
    is: 'turn.port-disallowed/silent',
    certainty: 'proved',
    step: 'ice-config',
    evidence: ['e2', 'e4', 'e6'],
  });
});

test.each([chromium, firefox])('relay only without a TURN server', (run) => {
  const log = relayOnly(run, 'stun:192.0.2.1:3478', complete(1_120));
  expect(verdict(log)).toEqual({
    is: 'relay.noturn/policy',
    certainty: 'proved',
    step: 'ice-config',
    evidence: ['e2', 'e4', 'e6'],
  });
});

test('a TURN server that was left out is none', () => {
  const reserved = 'turn:turn.orga-ai.test:3478';
  const log = failedLog(
    { ...chromium, policy: 'relay' },
    [servers([reserved], { leftOut: [reserved] }), complete(1_120), answer],
    waitedForIce,
  );
  expect(verdict(log)?.is).toBe('relay.noturn/policy');
  expect(diagnose(log)[0]?.cause).toContain(`${reserved} was left out`);
});

test('no candidate at all, and no error', () => {
  const log = failedLog(
    chromium,
    [servers([turn]), state('gathering', 'gathering'), complete(152), answer],
    waitedForIce,
  );
  expect(verdict(log)).toEqual({
    is: 'gather.none/nothing',
    certainty: 'proved',
    step: 'offer',
    evidence: ['e4', 'e6'],
  });
});

const documented = [
  'stun:stun1.l.google.com:19302',
  'stun:stun2.l.google.com:19302',
  'turn:turn.orga-ai.com:3478?transport=udp',
];
const cutOff: Literal = { kind: 'note', step: 'offer', topic: 'gathering-cut-off', after: 5_000, at: 6_000 };

test('all servers silent, own addresses fine, a list of UDP only: this network drops UDP', () => {
  const log = failedLog(
    chromium,
    [
      servers(documented),
      state('gathering', 'gathering', 1_000),
      candidate('mdns', undefined, 1_050),
      watch('ice-server', 'net.udp-blocked', { subject: documented[2] ?? '', at: 4_200 }),
      cutOff,
      answer,
      state('ice', 'checking', 6_500),
      statistics('failed', { sent: 12, packets: 0, at: 21_600 }),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)).toEqual({
    is: 'net.udp-blocked/relay-silent',
    certainty: 'likely',
    step: 'connection',
    evidence: ['e4', 'e5', 'e10'],
  });
  const [first] = diagnose(log);
  expect(first?.actor).toBe('network');
  expect(first?.discrepancies.map(({ topic }) => topic)).toEqual(['How long candidates are gathered']);
});

test('the same in Firefox, which reports every server after 11 s', () => {
  const log = failedLog(
    firefox,
    [
      servers(documented),
      state('gathering', 'gathering', 1_000),
      candidate('mdns', undefined, 1_050),
      error('stun:stun1.l.google.com:19302', 701, '', 12_100),
      error('stun:stun2.l.google.com:19302', 701, '', 12_100),
      error('turn:turn.orga-ai.com:3478', 701, '', 12_126),
      answer,
      state('ice', 'checking', 13_000),
    ],
    iceFailedInFirefox,
  );
  expect(verdict(log)).toMatchObject({ is: 'net.udp-blocked/relay-silent', certainty: 'likely' });
});

test('one server that answers over UDP acquits the network', () => {
  const log = failedLog(
    chromium,
    [
      servers(documented),
      state('gathering', 'gathering', 1_000),
      candidate('mdns', undefined, 1_050),
      candidate('srflx', 'stun:stun1.l.google.com:19302', 1_100),
      cutOff,
      answer,
      state('ice', 'checking', 6_500),
      statistics('failed', { sent: 12, packets: 0, at: 21_600 }),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)).toMatchObject({ is: 'turn.udp.dead/no-answer', certainty: 'likely' });
  expect(diagnose(log).map(({ code }) => code)).toEqual(['turn.udp.dead', 'ice.unreachable']);
});

test('a TURN server over TCP that refuses is no blocked UDP', () => {
  const tcp = 'turn:192.0.2.1:5999?transport=tcp';
  const log = failedLog(
    chromium,
    [
      servers([tcp]),
      candidate('mdns'),
      error(tcp, 701, 'Failed to establish connection'),
      answer,
      state('ice', 'checking'),
      statistics('failed', { sent: 12, packets: 0 }),
    ],
    iceFailedInChromium,
  );
  expect(diagnose(log).map(({ code }) => code)).toEqual(['turn.tcp.refused', 'ice.unreachable']);
});

test('a candidate that came after the offer had gone never reached the far end', () => {
  const log = failedLog(
    chromium,
    [
      servers(['stun:192.0.2.1:3478']),
      candidate('mdns', undefined, 1_050),
      cutOff,
      candidate('srflx', 'stun:192.0.2.1:3478', 7_000),
      answer,
      state('ice', 'checking', 7_500),
      statistics('failed', { sent: 12, packets: 0, at: 22_600 }),
    ],
    iceFailedInChromium,
  );
  expect(verdict(log)).toEqual({
    is: 'gather.timeout/cut-off',
    certainty: 'proved',
    step: 'offer',
    evidence: ['e4', 'e5', 'e9'],
  });
});
