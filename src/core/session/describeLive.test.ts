import { expect, test } from 'vitest';
import { describeLive } from './describeLive.ts';

type Live = Parameters<typeof describeLive>[0];
type Said<T> = T extends unknown ? Omit<T, 'id' | 'at' | 'attempt' | 'kind' | 'step'> : never;

const line = (said: Said<Live>) => describeLive({ id: 'e1', at: 0, attempt: 1, kind: 'note', ...said });

const probe = {
  topic: 'probe',
  request: 'r1',
  url: 'https://api.orga-ai.test/v1/realtime/calls?x=1',
  result: 'failed',
  preflight: true,
  online: true,
} as const;

test('a server that is asked after the failure answers or does not', () => {
  expect(line({ topic: 'network-look', url: 'stun:a.test', answered: true, after: 1500 })).toBe(
    'stun:a.test answered 1.5 s after the failure: the network is there',
  );
  expect(line({ topic: 'network-look', url: 'stun:a.test', answered: false, after: 1500 })).toBe(
    'stun:a.test did not answer after the failure either',
  );
});

test('the permission for the local network is told as it is', () => {
  expect(line({ topic: 'local-access', permission: 'denied' })).toBe(
    'Local network access of this page: denied',
  );
});

test('a clock is ahead or behind, by a token or by a reply', () => {
  expect(line({ topic: 'clock-skew', ahead: 90_000, from: 'iat' })).toBe(
    'This computer’s clock is 1 min 30 s ahead of the service’s, by the iat of the token it just made',
  );
  expect(line({ topic: 'clock-skew', ahead: -90_000, from: 'date' })).toBe(
    'This computer’s clock is 1 min 30 s behind the service’s, by the Date of its reply',
  );
});

test('a second look tells what it found', () => {
  expect(line(probe)).toBe('Second look at /v1/realtime/calls?x=1: no answer either');
  expect(line({ ...probe, result: 'opaque', plain: 'readable' })).toBe(
    'Second look at /v1/realtime/calls?x=1: the host answers, and a plain request may read it',
  );
  expect(line({ ...probe, result: 'opaque', plain: 'hidden' })).toBe(
    'Second look at /v1/realtime/calls?x=1: the host answers, and lets no page read it',
  );
  expect(line({ ...probe, result: 'not-sent', online: false, localAccess: 'prompt' })).toBe(
    'Second look at /v1/realtime/calls?x=1: not sent: the browser would not let it out, the browser is offline, local network access: prompt',
  );
});
