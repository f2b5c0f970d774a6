import { expect, test } from 'vitest';
import { describe } from './describe.ts';
import type { LogEntryOf, Unlogged } from './log.ts';

const line = (entry: Unlogged) => describe({ ...entry, id: 'e1', at: 0, attempt: 1 });

test.each([
  [[], [], '0 ICE servers: 0 STUN and 0 TURN URLs'],
  [[['stun:a.test']], [], '1 ICE server: 1 STUN and 0 TURN URLs'],
  [[['turn:a.test', 'turns:a.test', 'stun:return:1']], [], '1 ICE server: 1 STUN and 2 TURN URLs'],
  [[['TURN:a.test']], [], '1 ICE server: 0 STUN and 1 TURN URL'],
  [
    [['turn:a.test']],
    ['stun:a.invalid', 'stun:b.invalid'],
    '1 ICE server: 0 STUN and 1 TURN URL; 2 URLs left out, because the host name is reserved and cannot exist',
  ],
] satisfies [string[][], string[], string][])('ICE servers are counted: %j %j', (urls, leftOut, text) => {
  const servers = urls.map((each) => ({ urls: each }));
  expect(line({ kind: 'ice-servers', from: 'ice-config', servers, leftOut })).toBe(text);
});

test.each([
  ['local', 'candidate:1 1 UDP 2 192.0.2.7 5000 typ host', 'Local candidate: host udp 192.0.2.7:5000'],
  ['remote', 'candidate:1 1 tcp 2 2001:db8::7 9 typ relay', 'Remote candidate: relay tcp [2001:db8::7]:9'],
  [
    'local',
    'candidate:1 1 udp 2 192.0.2.7 5000 typ srflx raddr 10.0.0.1 rport 9',
    'Local candidate: srflx udp 192.0.2.7:5000 from 10.0.0.1:9',
  ],
  [
    'local',
    'candidate:1 1 udp 2 192.0.2.7 5000 typ srflx raddr 10.0.0.1',
    'Local candidate: srflx udp 192.0.2.7:5000 from 10.0.0.1:?',
  ],
  ['local', '', 'Local candidates: end'],
  ['remote', '', 'Remote candidates: end'],
  ['remote', 'candidate:nonsense', 'Remote candidate, unreadable: candidate:nonsense'],
] as const)('a %s candidate is told with its address: %s', (side, candidate, text) => {
  expect(line({ kind: 'candidate', side, candidate })).toBe(text);
});

const stunError = { kind: 'candidate-error', url: 'stun:a.test', errorCode: 701, errorText: '' } as const;

test.each([
  [stunError, 'stun:a.test: error 701'],
  [{ ...stunError, errorText: 'timed out' }, 'stun:a.test: error 701 "timed out"'],
  [{ ...stunError, address: '10.0.0.1' }, 'stun:a.test: error 701 from 10.0.0.1:?'],
  [{ ...stunError, address: '10.0.0.1', port: 9 }, 'stun:a.test: error 701 from 10.0.0.1:9'],
])('an error of an ICE server is told: %j', (entry, text) => {
  expect(line(entry)).toBe(text);
});

test('a description is told with its size', () => {
  expect(
    line({ kind: 'description', side: 'remote', type: 'answer', sdp: 'v=0\r\nm=audio 9 x 0\r\na=m=1\r\n' }),
  ).toBe('Remote answer: 1 media section, 27 characters');
  expect(line({ kind: 'description', side: 'local', type: 'offer', sdp: '' })).toBe(
    'Local offer: 0 media sections, 0 characters',
  );
});

test.each([
  ['signaling', 'Signaling state is stable'],
  ['gathering', 'ICE gathering state is stable'],
  ['ice', 'ICE state is stable'],
  ['connection', 'Connection state is stable'],
  ['dtls', 'DTLS state is stable'],
  ['sctp', 'SCTP state is stable'],
  ['channel', 'Data channel state is stable'],
] satisfies [LogEntryOf<'state'>['machine'], string][])('the state of %s is told', (machine, text) => {
  expect(line({ kind: 'state', machine, to: 'stable' })).toBe(text);
});

const channel = { kind: 'channel', label: 'oai' } as const;
const abort = { name: 'OperationError', message: 'Abort' };

test.each([
  [{ ...channel, event: 'open' }, 'Data channel oai is open'],
  [{ ...channel, event: 'received' }, 'Received a message without a type'],
  [{ ...channel, event: 'received', messageType: 'session.created' }, 'Received session.created'],
  [{ ...channel, event: 'sent', messageType: 'user.speech' }, 'Sent user.speech'],
  [{ ...channel, event: 'error' }, 'Data channel error'],
  [{ ...channel, event: 'error', error: abort }, 'Data channel error: Abort'],
  [
    { ...channel, event: 'error', error: { ...abort, errorDetail: 'sctp-failure' } },
    'Data channel error: Abort (sctp-failure)',
  ],
  [
    { ...channel, event: 'error', error: { ...abort, errorDetail: 'sctp-failure', sctpCauseCode: 12 } },
    'Data channel error: Abort (sctp-failure, SCTP cause 12)',
  ],
  [{ ...channel, event: 'closing' }, 'Data channel oai is closing'],
  [{ ...channel, event: 'close' }, 'Data channel oai closed'],
] satisfies [Unlogged, string][])('what happens on the channel is told: %j', (entry, text) => {
  expect(line(entry)).toBe(text);
});

const waiting = { local: 'host', remote: 'srflx', state: 'waiting', nominated: false };
const nominated = { local: 'relay', remote: 'host', state: 'succeeded', nominated: true };

test.each([
  [[], undefined, 'Statistics (sample): 0 candidate pairs'],
  [[waiting], undefined, 'Statistics (sample): 1 candidate pair'],
  [[waiting, nominated], undefined, 'Statistics (sample): 2 candidate pairs, relay ↔ host'],
  [
    [{ ...nominated, roundTripTime: 40 }],
    'connected',
    'Statistics (sample): 1 candidate pair, relay ↔ host, round trip 40 ms, DTLS connected',
  ],
])('statistics name the nominated pair: %j, DTLS %s', (pairs, dtlsState, text) => {
  const transport = dtlsState === undefined ? {} : { transport: { dtlsState } };
  expect(line({ kind: 'statistics', moment: 'sample', pairs, ...transport })).toBe(text);
});
