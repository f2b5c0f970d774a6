import { expect, test } from 'vitest';
import { readServerUrl } from './serverUrl.ts';
import { host, port, query, scheme, slashes } from './syntax.ts';

const rules = [scheme, slashes, host, query, port];

/** What each rule says of the URL: severity and id, title, cause, what to do. */
function saidOf(url: string) {
  return rules.flatMap((rule) => {
    const flaw = rule.check(readServerUrl(url, 'u', 'c'));
    return flaw === undefined ? [] : [[`${flaw.severity} ${rule.id}`, flaw.title, flaw.cause, flaw.fix]];
  });
}

test.each([
  'stun:a.test',
  'turn:a.test:3478',
  'turn:a.test?transport=udp',
  'turns:a.test:443?transport=tcp',
  'turn:[::1]:1',
])('%s is well formed', (url) => {
  expect(saidOf(url)).toEqual([]);
});

const other = 'ICE servers are stun:, turn: or turns:. Browsers throw a SyntaxError for any other.';
const examples = 'Write stun:host:port, turn:host:port?transport=udp or turns:host:port?transport=tcp.';

test('scheme: none, another one, and one that Firefox does not take', () => {
  expect(saidOf('//a.test?x#y')).toEqual([['error scheme', 'The URL has no scheme', other, examples]]);
  expect(saidOf('HTTPS://a.test/?x')).toEqual([
    ['error scheme', 'The scheme https: is no ICE server’s', other, examples],
  ]);
  expect(saidOf(`${'x'.repeat(41)}:0`)).toEqual([
    ['error scheme', `The scheme ${'x'.repeat(39)}…: is no ICE server’s`, other, examples],
  ]);
  expect(saidOf('stuns:a.test')).toEqual([
    [
      'warning scheme',
      'stuns: is not supported everywhere',
      'Firefox throws a NotSupportedError for stuns:, and then there is no peer connection at all.',
      'Use stun: instead; STUN has nothing to hide.',
    ],
  ]);
});

test('slashes: the URL is written anew without them', () => {
  const rest = [
    'Slashes after the scheme',
    'STUN and TURN URLs have no “//”, unlike web addresses. Browsers throw a SyntaxError.',
  ];
  expect(saidOf('turn://a.test:3478')).toEqual([['error slashes', ...rest, 'Write turn:a.test:3478.']]);
  expect(saidOf('stun://a.test')).toEqual([['error slashes', ...rest, 'Write stun:a.test.']]);
});

test('shape: no host, or what has no place in the URL', () => {
  const cause =
    'An ICE server is scheme:host:port, without user, path or fragment. Browsers throw a SyntaxError.';
  for (const url of ['turn:', 'turn::3478', 'turn:[]']) {
    expect(saidOf(url)).toEqual([['error shape', 'The URL has no host', cause, 'Write scheme:host:port.']]);
  }
  expect(saidOf('turn:u:p@a.test')).toEqual([
    [
      'error shape',
      '“@” has no place in the URL',
      cause,
      'Put user name and password into username and credential.',
    ],
  ]);
  expect(saidOf('turn:a.test/x')).toEqual([
    ['error shape', '“/” has no place in the URL', cause, 'Write scheme:host:port.'],
  ]);
  expect(saidOf('turn:a.test#x')).toEqual([
    ['error shape', '“#” has no place in the URL', cause, 'Write scheme:host:port.'],
  ]);
});

test('query: none with STUN, and with TURN one of two', () => {
  expect(saidOf('stun:a.test?transport=udp')).toEqual([
    [
      'error query',
      'A query on stun:',
      'Only turn: and turns: can have “?transport=…”. Browsers throw a SyntaxError.',
      'Take “?transport=udp” away.',
    ],
  ]);
  for (const wrong of ['transport=UDP', 'transport=udp&x', 'xtransport=tcp', 'transport=tls', '']) {
    expect(saidOf(`turn:a.test?${wrong}`)).toEqual([
      [
        'error query',
        `The query ?${wrong} is not known`,
        'TURN URLs can say ?transport=udp or ?transport=tcp, in lower case, and nothing else.',
        'Write ?transport=udp or ?transport=tcp, or nothing.',
      ],
    ]);
  }
});

test('port: what is no number from 1 to 65535', () => {
  for (const wrong of ['', '0', '65536', 'abc']) {
    expect(saidOf(`turn:a.test:${wrong}`)).toEqual([
      [
        'error port',
        `“${wrong}” is no port`,
        'A port is a number from 1 to 65535. Browsers throw a SyntaxError.',
        'Correct it, or leave it out: 3478 is meant then, 5349 with turns:.',
      ],
    ]);
  }
});
