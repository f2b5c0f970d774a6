import { expect, test } from 'vitest';
import { isKnown, isTurn, portOf, readServerUrl, transportOf } from './serverUrl.ts';

const none = { slashes: false, port: undefined, query: undefined, stray: undefined };

test.each([
  ['stun:a.test', { ...none, scheme: 'stun', host: 'a.test' }],
  [
    'TURN:A.test:3478?transport=UDP',
    { ...none, scheme: 'turn', host: 'a.test', port: '3478', query: 'transport=UDP' },
  ],
  ['turns://a.test:5349', { ...none, scheme: 'turns', slashes: true, host: 'a.test', port: '5349' }],
  ['turn:[2001:DB8::1]:3478', { ...none, scheme: 'turn', host: '[2001:db8::1]', port: '3478' }],
  ['turn:[2001:db8::1]', { ...none, scheme: 'turn', host: '[2001:db8::1]' }],
  ['turn:[::1', { ...none, scheme: 'turn', host: '[', port: ':1' }],
  ['turn:a.test:', { ...none, scheme: 'turn', host: 'a.test', port: '' }],
  ['turn:a.test:1:2\n', { ...none, scheme: 'turn', host: 'a.test', port: '1:2\n', stray: '\n' }],
  ['localhost:3478', { ...none, scheme: 'localhost', host: '3478' }],
  ['a.test:3478', { ...none, scheme: '', host: 'a.test', port: '3478' }],
  ['a.test', { ...none, scheme: '', host: 'a.test' }],
  ['', { ...none, scheme: '', host: '' }],
  [':3478', { ...none, scheme: '', host: '', port: '3478' }],
  ['stun:', { ...none, scheme: 'stun', host: '' }],
  ['stun+x-1:a', { ...none, scheme: 'stun+x-1', host: 'a' }],
  ['1x:a', { ...none, scheme: '', host: '1x', port: 'a' }],
  ['turn:a.test?x=1?y=2', { ...none, scheme: 'turn', host: 'a.test', query: 'x=1?y=2' }],
  ['turn:a.test?', { ...none, scheme: 'turn', host: 'a.test', query: '' }],
  ['turn:u@a.test', { ...none, scheme: 'turn', host: 'u@a.test', stray: '@' }],
  ['turn:a.test/x', { ...none, scheme: 'turn', host: 'a.test/x', stray: '/' }],
  ['turn:a.test\\x', { ...none, scheme: 'turn', host: 'a.test\\x', stray: '\\' }],
  ['turn:a.test x', { ...none, scheme: 'turn', host: 'a.test x', stray: ' ' }],
  ['turn:a.test#x?y\nz', { ...none, scheme: 'turn', host: 'a.test', stray: '#' }],
  ['turn:a.test?x#y', { ...none, scheme: 'turn', host: 'a.test', query: 'x', stray: '#' }],
])('%j is taken apart', (url, parts) => {
  const { username, credential, ...read } = readServerUrl(url);
  expect(read).toEqual({ url, ...parts });
  expect([username, credential]).toEqual([undefined, undefined]);
});

test('user name and credential come along, and only 2,048 characters of the URL are read', () => {
  expect(readServerUrl('turn:a', 'u', 'c')).toMatchObject({ username: 'u', credential: 'c' });
  const host = 'x'.repeat(2_043);
  expect(readServerUrl(`turn:${host}@`)).toMatchObject({ url: `turn:${host}@`, host, stray: undefined });
});

const port = (url: string) => portOf(readServerUrl(url));

test.each([
  ['stun:a', 3_478],
  ['turn:a', 3_478],
  ['stuns:a', 5_349],
  ['turns:a', 5_349],
  ['turn:a:1', 1],
  ['turn:a:65535', 65_535],
  ['turn:a:0', undefined],
  ['turn:a:65536', undefined],
  ['turn:a:', undefined],
  ['turn:a:80x', undefined],
  ['turn:a:x80', undefined],
  ['turn:a:0000000080', undefined],
])('the port of %s is %s', (url, number) => {
  expect(port(url)).toBe(number);
});

test.each([
  ['stun:a', 'udp', false],
  ['stun:a?transport=tcp', 'udp', false],
  ['turn:a', 'udp', true],
  ['turn:a?transport=udp', 'udp', true],
  ['turn:a?transport=tcp', 'tcp', true],
  ['turn:a?transport=TCP', 'tcp', true],
  ['turn:a?transport=tcp2', 'udp', true],
  ['turns:a?transport=udp', 'tls', true],
  ['stuns:a', 'tls', false],
  ['http:a', 'udp', false],
])('%s is spoken to over %s; TURN: %s', (url, transport, turn) => {
  expect(transportOf(readServerUrl(url))).toBe(transport);
  expect(isTurn(readServerUrl(url))).toBe(turn);
});

test('four schemes are known', () => {
  expect(['stun', 'stuns', 'turn', 'turns', 'http', '', 'STUN'].filter(isKnown)).toEqual([
    'stun',
    'stuns',
    'turn',
    'turns',
  ]);
});
