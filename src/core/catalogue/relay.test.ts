import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import {
  answerWith,
  candidate,
  candidateError,
  chromium,
  description,
  failedLog,
  firefox,
  iceFailedInChromium,
  servers,
  state,
  statistics,
  waitedForIce,
  watch,
} from '../diagnosis/testing/literalConnection.ts';
import type { Literal } from '../diagnosis/testing/literalLog.ts';

const turn = 'turn:192.0.2.1:3478?transport=udp';
const other = 'turn:192.0.2.2:3478?transport=udp';
const stun = 'stun:192.0.2.9:3478';
const answer = description('remote', answerWith('1 udp 1 192.0.2.7 50000 typ host'));

/** With these servers, e2, relay only: it waits for ICE in vain. */
const alone = (list: Literal, ...entries: readonly Literal[]) =>
  failedLog({ ...chromium, policy: 'relay' }, [list, ...entries, answer], waitedForIce);
/** The same where the direct way was tried too. */
const wayRound = (list: Literal, ...entries: readonly Literal[]) =>
  failedLog(chromium, [list, ...entries, answer], waitedForIce);
const codes = (log: Parameters<typeof diagnose>[0]) => diagnose(log).map(({ code }) => code);

/** No server answers; own addresses are there; the checks that went out. */
const silent = (urls: readonly string[], sent: number | undefined, ...entries: readonly Literal[]) =>
  failedLog(
    chromium,
    [
      servers(urls),
      candidate('host'),
      ...entries,
      answer,
      statistics('failed', sent === undefined ? {} : { sent }),
    ],
    iceFailedInChromium,
  );

test('net.udp-blocked where two hosts are silent, each with the entry that shows it', () => {
  const log = silent(
    [stun, turn],
    12,
    candidateError(stun, 701, 'STUN binding request timed out.'),
    watch('ice-server', 'net.udp-blocked', { subject: turn }),
  );
  expect(inWords(diagnose(log))).toEqual({
    is: 'net.udp-blocked/relay-silent',
    certainty: 'likely',
    actor: 'network',
    cause:
      'All 2 ICE servers are asked over UDP, and not one answered; 12 connection checks to the far end went unanswered too. Something between this computer and the internet drops UDP.',
    remedy:
      'Try another network (a phone’s hotspot) to be sure. Then ask for UDP to the TURN server’s port, or ask the service for a turn: server with ?transport=tcp or a turns: server on 443.',
    causedBy: 'connection e8',
    evidence: [
      'e3 this computer’s own addresses were found',
      'e4 stun:192.0.2.9:3478: error 701 (STUN binding request timed out.)',
      'e5 turn:192.0.2.1:3478?transport=udp: it has not answered',
      'e8 connectionState failed, iceConnectionState disconnected',
    ],
    ruledOut: [
      'turn.auth/refused: no refusal came: nothing came at all',
      'ice.dns/lookup: the names were found, or are addresses',
      'turn.udp.dead/no-answer: no server at all answered over UDP, so it is not one server that is dead',
      'gather.none/nothing: this computer’s own addresses were found',
      'relay.noturn/policy: there is a TURN server in the list',
    ],
    beside: ['ice.unreachable/no-answer'],
  });
});

test('net.udp-blocked of a single server takes a far end that answered no check', () => {
  expect(diagnose(silent([turn], 3))[0]?.cause).toEqual(
    'The one ICE server is asked over UDP, and it did not answer; 3 connection checks to the far end went unanswered too. Something between this computer and the internet drops UDP.',
  );
  expect(codes(silent([turn], 0))).not.toContain('net.udp-blocked');
  expect(codes(silent([turn], undefined))).not.toContain('net.udp-blocked');
});

test.each([
  ['two hosts are silent', [stun, turn], true],
  ['two ports of one host are silent', ['stun:192.0.2.1:3479', turn], true],
  ['two URLs of one port are silent', ['stun:192.0.2.1:3478', turn], false],
  ['one is asked over TCP', [stun, turn, 'turn:192.0.2.3:3478?transport=tcp'], false],
  ['there is no relay among them', [stun, 'stun:192.0.2.8:3478'], false],
])('with the policy “all” UDP is called blocked where %s: %#', (_, urls, expected) => {
  expect(codes(silent(urls, undefined)).includes('net.udp-blocked')).toBe(expected);
});

test('with relay only it takes two silent hosts; own addresses do not show', () => {
  expect(codes(alone(servers([turn, other])))).toEqual(['net.udp-blocked']);
  expect(codes(alone(servers([turn])))).toEqual(['turn.udp.dead']);
});

test('without an own address nobody knows what UDP does', () => {
  expect(codes(wayRound(servers([stun, turn])))).not.toContain('net.udp-blocked');
  expect(codes(wayRound(servers([turn]), statistics('failed', { sent: 3, answered: 1 })))).not.toContain(
    'net.udp-blocked',
  );
  const log = wayRound(servers([stun, turn]), candidate('srflx', 'stun:203.0.113.1:3478'));
  expect(codes(log)).not.toContain('net.udp-blocked');
});

test('of servers that share a fate those with a relay come first', () => {
  const lookup = 'STUN host lookup received error.';
  const names = ['stun:a.example:3478', 'turn:b.example:3478'];
  const log = wayRound(servers(names), ...names.map((url) => candidateError(url, 701, lookup)));
  expect(inWords(diagnose(log))).toEqual({
    is: 'ice.dns/lookup',
    certainty: 'likely',
    actor: 'orga',
    cause:
      'b.example and a.example could not be looked up: names that end so never exist (RFC 6761). The direct way failed too, and these servers would have found another.',
    remedy: 'Check the spelling and the DNS entry (A and AAAA) of the host.',
    causedBy: 'connection e6',
    evidence: [
      'e4 turn:b.example:3478: error 701 (STUN host lookup received error.)',
      'e3 stun:a.example:3478: error 701 (STUN host lookup received error.)',
      'e6 30 s passed while waiting for ice',
    ],
    ruledOut: [
      'turn.auth/refused: the server was never reached',
      'turn.udp.dead/no-answer: there was no address to send to',
      'turn.tcp.refused/closed: there was no address to connect to',
    ],
    beside: [],
  });
});

test.each([
  ['no-connection', 'turn:192.0.2.1:5999?transport=tcp', 'Failed to establish connection'],
  ['timed-out', turn, 'TURN allocate request timed out.'],
])('what became of a server is said with the browser’s words where it has any (%s)', (_, url, text) => {
  const says = (errorText: string) =>
    diagnose(
      alone(servers([url]), state('gathering', 'gathering', 0), candidateError(url, 701, errorText, 12_000)),
    )[0]?.evidence[0]?.says;
  expect(says(text)).toBe(`${url}: error 701 (${text})`);
  expect(says('')).toBe(`${url}: error 701`);
});

test('a server that is only silent is said to be so', () => {
  const entry = watch('ice-server', 'turn.udp.dead', { subject: turn });
  expect(inWords(diagnose(alone(servers([turn]), entry)))).toEqual({
    is: 'turn.udp.dead/no-answer',
    certainty: 'likely',
    actor: 'orga',
    cause: 'turn:192.0.2.1:3478?transport=udp never answered. With the policy “relay” there is no other way.',
    remedy:
      'Check that the TURN server runs and that its UDP port is open to this network. Ask the service for TURN over TCP or TLS too: the documented list has UDP only.',
    causedBy: 'connection e5',
    evidence: [
      'e3 turn:192.0.2.1:3478?transport=udp: it has not answered',
      'e5 30 s passed while waiting for ice',
    ],
    ruledOut: [
      'turn.auth/refused: no refusal came: nothing came at all',
      'ice.dns/lookup: its name was found',
      'turn.tcp.refused/closed: it was asked over UDP',
    ],
    beside: [],
  });
});

test('turns: in Firefox: what is known of it is that gathering ended', () => {
  const tls = 'turns:192.0.2.1:5349';
  const log = failedLog(
    { ...firefox, policy: 'relay' },
    [servers([tls]), state('gathering', 'complete'), answer],
    waitedForIce,
  );
  expect(inWords(diagnose(log))).toEqual({
    is: 'turns.tls/failed',
    certainty: 'likely',
    actor: 'orga',
    cause:
      'turns:192.0.2.1:5349: gathering ended without a relay and without any error, which is how Firefox shows it. Its port is closed, does not speak TLS, or its certificate is not accepted.',
    remedy:
      'Check the certificate (host name, chain, expiry) and that the port speaks TLS; a turn: server’s plain port, 3478, does not.',
    causedBy: 'connection e5',
    evidence: ['e3 gathering ended without a relay', 'e5 30 s passed while waiting for ice'],
    ruledOut: [
      'turn.auth/refused: it never came to asking for credentials',
      'ice.dns/lookup: its name was found, or is an address',
      'turn.tcp.refused/closed: the URL is turns:, with TLS',
    ],
    beside: [],
  });
});
