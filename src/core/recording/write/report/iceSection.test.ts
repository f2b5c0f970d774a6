import { expect, test } from 'vitest';
import { candidate, candidateError, servers } from '../../../diagnosis/testing/literalConnection.ts';
import type { Literal } from '../../../diagnosis/testing/literalLog.ts';
import type { CandidatePairFacts } from '../../../session/log.ts';
import { judgeRecording } from '../judgeRecording.ts';
import { recorded } from '../testing/literalRecording.ts';
import { iceSection } from './iceSection.ts';

function section(entries: readonly Literal[], answer?: string): string {
  return iceSection({ ...judgeRecording(recorded(...entries)), answer }).markup;
}

/** The cells of a table by its caption, row by row; the first row is its head. */
function table(caption: string, entries: readonly Literal[], answer?: string) {
  const [, found] =
    new RegExp(`<table><caption>${caption}</caption>(.*?)</table>`, 's').exec(section(entries, answer)) ?? [];
  return found
    ?.split('</tr>')
    .map((row) => Array.from(row.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g), ([, cell]) => cell))
    .filter((cells) => cells.length > 0);
}

function remote(text: string): Literal {
  return { kind: 'candidate', side: 'remote', candidate: text };
}

const pair: CandidatePairFacts = {
  local: 'host udp 192.0.2.1:1',
  remote: 'host udp 192.0.2.2:2',
  state: 'succeeded',
  nominated: true,
  requestsSent: 3,
  responsesReceived: 2,
  roundTripTime: 4.5,
};

function snapshot(...pairs: readonly CandidatePairFacts[]): Literal {
  return { kind: 'statistics', moment: 'sample', pairs };
}

test('of what ICE never touched there is no section', () => {
  expect(section([])).toBe('');
  expect(section([servers([], { servers: [] }), snapshot()], 'v=0')).toBe('');
});

test('a table has its caption, its head and its rows, and nothing else has any', () => {
  expect(section([servers(['stun:a', 'turn:b'])])).toBe(`<section id="ice"><h2>ICE</h2><div class="card long">
<table><caption>Servers</caption><thead><tr><th scope="col">URLs</th><th scope="col">User name</th><th scope="col">Credential</th></tr></thead>
<tbody><tr><td class="mono">stun:a turn:b</td><td class="mono">–</td><td class="mono">–</td></tr></tbody></table>



</div></section>`);
});

test('the servers are the last ones, with what they were given', () => {
  const server = { urls: ['turn:b'], username: 'turn-username#1', credential: 'turn-credential#1' };
  expect(table('Servers', [servers(['stun:a']), servers([], { servers: [server] })])).toEqual([
    ['URLs', 'User name', 'Credential'],
    ['turn:b', 'turn-username#1', 'turn-credential#1'],
  ]);
});

test('candidates stand with type, protocol, address and where they are from, each once', () => {
  const own = [candidate('host'), candidate('srflx', 'stun:a'), candidate('host'), remote('candidate:x')];
  expect(table('Candidates of this browser', own)).toEqual([
    ['Type', 'Protocol', 'Address', 'From'],
    ['host', 'udp', '192.168.1.2:50123', '–'],
    ['srflx', 'udp', '192.168.1.2:50123', 'stun:a'],
  ]);
  expect(table('Candidates of this browser', [remote('candidate:x')])).toBeUndefined();
});

test('candidates of the far end came one by one or in the answer', () => {
  const one = 'candidate:1 1 udp 1 192.0.2.7 50000 typ host';
  const two = 'candidate:2 1 tcp 1 2001:db8::7 9 typ host tcptype active';
  const answer = `v=0\r\na=${one}\r\ns=a=candidate:8\r\na=${two}\r\na=x-candidate:9\r\n`;
  expect(
    table(
      'Candidates of the far end',
      [remote(` a=${one}`), remote(''), remote('a=candidate:odd'), remote('a candidate:odd')],
      answer,
    ),
  ).toEqual([
    ['Type', 'Protocol', 'Address', 'From'],
    ['host', 'udp', '192.0.2.7:50000', '–'],
    ['unreadable', '–', 'odd', '–'],
    ['unreadable', '–', 'a candidate:odd', '–'],
    ['host', 'tcp, active', '[2001:db8::7]:9', 'answer'],
  ]);
});

test('errors while gathering stand with their time and their words', () => {
  expect(table('Errors while gathering', [candidateError('stun:a', 701, 'no answer', 2_500)])).toEqual([
    ['At', 'Server', 'Code', 'Text'],
    ['2.5 s', 'stun:a', '701', 'no answer'],
  ]);
});

test('the paths are those of the last snapshot that had some', () => {
  const uncounted = { local: 'a', remote: 'b', state: 'failed', nominated: false, responsesReceived: 0 };
  expect(
    table('Paths that were tried', [
      snapshot({ ...pair, local: 'old' }),
      snapshot(pair, uncounted),
      snapshot(),
    ]),
  ).toEqual([
    ['Local', 'Remote', 'State', 'Nominated', 'Checks sent', 'Answered', 'Round trip'],
    ['host udp 192.0.2.1:1', 'host udp 192.0.2.2:2', 'succeeded', 'yes', '3', '2', '4.5 ms'],
    ['a', 'b', 'failed', 'no', '–', '0', '–'],
  ]);
});

test('a long table is cut off, and says so', () => {
  const errors = (count: number) => Array.from({ length: count }, () => candidateError('stun:a', 701, ''));
  expect(table('Errors while gathering', errors(200))).toHaveLength(201);
  expect(table('Errors while gathering, the first 200 of 201', errors(201))).toHaveLength(201);
});
