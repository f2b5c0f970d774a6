import { expect, test } from 'vitest';
import type { LogEntry, LogEntryOf } from '../session/log.ts';
import { clientState } from './clientState.ts';

const state = (id: string, at: number, machine: 'ice' | 'connection', to: string): LogEntryOf<'state'> => ({
  id,
  at,
  attempt: 1,
  kind: 'state',
  machine,
  to,
});
const answer: LogEntry = {
  id: 'e1',
  at: 400,
  attempt: 1,
  kind: 'description',
  side: 'remote',
  type: 'answer',
  sdp: 'v=0\r\n',
};

test('before the answer the SDK claims nothing', () => {
  expect(clientState([state('e1', 5, 'ice', 'new')])).toBeUndefined();
});

test('from the answer on the SDK claims to be connected, for the 15 s that Chromium tries', () => {
  expect(clientState([answer, state('e2', 401, 'ice', 'checking')])).toEqual({
    says: 'connected',
    entry: 'e1',
    since: 400,
    until: 15_400,
  });
});

test('once it is connected the claim is true', () => {
  expect(clientState([answer, state('e2', 500, 'connection', 'connected')])).toBeUndefined();
});

test('at the first disconnected the SDK ends the call, though it may pass', () => {
  const log = [
    answer,
    state('e2', 500, 'connection', 'connected'),
    state('e3', 7000, 'ice', 'disconnected'),
    state('e4', 7001, 'connection', 'disconnected'),
  ];
  expect(clientState(log)).toEqual({ says: 'closed', entry: 'e3', since: 7000 });
  expect(clientState([...log, state('e5', 9000, 'connection', 'connected')])).toBeUndefined();
});

test('a further attempt begins afresh', () => {
  const again: LogEntry = {
    id: 'e2',
    at: 900,
    attempt: 2,
    kind: 'attempt',
    number: 2,
    from: 'token',
    why: 'retry',
    delay: 0,
  };
  expect(clientState([answer, again])).toBeUndefined();
});
