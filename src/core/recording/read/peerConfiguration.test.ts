import { expect, test } from 'vitest';
import { createRedactor } from '../../redaction.ts';
import { readConfiguration } from './peerConfiguration.ts';

const read = (raw: unknown) => readConfiguration(raw, createRedactor());

const configuration = {
  iceServers: [
    { urls: 'stun:stun.example' },
    {
      urls: ['turn:turn.example', 'turns:turn.example'],
      username: '1795400000:dev',
      credential: 'hunter2secret',
    },
    { urls: 'turn:other.example', username: '', credential: '' },
    { urls: 'turn:third.example', username: 'longUserName' },
  ],
  iceTransportPolicy: 'relay',
};

test('a configuration is read as an object or as its JSON, its secrets under names', () => {
  const facts = {
    policy: 'relay',
    servers: [
      { urls: ['stun:stun.example'] },
      {
        urls: ['turn:turn.example', 'turns:turn.example'],
        username: 'turn-username#1',
        credential: 'turn-credential#1',
        expiresAt: 1_795_400_000,
      },
      { urls: ['turn:other.example'] },
      { urls: ['turn:third.example'], username: 'turn-username#2' },
    ],
  };
  expect(read(configuration)).toEqual(facts);
  expect(read(JSON.stringify(configuration))).toEqual(facts);
});

test('the text of older Chromium has the URLs only', () => {
  const text =
    '{ iceServers: [stun:stun.example:3478, stuns:s.example, turn:turn.example?transport=udp, turns:t.example], iceTransportPolicy: relay, bundlePolicy: balanced }';
  expect(read(text)).toEqual({
    policy: 'relay',
    servers: [
      { urls: ['stun:stun.example:3478'] },
      { urls: ['stuns:s.example'] },
      { urls: ['turn:turn.example?transport=udp'] },
      { urls: ['turns:t.example'] },
    ],
  });
  expect(read('iceServers: [stun:a.example], iceTransportPolicy: all')).toEqual({
    policy: 'all',
    servers: [{ urls: ['stun:a.example'] }],
  });
});

test('what says nothing is the default', () => {
  for (const raw of [undefined, '', '{}', {}, { iceServers: 'stun:a.example' }, 'mystun:x, saturn:y'])
    expect(read(raw)).toEqual({ policy: 'all', servers: [] });
});

test('of a hundred and one servers a hundred are kept', () => {
  const iceServers = Array.from({ length: 101 }, (_, index) => ({ urls: `stun:${index}.example` }));
  expect(read({ iceServers }).servers).toHaveLength(100);
  expect(read(iceServers.map(({ urls }) => urls).join(' ')).servers).toHaveLength(100);
});
