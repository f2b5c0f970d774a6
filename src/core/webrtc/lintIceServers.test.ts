import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lintIceServers } from './lintIceServers.ts';

const turn = { urls: 'turns:turn.test:443?transport=tcp', username: 'u', credential: 'c' };

/** Rules that fire for one more URL beside a good TURN server. */
function rulesOf(url: string, credential: object = { username: 'u', credential: 'c' }): readonly string[] {
  return lintIceServers([turn, { urls: [url], ...credential }]).map(({ rule }) => rule);
}

test('a short list with TURN over TLS has nothing to say', () => {
  expect(lintIceServers([{ urls: 'stun:stun.test:3478' }, turn])).toEqual([]);
});

test('the documented list is warned of: its only TURN server wants UDP', () => {
  const documented = [
    { urls: ['stun:stun1.test:19302', 'stun:stun2.test:19302'] },
    { urls: ['stun:stun3.test:19302', 'stun:stun4.test:19302'] },
    { urls: ['turn:turn.test:3478?transport=udp'], username: 'u', credential: 'c' },
  ];
  expect(lintIceServers(documented)).toMatchObject([
    { rule: 'udp-only-turn', side: 'servers', line: 0, text: 'turn:turn.test:3478?transport=udp' },
  ]);
});

test.each([
  ['http://turn.test', 'scheme'],
  ['turn.test:3478', 'scheme'],
  ['turn.test', 'scheme'],
  ['', 'scheme'],
  ['stuns:stun.test', 'scheme'],
  ['turn://turn.test:3478', 'slashes'],
  ['stun:', 'shape'],
  ['stun:user@stun.test', 'shape'],
  ['stun:stun.test/path', 'shape'],
  ['stun:stun.test#x', 'shape'],
  ['stun:stun.test ', 'shape'],
  ['stun:stun.test?transport=udp', 'query'],
  ['turn:turn.test?transport=sctp', 'query'],
  ['turn:turn.test?transport=UDP', 'query'],
  ['turn:turn.test?tls=1', 'query'],
  ['turn:turn.test:', 'port'],
  ['turn:turn.test:0', 'port'],
  ['turn:turn.test:65536', 'port'],
  ['turn:turn.test:abc', 'port'],
  ['turn:turn.test:465', 'blocked-port'],
  ['turn:turn.test:1000', 'blocked-port'],
  ['turn:turn.test:5060', 'blocked-port'],
  ['stun:stun.test:9', 'blocked-port'],
])('%j breaks the rule %s', (url, rule) => {
  expect(rulesOf(url)).toEqual([rule]);
});

test.each([
  'turn:turn.test',
  'TURN:turn.test:53',
  'turn:turn.test:80?transport=tcp',
  'turns:turn.test',
  'turn:[2001:db8::1]:3478',
  'stun:192.0.2.1:1000',
])('%j is fine', (url) => {
  expect(rulesOf(url)).toEqual([]);
});

test('a port below 1024 is said to be ignored, one of the block list to be refused', () => {
  const [finding] = lintIceServers([turn, { ...turn, urls: 'turn:turn.test:465' }]);
  expect(finding?.cause).toMatch(/^Chromium leaves .* Firefox throws/);
  const [other] = lintIceServers([turn, { ...turn, urls: 'turn:turn.test:1000' }]);
  expect(other?.cause).not.toContain('Firefox');
});

test('credentials are wanted of TURN, absent or empty', () => {
  expect(rulesOf('turn:turn.test', {})).toEqual(['credentials']);
  expect(rulesOf('turn:turn.test', { username: 'u', credential: '' })).toEqual(['credentials']);
  expect(rulesOf('stun:stun.test', {})).toEqual([]);
  expect(lintIceServers([{ urls: 'turns:turn.test', username: '' }])[0]?.title).toBe(
    'A TURN server with no credential and an empty username',
  );
});

test('no TURN server is a warning, with the policy relay an error', () => {
  expect(lintIceServers([{ urls: 'stun:stun.test' }])).toMatchObject([
    { rule: 'no-turn', severity: 'warning' },
  ]);
  expect(lintIceServers([], { iceTransportPolicy: 'relay' })).toMatchObject([
    { rule: 'no-turn', severity: 'error', title: 'There are no ICE servers' },
  ]);
});

test('TURN over plain TCP is good to know of', () => {
  expect(lintIceServers([{ ...turn, urls: 'turn:turn.test?transport=tcp' }])).toMatchObject([
    { rule: 'plain-turn', severity: 'info' },
  ]);
});

test('the same server twice, in two spellings', () => {
  const twice = ['turn:turn.test', 'TURN:Turn.test:3478?transport=udp'];
  expect(lintIceServers([turn, { ...turn, urls: twice }])).toMatchObject([
    { rule: 'duplicate', text: twice[1] },
  ]);
});

test('more than five URLs are a warning, more than 32 TURN URLs an error', () => {
  const many = (length: number, begin: string) =>
    Array.from({ length }, (_, index) => `${begin}${index}.test`);
  expect(lintIceServers([turn, { urls: many(5, 'stun:s') }])).toMatchObject([
    { rule: 'too-many', severity: 'warning', title: '6 URLs of ICE servers' },
  ]);
  expect(lintIceServers([{ ...turn, urls: many(33, 'turns:t') }])).toMatchObject([
    { rule: 'too-many', severity: 'error' },
  ]);
});

test.each([
  [undefined, 'iceServers is absent, not an array. Browsers throw a TypeError.'],
  ['turn:turn.test', 'iceServers is a string, not an array. Browsers throw a TypeError.'],
  [[{ urls: 7 }], 'iceServers[0].urls is a number, not a URL or a list of them. Browsers throw a TypeError.'],
])('%j has the wrong shape', (value, cause) => {
  expect(lintIceServers(value)).toMatchObject([{ rule: 'shape', cause }]);
});

test('a reply handed on whole is told apart', () => {
  expect(lintIceServers({ iceServers: [turn] })[0]?.fix).toBe('Hand on the list inside: reply.iceServers.');
});

test('500 entries and 100,000 wrong ones give few findings', () => {
  expect(lintIceServers(Array.from({ length: 500 }, () => turn))).toMatchObject([
    { rule: 'too-many' },
    ...Array.from({ length: 50 }, () => ({ rule: 'duplicate' })),
    { rule: 'more' },
  ]);
  expect(lintIceServers(Array.from({ length: 100_000 }, () => 7)).length).toBeLessThanOrEqual(200);
  expect(lintIceServers([{ urls: `turn:${':'.repeat(1_000_000)}` }])[0]?.text.length).toBe(160);
});

test('nothing makes it throw', () => {
  const url = fc.oneof(
    fc.string(),
    fc.constantFrom('turn:', 'stun://', 'turns:a:', 'turn:[', 'turn:[]:1', '::'),
  );
  const server = fc.record(
    { urls: fc.oneof(url, fc.array(url), fc.anything()), username: fc.anything(), credential: fc.anything() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.array(server)),
      fc.constantFrom('all', 'relay'),
      (value, policy) => {
        for (const finding of lintIceServers(value, { iceTransportPolicy: policy })) {
          expect(`${finding.title} ${finding.cause} ${finding.fix}`).not.toMatch(/NaN|\[object/);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
