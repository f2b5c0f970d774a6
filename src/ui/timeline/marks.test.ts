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

test('servers that are silent at once are one span, until the last of them speaks', () => {
  const watch = (id: string, at: number, subject: string, more: object = {}): LogEntry => ({
    id,
    at,
    attempt: 1,
    kind: 'watch',
    watch: 'ice-server',
    subject,
    silentFor: 2000,
    foresees: 'turn.udp.dead',
    ...more,
  });
  const first = [watch('e1', 2100, 'turn:a'), watch('e2', 2200, 'turn:b')];
  expect(timelineMarks(first)).toMatchObject([{ lane: 'Gathering', from: 100, to: undefined, silent: 2 }]);
  const over = { over: true, silentFor: 3000 };
  const all = [...first, watch('e3', 3100, 'turn:a', over), watch('e4', 3400, 'turn:b', over)];
  expect(timelineMarks(all)).toMatchObject([{ entry: { id: 'e2' }, from: 100, to: 3400, tone: 'warn' }]);
});

test('a silence that nobody broke ends with the run', () => {
  const log: readonly LogEntry[] = [
    {
      id: 'e1',
      at: 2000,
      attempt: 1,
      kind: 'watch',
      watch: 'session',
      silentFor: 1500,
      foresees: 'app.no-session',
    },
    { id: 'e2', at: 9000, attempt: 1, kind: 'run', state: 'failed' },
  ];
  expect(timelineMarks(log)).toMatchObject([{ lane: 'Channel', from: 500, to: 9000 }]);
});

test('what becomes of a device stands in the lane of media', () => {
  const refused: LogEntry = {
    id: 'e1',
    at: 20,
    attempt: 1,
    kind: 'media',
    device: 'microphone',
    event: 'refused',
    error: { name: 'NotAllowedError', message: 'Permission denied' },
  };
  expect(timelineMarks([refused])).toEqual([
    { entry: refused, lane: 'Media', from: 20, to: 20, tone: 'warn' },
  ]);
});

test('a handshake of which only the end was seen is a moment', () => {
  const log: readonly LogEntry[] = [
    { id: 'e1', at: 60, attempt: 1, kind: 'state', machine: 'dtls', to: 'connected' },
  ];
  expect(timelineMarks(log)).toMatchObject([{ lane: 'DTLS', from: 60, to: 60, tone: 'ok' }]);
});
