import { expect, test } from 'vitest';
import { isReservedHost, parseIceUrl, readIceServers } from './iceServers.ts';

const noTurn = {
  where: 'iceServers',
  kind: 'no-turn',
  message: 'No server is a TURN server: where UDP is blocked there is no path.',
};
const login = { username: 'u', credential: 'c' };

test.each([
  [null, 'null'],
  [true, 'a boolean'],
  [{}, 'an object'],
])('%j is no list', (value, what) => {
  expect(readIceServers(value)).toEqual({
    servers: [],
    problems: [{ where: 'iceServers', kind: 'shape', message: `iceServers is ${what}, not an array.` }],
  });
});

test.each([
  [null, 'null'],
  [[], 'an empty list'],
  [['stun:a'], 'a list'],
  ['stun:a', 'a string'],
])('an entry that is %j is no server', (entry, what) => {
  expect(readIceServers([{ urls: 'turn:a', ...login }, entry])).toEqual({
    servers: [{ urls: 'turn:a', ...login }],
    problems: [
      {
        where: 'iceServers[1]',
        kind: 'shape',
        message: `iceServers[1] is ${what}, not an object with urls.`,
      },
    ],
  });
});

test.each([
  [{ urls: [7] }, 'a list', ''],
  [{ urls: ['stun:a', undefined] }, 'a list', ''],
  [{ urls: {} }, 'an object', ''],
  [{ urls: null, url: 'stun:a' }, 'null', ' `url` is the old spelling, browsers have dropped it.'],
])('an entry %j has no URLs', (entry, what, old) => {
  expect(readIceServers([entry])).toEqual({
    servers: [],
    problems: [
      {
        where: 'iceServers[0].urls',
        kind: 'shape',
        message: `iceServers[0].urls is ${what}, not a URL or a list of them.${old}`,
      },
    ],
  });
});

test('user name and credential are texts, or absent; anything else is left out and told', () => {
  expect(readIceServers([{ urls: 'turn:a', username: 7, credential: [], more: 1 }])).toEqual({
    servers: [{ urls: 'turn:a' }],
    problems: [
      {
        where: 'iceServers[0].username',
        kind: 'shape',
        message: 'iceServers[0].username is a number, not a text.',
      },
      {
        where: 'iceServers[0].credential',
        kind: 'shape',
        message: 'iceServers[0].credential is an empty list, not a text.',
      },
      {
        where: 'iceServers[0].urls',
        kind: 'credentials',
        message: '"turn:a" is a TURN server without username and credential.',
      },
    ],
  });
  expect(readIceServers([{ urls: 'stun:a', username: null, credential: undefined }])).toEqual({
    servers: [{ urls: 'stun:a' }],
    problems: [noTurn],
  });
});

test('what is wrong with a URL is told with the URL, and where it stands', () => {
  const urls = ['https:turn:a', 'stun:', 'TURN:a:3478?transport=udp', 'turns:a:b', 'xturn:a', 'stun:turn:a'];
  expect(readIceServers([{ urls, ...login }]).problems).toEqual([
    {
      where: 'iceServers[0].urls[0]',
      kind: 'scheme',
      message: '"https:turn:a" is not a stun: or turn: URL.',
    },
    {
      where: 'iceServers[0].urls[1]',
      kind: 'host',
      message: '"stun:" is not scheme:host:port?transport=udp.',
    },
    {
      where: 'iceServers[0].urls[3]',
      kind: 'host',
      message: '"turns:a:b" is not scheme:host:port?transport=udp.',
    },
    { where: 'iceServers[0].urls[4]', kind: 'scheme', message: '"xturn:a" is not a stun: or turn: URL.' },
    {
      where: 'iceServers[0].urls[5]',
      kind: 'host',
      message: '"stun:turn:a" is not scheme:host:port?transport=udp.',
    },
  ]);
});

test.each([
  [{ username: '', credential: 'c' }, 1],
  [{ username: 'u', credential: '' }, 1],
  [{ credential: 'c' }, 1],
  [login, 0],
])('a TURN server with %j: %d problems', (facts, count) => {
  expect(readIceServers([{ urls: 'turns:a', ...facts }]).problems).toHaveLength(count);
});

test('a STUN server needs no credentials, and a scheme that only ends like TURN is none', () => {
  expect(readIceServers([{ urls: 'stun:a' }]).problems).toEqual([noTurn]);
  expect(readIceServers([{ urls: 'xturn:a' }]).problems.map(({ kind }) => kind)).toEqual([
    'scheme',
    'no-turn',
  ]);
  expect(readIceServers([{ urls: 'TURN:a', ...login }]).problems).toEqual([]);
});

test.each([
  ['stuns:a.test', { scheme: 'stuns', host: 'a.test', port: 5_349 }],
  ['TURNS:A.test:443?transport=TCP', { scheme: 'turns', host: 'a.test', port: 443, transport: 'tcp' }],
  ['turn:[::1]:99999', { scheme: 'turn', host: '[::1]', port: 99_999 }],
  ['xturn:a', undefined],
  ['turn:a x', undefined],
  ['turn:a?transport=tcp&x', undefined],
  ['turn:a:123456', undefined],
  ['turn:a?x=tcp', undefined],
  ['turn:[a', undefined],
])('%s is taken apart', (url, parts) => {
  expect(parseIceUrl(url)).toEqual(parts);
});

test.each([
  [' stun:a.test', true],
  ['xstun://a.test', true],
  ['1:a.test', false],
  ['stun:example', true],
  ['stun:a.test.', true],
  ['https://a.test@b.com', false],
  ['turn:a.test..', false],
])('the host of “%s” can never exist: %s', (url, reserved) => {
  expect(isReservedHost(url)).toBe(reserved);
});
