import { expect, test } from 'vitest';
import { advise, diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import {
  answerWith,
  candidate,
  candidateError,
  chromium,
  description,
  failedLog,
  servers,
  state,
  waitedForIce,
} from '../diagnosis/testing/literalConnection.ts';
import { type Literal, runOf, wallClock } from '../diagnosis/testing/literalLog.ts';

const turn = 'turn:192.0.2.1:3478?transport=udp';
const other = 'turn:192.0.2.2:3478?transport=udp';
const stun = 'stun:192.0.2.9:3478';
const answer = description('remote', answerWith('1 udp 1 192.0.2.7 50000 typ host'));
const refused = candidateError(turn, 401, 'Unauthorized', 1_000);

/** With these servers, e2, relay only: it waits for ICE in vain. */
const alone = (list: Literal, ...entries: readonly Literal[]) =>
  failedLog({ ...chromium, policy: 'relay' }, [list, ...entries, answer], waitedForIce);
/** The same where the direct way was tried too. */
const wayRound = (list: Literal, ...entries: readonly Literal[]) =>
  failedLog(chromium, [list, ...entries, answer], waitedForIce);
const codes = (log: Parameters<typeof diagnose>[0]) => diagnose(log).map(({ code }) => code);

test('turn.auth with relay only', () => {
  expect(inWords(diagnose(alone(servers([turn]), refused)))).toEqual({
    is: 'turn.auth/refused',
    certainty: 'proved',
    actor: 'orga',
    cause:
      'turn:192.0.2.1:3478?transport=udp answered 401. User name or password are wrong, or no longer valid. With the policy “relay” there is no other way. Firefox gives 401 for a reached quota as well.',
    remedy:
      'Fetch the ICE servers anew with ice-config and use them at once; check that nothing shortens, escapes or swaps username and credential. If fresh ones are refused too, report it.',
    causedBy: 'ice-config e2',
    evidence: [
      'e3 turn:192.0.2.1:3478?transport=udp: error 401 (Unauthorized)',
      'e5 30 s passed while waiting for ice',
    ],
    ruledOut: [
      'turn.udp.dead/no-answer: the server answered',
      'turn.quota/reached: the error is 401, not 486',
      'net.udp-blocked/relay-silent: its refusal came through the network',
      'ice.dns/lookup: its name was found',
    ],
    beside: [],
  });
});

test('turn.auth where a relay would have been the way round', () => {
  expect(inWords(diagnose(wayRound(servers([turn]), candidateError(turn, 438, ''))))).toEqual({
    is: 'turn.auth/refused',
    certainty: 'likely',
    actor: 'orga',
    cause:
      'turn:192.0.2.1:3478?transport=udp answered 438. User name or password are wrong, or no longer valid. The direct way failed too, and the relay would have been the way round. Firefox gives 401 for a reached quota as well.',
    remedy:
      'Fetch the ICE servers anew with ice-config and use them at once; check that nothing shortens, escapes or swaps username and credential. If fresh ones are refused too, report it.',
    causedBy: 'ice-config e2',
    evidence: ['e3 turn:192.0.2.1:3478?transport=udp: error 438', 'e5 30 s passed while waiting for ice'],
    ruledOut: [
      'turn.udp.dead/no-answer: the server answered',
      'turn.quota/reached: the error is 438, not 486',
      'net.udp-blocked/relay-silent: its refusal came through the network',
      'ice.dns/lookup: its name was found',
    ],
    beside: [],
  });
});

test('turn.auth of a session that did without is a remark', () => {
  const log = runOf(chromium, servers([turn]), refused, state('ice', 'connected'), {
    kind: 'run',
    state: 'connected',
  });
  expect(inWords(advise(log))).toEqual({
    is: 'turn.auth/refused',
    certainty: 'proved',
    actor: 'orga',
    cause:
      'turn:192.0.2.1:3478?transport=udp answered 401. User name or password are wrong, or no longer valid. This session did without; where the direct way is blocked it could not. Firefox gives 401 for a reached quota as well.',
    remedy:
      'Fetch the ICE servers anew with ice-config and use them at once; check that nothing shortens, escapes or swaps username and credential. If fresh ones are refused too, report it.',
    causedBy: 'ice-config e2',
    evidence: [
      'e3 turn:192.0.2.1:3478?transport=udp: error 401 (Unauthorized)',
      'e5 the last that is known of the run',
    ],
    ruledOut: [
      'turn.udp.dead/no-answer: the server answered',
      'turn.quota/reached: the error is 401, not 486',
      'net.udp-blocked/relay-silent: its refusal came through the network',
      'ice.dns/lookup: its name was found',
    ],
    beside: [],
  });
});

test('turn.auth of credentials whose own end had passed', () => {
  const list = servers([turn], { expiresAt: wallClock / 1_000 - 600 });
  expect(inWords(diagnose(alone(list, refused)))).toEqual({
    is: 'turn.auth/expired',
    certainty: 'proved',
    actor: 'backend',
    cause:
      'turn:192.0.2.1:3478?transport=udp answered 401. The user name carries its own end, which passed 10 min before. With the policy “relay” there is no other way. Firefox gives 401 for a reached quota as well.',
    remedy:
      'Do not cache ICE servers longer than their credentials live: fetch them right before each session.',
    causedBy: 'ice-config e2',
    evidence: [
      'e3 turn:192.0.2.1:3478?transport=udp: error 401 (Unauthorized)',
      'e5 30 s passed while waiting for ice',
    ],
    ruledOut: [
      'turn.udp.dead/no-answer: the server answered',
      'turn.quota/reached: the error is 401, not 486',
      'net.udp-blocked/relay-silent: its refusal came through the network',
      'ice.dns/lookup: its name was found',
    ],
    beside: [],
  });
});

test('credentials end at their second: the refusal a millisecond later is one of expired ones', () => {
  const at = (ms: number) =>
    diagnose(
      alone(servers([turn], { expiresAt: wallClock / 1_000 + 1 }), candidateError(turn, 401, '', ms)),
    )[0]?.variant;
  expect([at(999), at(1_000), at(1_001)]).toEqual(['refused', 'refused', 'expired']);
});

test.each([
  [400, false],
  [401, true],
  [403, true],
  [438, true],
  [441, true],
  [486, false],
  [500, false],
])('error %d is one of credentials: %s', (code, expected) => {
  expect(codes(alone(servers([turn]), candidateError(turn, code, ''))).includes('turn.auth')).toBe(expected);
});

test('a STUN server that refuses is none of a relay', () => {
  expect(codes(wayRound(servers([stun]), candidateError(stun, 401, '')))).not.toContain('turn.auth');
});

test('a relay that was got acquits the TURN servers', () => {
  expect(codes(wayRound(servers([turn, other]), refused, candidate('relay', other)))).not.toContain(
    'turn.auth',
  );
  expect(codes(wayRound(servers([turn, other]), refused, candidate('srflx', stun)))).toContain('turn.auth');
});

test('with relay only the refusal is the verdict; beside the direct way what proves more comes first', () => {
  const closed = 'turn:192.0.2.2:3478?transport=tcp';
  const both = [refused, candidateError(closed, 701, 'Failed to establish connection')];
  expect(codes(alone(servers([turn, closed]), ...both))).toEqual(['turn.auth', 'turn.tcp.refused']);
  const low = description('remote', answerWith('1 udp 1 192.0.2.7 9 typ host'));
  const direct = (policy: 'all' | 'relay') =>
    failedLog({ ...chromium, policy }, [servers([turn]), refused, low], waitedForIce);
  expect(codes(direct('relay'))).toEqual(['turn.auth', 'ice.port-low']);
  expect(codes(direct('all'))).toEqual(['ice.port-low', 'turn.auth']);
});
