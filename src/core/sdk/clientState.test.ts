import { expect, test } from 'vitest';
import { logOf } from '../diagnosis/testing/literalLog.ts';
import type { LogEntry, LogEntryOf } from '../session/log.ts';
import { clientState } from './clientState.ts';

const state = (
  id: string,
  at: number,
  machine: LogEntryOf<'state'>['machine'],
  to: string,
): LogEntryOf<'state'> => ({
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

test('what the ICE agent says of itself does not make the connection one', () => {
  for (const shown of [state('e2', 500, 'ice', 'connected'), state('e2', 500, 'connection', 'connecting')]) {
    expect(clientState([answer, shown])).toMatchObject({ says: 'connected', entry: 'e1' });
  }
});

test('neither checks nor what happens above ICE brings back a call that the SDK has ended', () => {
  const lost = [
    answer,
    state('e2', 500, 'connection', 'connected'),
    state('e3', 7000, 'connection', 'disconnected'),
  ];
  const closed = { says: 'closed', entry: 'e3', since: 7000 };
  expect(clientState([...lost, state('e4', 7100, 'ice', 'checking')])).toEqual(closed);
  expect(clientState([...lost, state('e4', 7100, 'channel', 'closed')])).toEqual(closed);
});

test('one’s own offer is no answer', () => {
  expect(clientState([{ ...answer, side: 'local', type: 'offer' }])).toBeUndefined();
});

const again: LogEntry = {
  id: 'e4',
  at: 9000,
  attempt: 2,
  kind: 'attempt',
  number: 2,
  from: 'token',
  why: 'retry',
  delay: 0,
};
const [anotherRun] = logOf('rest');

test.each([
  ['attempt', again],
  ['run', anotherRun],
])('a further %s begins afresh', (_, begins) => {
  const before = [
    answer,
    state('e2', 500, 'connection', 'connected'),
    state('e3', 7000, 'ice', 'disconnected'),
    ...(begins === undefined ? [] : [begins]),
  ];
  expect(clientState(before)).toBeUndefined();
  expect(clientState([...before, { ...answer, id: 'e5', at: 9400 }])).toEqual({
    says: 'connected',
    entry: 'e5',
    since: 9400,
    until: 24_400,
  });
});
