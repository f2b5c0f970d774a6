import { expect, test } from 'vitest';
import { duplicate, noTurn, plainTurn, tooMany, udpOnlyTurn } from './list.ts';
import type { ServerFlaw } from './rule.ts';
import { readServerUrl } from './serverUrl.ts';

const rules = [noTurn, udpOnlyTurn, plainTurn, duplicate, tooMany];

/** What the rules say of these URLs: severity and id, the URL that it is about, title, cause, what to do. */
function saidOf(urls: readonly string[], relayOnly = false, usernames: readonly string[] = []) {
  const said: (readonly (string | undefined)[])[] = [];
  const servers = urls.map((url, index) => readServerUrl(url, usernames[index], 'c'));
  for (const rule of rules) {
    rule.check(servers, relayOnly, (flaw: ServerFlaw & { readonly url?: string }) => {
      said.push([`${flaw.severity} ${rule.id}`, flaw.url, flaw.title, flaw.cause, flaw.fix]);
    });
  }
  return said;
}

const udp = 'turn:a.test';
const tcp = 'turn:a.test?transport=tcp';
const tls = 'turns:a.test:443';

test('no-turn: without a TURN server there may be no path, with the policy relay there is none', () => {
  expect(saidOf(['stun:a.test'])).toEqual([
    [
      'warning no-turn',
      undefined,
      'There is no TURN server',
      'Where UDP is blocked or a NAT is strict, there is no path.',
      'Add a TURN server, best with TCP or TLS on port 443.',
    ],
  ]);
  expect(saidOf([], true)).toEqual([
    [
      'error no-turn',
      undefined,
      'There are no ICE servers',
      'With iceTransportPolicy relay nothing else is tried: Chromium stays in “new” for ever, Firefox fails at once.',
      'Add a TURN server, or use the policy all.',
    ],
  ]);
});

test('udp-only-turn: told at the first TURN server', () => {
  expect(saidOf(['stun:a.test', udp, 'turn:b.test?transport=udp'])).toEqual([
    [
      'warning udp-only-turn',
      udp,
      'TURN over UDP only',
      'Where UDP to the relay is blocked, as in many companies, there is no path at all.',
      'Add turn:…?transport=tcp, or best turns:host:443?transport=tcp.',
    ],
  ]);
});

test('plain-turn: TCP alone is stopped by a strict proxy', () => {
  expect(saidOf([udp, tcp])).toEqual([
    [
      'info plain-turn',
      tcp,
      'No TURN over TLS',
      'A proxy that lets nothing but TLS through also stops turn: over TCP.',
      'Add turns:host:443?transport=tcp.',
    ],
  ]);
  expect(saidOf([udp, tcp, tls])).toEqual([]);
  expect(saidOf([udp, tls])).toEqual([]);
});

const twice = [
  'The same server twice',
  'Each entry is asked by itself: twice the requests, no further candidate.',
  'Name each server and transport once.',
];

test('duplicate: the second and third of a server are told, however they are spelt', () => {
  expect(saidOf([tls, 'TURNS:A.test:443', tls])).toEqual([
    ['info duplicate', 'TURNS:A.test:443', ...twice],
    ['info duplicate', tls, ...twice],
  ]);
  expect(saidOf([tls, 'stun:a.test', 'stun:a.test:3478'])).toEqual([
    ['info duplicate', 'stun:a.test:3478', ...twice],
  ]);
  expect(saidOf([tls, 'turn:a.test:x', 'turn:a.test:x'])).toHaveLength(1);
});

test('duplicate: another scheme, host, port, transport or user is another server', () => {
  expect(saidOf([tls, 'stun:a.test:443'])).toEqual([]);
  expect(saidOf([tls, 'turns:b.test:443'])).toEqual([]);
  expect(saidOf([tls, 'turns:a.test:444'])).toEqual([]);
  expect(saidOf([tls, udp, tcp])).toEqual([]);
  expect(saidOf([tls, 'turn:a.test:x', 'turn:a.test:y'])).toEqual([]);
  expect(saidOf([tls, tls], false, ['one', 'other'])).toEqual([]);
});

const stun = (count: number) => Array.from({ length: count }, (_, index) => `stun:s${index}.test`);
const turn = (count: number) => Array.from({ length: count }, (_, index) => `turns:t${index}.test`);

test('too-many: five URLs are enough, and of TURN Chromium takes 32', () => {
  expect(saidOf([tls, ...stun(4)])).toEqual([]);
  const slow = [
    'Each is asked from each network interface; gathering waits for the slowest, and those that do not answer take up to 40 s.',
    'One or two STUN servers and one TURN server with UDP, TCP and TLS are enough.',
  ];
  expect(saidOf([tls, ...stun(5)])).toEqual([
    ['warning too-many', undefined, '6 URLs of ICE servers', ...slow],
  ]);
  expect(saidOf([tls, ...stun(1_000)])).toEqual([
    ['warning too-many', undefined, '1,001 URLs of ICE servers', ...slow],
  ]);
  expect(saidOf(turn(32))).toEqual([['warning too-many', undefined, '32 URLs of ICE servers', ...slow]]);
  const most = [
    'Chromium takes 32 at most and throws for more.',
    'One TURN server with UDP, TCP and TLS is enough.',
  ];
  expect(saidOf(turn(33))).toEqual([['error too-many', undefined, '33 TURN URLs', ...most]]);
  expect(saidOf(turn(1_000))).toEqual([['error too-many', undefined, '1,000 TURN URLs', ...most]]);
});
