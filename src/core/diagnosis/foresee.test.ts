import { expect, test } from 'vitest';
import { foresee } from './diagnose.ts';
import {
  answerWith,
  candidate,
  candidateError,
  chromium,
  description,
  failedLog,
  goodOffer,
  servers,
  state,
  waitedForIce,
  watch,
} from './testing/literalConnection.ts';
import { runOf } from './testing/literalLog.ts';

const turn = 'turn:192.0.2.1:3478?transport=udp';
const stun = 'stun:192.0.2.2:3478';
const silentTurn = watch('ice-server', 'turn.udp.dead', {
  step: 'offer',
  subject: turn,
  until: 39_900,
  at: 3_200,
});

function told(log: Parameters<typeof foresee>[0]) {
  return foresee(log).map(({ code, variant, certainty }) => `${code}/${variant} ${certainty}`);
}

test('nothing is foreseen while nothing is silent, nor when it is over', () => {
  const begun = [servers([turn]), state('gathering', 'gathering', 10)];
  expect(told(runOf(chromium, ...begun))).toEqual([]);
  expect(told(runOf(chromium, ...begun, silentTurn))).not.toEqual([]);
  expect(told(runOf(chromium, ...begun, silentTurn, { ...silentTurn, over: true, at: 3_900 }))).toEqual([]);
});

test('a silent TURN server is named, long before the browser reports it', () => {
  const log = runOf(
    { ...chromium, policy: 'relay' },
    servers([turn]),
    state('gathering', 'gathering', 10),
    silentTurn,
  );
  expect(told(log)).toEqual(['turn.udp.dead/no-answer likely']);
  const [first] = foresee(log);
  expect(first?.evidence.map(({ entry }) => entry)).toContain('e4');
  expect(first?.evidence.at(-1)?.says).toBe(
    `${turn} has not answered for 3.2 s; the browser itself will report it in about 37 s`,
  );
});

test('all of them silent, over UDP only, with own addresses: UDP is blocked', () => {
  const log = runOf(
    chromium,
    servers([stun, turn]),
    state('gathering', 'gathering', 10),
    candidate('mdns', undefined, 50),
    watch('ice-server', 'net.udp-blocked', { subject: stun, at: 1_500, silentFor: 1_500 }),
    watch('ice-server', 'net.udp-blocked', { subject: turn, at: 1_500, silentFor: 1_500 }),
  );
  expect(told(log)).toEqual(['net.udp-blocked/relay-silent likely']);
});

test('credentials that were refused are what a run with relay only waits for', () => {
  const log = runOf(
    { ...chromium, policy: 'relay' },
    servers([turn]),
    candidateError(turn, 401, 'Unauthorized.'),
    state('gathering', 'complete'),
    watch('ice-new', 'turn.auth'),
  );
  expect(told(log)).toEqual(['turn.auth/refused likely']);
});

test.each([
  ['ice.nocand/answer', [], watch('no-candidates', 'ice.nocand')],
  ['ice.port-low/below-1024', ['1 udp 1 192.0.2.7 9 typ host'], watch('no-candidates', 'ice.port-low')],
  ['ice.hostname/unresolved', ['1 udp 1 sfu.invalid 5000 typ host'], watch('no-candidates', 'ice.hostname')],
] as const)('%s is foreseen where Chromium stays silent for ever', (is, candidates, silence) => {
  const log = runOf(
    chromium,
    description('local', goodOffer),
    candidate('host'),
    state('gathering', 'complete'),
    description('remote', answerWith(...candidates)),
    silence,
  );
  expect(told(log)).toEqual([`${is} likely`]);
});

test.each([
  ['app.no-session/silent', 'session'],
  ['connection.unexplained/dtls', 'dtls'],
  ['connection.unexplained/channel', 'channel'],
] as const)('%s is foreseen by its code alone', (is, kind) => {
  const log = runOf(chromium, state('ice', 'connected'), watch(kind, is.split('/')[0] ?? ''));
  expect(told(log)).toEqual([`${is} likely`]);
  expect(foresee(log)[0]?.causedBy.entry).toBe('e3');
  expect(foresee(log)[0]?.cause).toMatch(/^Waiting for .+ for 3\.2 s\. [A-Z].+\.$/);
});

test('a code that the catalogue does not have is not foreseen', () => {
  expect(told(runOf(chromium, watch('session', 'no.such-code')))).toEqual([]);
});

test('a run that failed foresees nothing', () => {
  expect(foresee(failedLog(chromium, [servers([turn]), silentTurn], waitedForIce))).toEqual([]);
});
