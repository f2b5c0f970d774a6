import { expect, test } from 'vitest';
import { lintIceServers } from './lintIceServers.ts';

const turn = { urls: 'turns:turn.test:443?transport=tcp', username: 'u', credential: 'c' };
const aList = 'A list of { urls, username, credential }, where urls is a text or a list of texts.';

const shape = {
  rule: 'shape',
  side: 'servers',
  line: 0,
  text: '',
  severity: 'error',
  source: 'webrtc-pc, RTCIceServer',
};

test('what is no list is said to be none, and what to hand on', () => {
  const title = 'This is no list of ICE servers';
  expect(lintIceServers(null)).toEqual([
    { ...shape, title, cause: 'iceServers is null, not an array. Browsers throw a TypeError.', fix: aList },
  ]);
  expect(lintIceServers({ servers: [turn] })).toEqual([
    {
      ...shape,
      title,
      cause: 'iceServers is an object, not an array. Browsers throw a TypeError.',
      fix: aList,
    },
  ]);
  expect(lintIceServers({ iceServers: [turn] })).toEqual([
    {
      ...shape,
      title,
      cause: 'iceServers is an object, not an array. Browsers throw a TypeError.',
      fix: 'Hand on the list inside: reply.iceServers.',
    },
  ]);
});

test('an entry of the wrong shape is named, the others are judged', () => {
  expect(lintIceServers([turn, { urls: 7 }])).toEqual([
    {
      ...shape,
      title: 'iceServers[1].urls has the wrong shape',
      cause: 'iceServers[1].urls is a number, not a URL or a list of them. Browsers throw a TypeError.',
      fix: aList,
    },
  ]);
  expect(
    lintIceServers([{ ...turn, username: 7 }]).map(({ rule, title, text }) => [rule, title, text]),
  ).toEqual([
    ['shape', 'iceServers[0].username has the wrong shape', ''],
    ['credentials', 'A TURN server with no username', turn.urls],
  ]);
  expect(lintIceServers([{ urls: 7 }]).map(({ rule }) => rule)).toEqual(['shape']);
});

test('what is about no URL in particular quotes none', () => {
  expect(lintIceServers([{ urls: 'stun:stun.test' }], { iceTransportPolicy: 'all' })).toEqual([
    {
      rule: 'no-turn',
      side: 'servers',
      line: 0,
      text: '',
      title: 'There is no TURN server',
      cause: 'Where UDP is blocked or a NAT is strict, there is no path.',
      fix: 'Add a TURN server, best with TCP or TLS on port 443.',
      severity: 'warning',
      source: 'RFC 8835, section 3.4; observed in Chromium 156, Firefox 153',
    },
  ]);
});

test('of 5,000 URLs each is looked at, of more only the first', () => {
  const urls = (count: number) => Array.from({ length: count }, (_, index) => `stun:s${index}.test`);
  const rules = (count: number) =>
    lintIceServers([{ urls: [...urls(count), 'x'] }, turn]).map(({ rule }) => rule);
  expect(rules(4_999)).toContain('scheme');
  expect(rules(5_000)).not.toContain('scheme');
});
