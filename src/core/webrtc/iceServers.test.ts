import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReservedHost, parseIceUrl, readIceServers, urlsOf } from './iceServers.ts';

const kinds = (value: unknown) => readIceServers(value).problems.map(({ where, kind }) => `${where} ${kind}`);

test('the documented list has no problem', () => {
  const servers = [
    { urls: ['stun:stun1.orga-ai.test:19302', 'stun:stun2.orga-ai.test:19302'] },
    { urls: ['turn:turn.orga-ai.test:3478?transport=udp'], username: 'u', credential: 'c' },
  ];
  expect(readIceServers(servers)).toEqual({ servers, problems: [] });
});

test('urls may be one text', () => {
  expect(urlsOf({ urls: 'stun:a.test' })).toEqual(['stun:a.test']);
  expect(urlsOf({ urls: ['stun:a.test'] })).toEqual(['stun:a.test']);
});

test.each([
  [{ urls: 'stun:a.test' }, 'iceServers is an object, not an array.'],
  [undefined, 'iceServers is absent, not an array.'],
  ['stun:a.test', 'iceServers is a string, not an array.'],
  [[7], 'iceServers[0] is a number, not an object with urls.'],
  [[{}], 'iceServers[0].urls is absent, not a URL or a list of them.'],
  [[{ urls: [] }], 'iceServers[0].urls is an empty list, not a URL or a list of them.'],
  [
    [{ url: 'stun:a' }],
    'iceServers[0].urls is absent, not a URL or a list of them. `url` is the old spelling, browsers have dropped it.',
  ],
])('%j has the wrong shape', (value, message) => {
  expect(readIceServers(value).problems.map((problem) => problem.message)).toEqual([message]);
  expect(readIceServers(value).servers).toEqual([]);
});

test('schemes, hosts and absent credentials are problems of servers that are kept', () => {
  expect(kinds([{ urls: 'http://a.test' }])).toEqual(['iceServers[0].urls scheme', 'iceServers no-turn']);
  expect(kinds([{ urls: ['stun://a.test'] }])).toEqual(['iceServers[0].urls[0] host', 'iceServers no-turn']);
  expect(kinds([{ urls: 'turn:a.test', username: 'u' }])).toEqual(['iceServers[0].urls credentials']);
  expect(kinds([{ urls: 'turn:a.test', username: 'u', credential: 7 }])).toEqual([
    'iceServers[0].credential shape',
    'iceServers[0].urls credentials',
  ]);
  expect(kinds([{ urls: 'stun:a.test' }])).toEqual(['iceServers no-turn']);
  expect(kinds([])).toEqual([]);
});

test('STUN and TURN URIs are taken apart', () => {
  expect(parseIceUrl('turn:turn.a.test:3478?transport=udp')).toEqual({
    scheme: 'turn',
    host: 'turn.a.test',
    port: 3478,
    transport: 'udp',
  });
  expect(parseIceUrl('stun:A.test')).toEqual({ scheme: 'stun', host: 'a.test', port: 3478 });
  expect(parseIceUrl('turns:[2001:db8::1]')).toEqual({ scheme: 'turns', host: '[2001:db8::1]', port: 5349 });
  expect(parseIceUrl('http://a.test')).toBeUndefined();
  expect(parseIceUrl('stun:')).toBeUndefined();
});

test('hosts that can never exist are known by their top-level domain', () => {
  for (const url of [
    'stun:stun1.orga-ai.test:19302',
    'turn:a.INVALID?transport=udp',
    'https://x.example/y',
    'stun:test',
    'https://u:p@a.test.',
  ]) {
    expect(isReservedHost(url), url).toBe(true);
  }
  for (const url of [
    'stun:localhost:3478',
    'stun:a.localhost',
    'stun:a.test.com',
    'stun:attest',
    'stun:[::1]:1',
    'stun:example.com',
    '',
    'x',
  ]) {
    expect(isReservedHost(url), url).toBe(false);
  }
});

test('any value is read without an exception', () => {
  const server = fc.record(
    { urls: fc.oneof(fc.jsonValue(), fc.webUrl()), username: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(server)), (value) => {
      const { servers, problems } = readIceServers(value);
      expect(Array.isArray(servers) && Array.isArray(problems)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
