import { expect, test } from 'vitest';
import type { LogEntry } from '../../session/log.ts';
import { openText } from './openText.ts';
import { readHar } from './readHar.ts';
import { entry, har } from './testing/harFile.ts';
import { call, opened, orga, page, plain, secrets, step } from './testing/harSession.ts';

test.each([
  [[], true],
  [['Authorization'], true],
  [['Content-Type'], true],
])('a request that got no response says whether it needed a preflight: %j', (names, preflight) => {
  const headers = Object.fromEntries(names.map((name) => [name, 'application/json']));
  const { log } = opened(
    entry({
      url: `${orga}/ice-config`,
      method: names.length === 0 ? 'DELETE' : 'POST',
      status: 0,
      headers,
      replyHeaders: {},
      content: {},
      response: { _error: 'net::ERR_NAME_NOT_RESOLVED' },
    }),
  ).recording;
  expect(plain(log).slice(-4)).toEqual([
    {
      at: 50,
      kind: 'rest-error',
      step: 'ice-config',
      request: {
        id: 'r3',
        endpoint: 'ice-config',
        method: names.length === 0 ? 'DELETE' : 'POST',
        url: `${orga}/ice-config`,
      },
      failure: {
        reason: 'unreachable',
        error: { name: 'TypeError', message: 'Failed to fetch (net::ERR_NAME_NOT_RESOLVED)' },
      },
    },
    {
      at: 50,
      kind: 'note',
      step: 'ice-config',
      topic: 'probe',
      request: 'r3',
      url: `${orga}/ice-config`,
      preflight,
      result: 'failed',
      online: true,
    },
    step(50, 'ice-config', 'failed', { took: 50, failedBy: 'e5' }),
    { at: 50, kind: 'run', state: 'failed', by: 'failure' },
  ]);
});

const probeOf = (log: readonly LogEntry[]) => log.find((each) => each.kind === 'note');

test.each([['GET'], ['POST'], ['HEAD']])('a plain %s needed no preflight, unless one was seen', (method) => {
  const failed = entry({
    url: `${orga}/ice-config`,
    method,
    at: 10,
    status: 0,
    replyHeaders: {},
    content: {},
    response: { _error: 'net::ERR_NAME_NOT_RESOLVED' },
  });
  const seen = entry({ url: `${orga}/ice-config`, method: 'OPTIONS', status: 0, content: {} });
  expect(probeOf(opened(failed).recording.log)).toMatchObject({ preflight: false });
  expect(probeOf(opened(seen, failed).recording.log)).toMatchObject({ preflight: true });
});

test('a request to the page’s own origin never needs a preflight', () => {
  const own = entry({
    url: 'https://app.example/v1/realtime/calls',
    method: 'DELETE',
    status: 0,
    replyHeaders: {},
    content: {},
    response: { _error: 'net::ERR_CONNECTION_RESET' },
  });
  expect(probeOf(opened(own).recording.log)).toMatchObject({ preflight: false });
});

test('what the page called off is noted, and fails nothing', () => {
  const off = call({ at: 0, time: 300.4, status: 0, content: {}, response: { _error: 'net::ERR_ABORTED' } });
  const { recording, notes } = opened(off);
  expect(notes).toEqual(['The page called off its request to /v1/realtime/calls after 300 ms.']);
  expect(recording.log.at(-1)).toMatchObject({ at: 300.4, kind: 'run', state: 'stopped' });
});

test('a reply without its body fails by its status alone', () => {
  const missing = (status: number) => opened(call({ at: 0, status, content: { size: 4 } }));
  const note =
    'The file was saved without the body of the reply to /v1/realtime/calls, or it is compressed: it cannot be read.';
  expect(missing(200).notes[0]).toBe(note);
  expect(missing(299).recording.log.at(-1)).toMatchObject({ kind: 'run', state: 'stopped' });
  for (const status of [199, 300, 500]) {
    const { recording, notes } = missing(status);
    expect(notes).toEqual([note]);
    expect(recording.log.find((each) => each.kind === 'rest-error')).toMatchObject({
      failure: { reason: 'http', status, reading: { format: 'empty', answeredBy: 'unknown' } },
      http: { status },
    });
  }
  expect(missing(200).recording.log.find((each) => each.kind === 'response')).toMatchObject({ body: '' });
});

test('what nobody knows the page of is taken for its own', () => {
  const reading = openText(har([secrets]), { id: 'r1' });
  const log = reading.ok ? reading.recording.log : [];
  expect(log.find((each) => each.kind === 'request')).toMatchObject({ crossOrigin: false });
  expect(log.find((each) => each.kind === 'response')).toMatchObject({ correlationExposed: true });
});

test('of long bodies 64 KiB are kept', () => {
  const text = 'x'.repeat(70_000);
  const { log } = opened(call({ at: 0, body: text, content: { mimeType: 'text/plain', text } })).recording;
  const bodies = log.flatMap((each) =>
    each.kind === 'request' || each.kind === 'response' ? [each.body] : [],
  );
  expect(bodies.map((body) => body?.length)).toEqual([65_536, 65_536]);
});

test('in a file of this debugger a reply was readable, whatever its headers', () => {
  const own = { ...page, creator: { name: 'webrtc-session-debugger', version: '1' } };
  const kindsOf = (rest: object) => {
    const reading = openText(har([call({ at: 0, replyHeaders: { date: 'x' }, ...rest })], own), { id: 'r1' });
    return reading.ok ? reading.recording.log.map(({ kind }) => kind) : [];
  };
  expect(kindsOf({})).toContain('response');
  expect(kindsOf({ status: 0 })).not.toContain('response');
});

test('requests come in the order of time; reading tells how far it is', () => {
  const parts: number[] = [];
  const others = Array.from({ length: 999 }, () => null);
  const reading = readHar({ log: { entries: [call(), secrets, ...others] } }, 'r1', (part) =>
    parts.push(part),
  );
  expect(
    reading.ok && reading.recording.log.flatMap((each) => (each.kind === 'request' ? [each.endpoint] : [])),
  ).toEqual(['client-secrets', 'calls']);
  expect(parts).toEqual([0, 300 / 1_001, 600 / 1_001, 0.7]);
});

test('a long name of who wrote it is cut off', () => {
  const creator = { name: 'n'.repeat(60), version: 'v'.repeat(60) };
  const reading = openText(har([secrets], { creator }), { id: 'r1' });
  expect(reading.ok && reading.recording.product).toBe(`${'n'.repeat(60)} ${'v'.repeat(30)}`);
});

test('of endless requests two hundred thousand are looked at', () => {
  const none = Array.from({ length: 199_999 }, () => null);
  const reading = readHar({ log: { entries: [call(), ...none, secrets, null] } }, 'r1', () => {});
  expect(reading.ok && reading.notes.at(-1)).toBe('2 requests were too many and left out.');
  expect(reading.ok && reading.recording.log.filter(({ kind }) => kind === 'request')).toHaveLength(1);
});
