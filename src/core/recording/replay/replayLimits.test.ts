import { expect, test } from 'vitest';
import { defaultLimits } from '../../session/settings.ts';
import { concernsSilentServers, replayLimits } from './replayLimits.ts';

const limits = defaultLimits('rest');
const silent = [
  'turn.udp.dead',
  'turn.tcp.refused',
  'turns.tls',
  'net.udp-blocked',
  'gather.timeout',
  'ice.benign701',
];

test('as recorded, every step has the time that it had', () => {
  expect(replayLimits(limits, 'recorded', 'call', ['ice.dns'])).toEqual(limits);
});

test('compressed, the step that failed is not waited for as long again', () => {
  expect(replayLimits(limits, 'compressed', undefined, [])).toEqual(limits);
  expect(replayLimits(limits, 'compressed', 'token', [])).toEqual({ ...limits, token: 1_500 });
  expect(replayLimits(limits, 'compressed', 'ice-config', [])).toEqual({ ...limits, 'ice-config': 1_500 });
  expect(replayLimits(limits, 'compressed', 'offer', [])).toEqual({ ...limits, offer: 1_200 });
  expect(replayLimits(limits, 'compressed', 'call', [])).toEqual({ ...limits, call: 1_500 });
  expect(replayLimits(limits, 'compressed', 'connection', [])).toEqual({ ...limits, connection: 4_000 });
});

test('a limit that was shorter stays', () => {
  const short = { ...limits, call: 100, offer: 300 };
  expect(replayLimits(short, 'compressed', 'call', [])).toEqual(short);
});

test('gathering that the user cut off is cut off', () => {
  expect(replayLimits({ ...limits, offer: 4_999 }, 'compressed', 'call', [])).toEqual({
    ...limits,
    offer: 1_200,
    call: 1_500,
  });
});

test.each(silent)('%s needs no long gathering: its server says nothing', (code) => {
  expect(concernsSilentServers(['other', code])).toBe(true);
  expect(replayLimits(limits, 'compressed', undefined, ['other', code])).toEqual({ ...limits, offer: 1_200 });
});

test.each(['turn.udp.deadline', 'x.turns.tls', 'turns-tls', 'ice.failed', ''])(
  '“%s” concerns no silent server',
  (code) => {
    expect(concernsSilentServers([code])).toBe(false);
  },
);

test('a name that is looked up in vain has the seconds that this takes', () => {
  expect(replayLimits(limits, 'compressed', 'connection', ['turn.udp.dead', 'ice.dns'])).toEqual({
    ...limits,
    connection: 10_000,
  });
  expect(replayLimits({ ...limits, connection: 900 }, 'compressed', 'connection', ['ice.dns'])).toEqual({
    ...limits,
    connection: 900,
  });
});
