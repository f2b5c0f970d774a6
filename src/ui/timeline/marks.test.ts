import { expect, test } from 'vitest';
import type { LogEntry } from '../../core/session/log.ts';
import { timelineMarks } from './marks.ts';

const request: LogEntry = {
  id: 'e1',
  at: 10,
  attempt: 1,
  step: 'token',
  kind: 'request',
  request: 'r1',
  endpoint: 'client-secrets',
  method: 'POST',
  url: 'https://api.orga-ai.test/v1/realtime/client-secrets',
  headers: {},
  credential: { kind: 'api-key', name: 'api-key#1' },
  crossOrigin: true,
  altered: [],
};

test('a request without an answer goes on', () => {
  expect(timelineMarks([request])).toEqual([
    { entry: request, lane: 'REST', from: 10, to: undefined, tone: 'plain' },
  ]);
});

test('a failed request ends with its failure and takes its level', () => {
  const failure: LogEntry = {
    id: 'e2',
    at: 90,
    attempt: 1,
    kind: 'rest-error',
    request: { id: 'r1', endpoint: 'client-secrets', method: 'POST', url: request.url },
    failure: { reason: 'timeout', limit: 80, phase: 'headers' },
  };
  expect(timelineMarks([request, failure])).toEqual([
    { entry: failure, lane: 'REST', from: 10, to: 90, tone: 'error' },
  ]);
});

test('ICE is a span from checking to its end', () => {
  const state = (id: string, at: number, to: string): LogEntry => ({
    id,
    at,
    attempt: 1,
    kind: 'state',
    machine: 'ice',
    to,
  });
  const marks = timelineMarks([state('e1', 0, 'new'), state('e2', 5, 'checking'), state('e3', 50, 'failed')]);
  expect(marks.map(({ lane, from, to, tone }) => ({ lane, from, to, tone }))).toEqual([
    { lane: 'ICE', from: 5, to: 50, tone: 'error' },
  ]);
});

test('thousands of channel messages are thinned out', () => {
  const messages = Array.from(
    { length: 5000 },
    (_, index): LogEntry => ({
      id: `e${index + 1}`,
      at: index,
      attempt: 1,
      kind: 'channel',
      event: 'received',
      label: 'orga-realtime-client-events',
    }),
  );
  expect(timelineMarks(messages)).toHaveLength(200);
});

test('the channel is a span from its opening to the end of the run', () => {
  const log: readonly LogEntry[] = [
    { id: 'e1', at: 5, attempt: 1, kind: 'channel', event: 'open', label: 'events' },
    { id: 'e2', at: 90, attempt: 1, kind: 'run', state: 'stopped' },
  ];
  expect(timelineMarks(log)).toMatchObject([{ lane: 'Channel', from: 5, to: 90, tone: 'ok' }]);
});
