import { expect, test } from 'vitest';
import { type Literal, logOf } from '../diagnosis/testing/literalLog.ts';
import { createRecording } from './createRecording.ts';
import { redactForeign } from './redactForeign.ts';

const recordingOf = (...entries: readonly Literal[]) =>
  createRecording({ log: logOf('rest', ...entries), diagnoses: [], product: '0.2.0', id: 'r1' });
const carried = (what: string): Literal => ({ kind: 'note', topic: 'carried', what });

/** What the entries become, and in how many something was replaced. */
function redacted(...entries: readonly Literal[]) {
  const { recording, replaced } = redactForeign(recordingOf(...entries));
  return { log: recording.log.slice(1).map(({ id: _, at: __, attempt: ___, ...rest }) => rest), replaced };
}

test('a recording without a secret comes out as it was', () => {
  const recording = recordingOf(carried('nothing'), carried('the token is not told: token#1'));
  const found = redactForeign(recording);
  expect(found).toEqual({ recording, replaced: 0 });
  expect(found.recording.log[1]).toBe(recording.log[1]);
});

test('a short secret is known by its name, wherever in an entry it stands, and only there', () => {
  const servers = [{ urls: ['turn:turn.example'], username: 'x1', credential: 'y1' }];
  const given = { kind: 'ice-servers', from: 'session', leftOut: [] } as const;
  expect(redacted({ ...given, servers }, carried('x1 y1'))).toEqual({
    log: [
      {
        ...given,
        servers: [
          { urls: ['turn:turn.example'], username: 'turn-username#1', credential: 'turn-credential#1' },
        ],
      },
      carried('x1 y1'),
    ],
    replaced: 1,
  });
});

test('a secret that looks like one is replaced in every entry, and counted once for each', () => {
  expect(
    redacted(carried('see abcd1234efgh'), carried('Bearer abcd1234efgh'), carried('see nothing')),
  ).toEqual({
    log: [carried('see token#1'), carried('Bearer token#1'), carried('see nothing')],
    replaced: 2,
  });
});

test('a secret of the header alone is replaced there', () => {
  const recording = { ...recordingOf(carried('x')), name: 'with Bearer abcd1234efgh' };
  expect(redactForeign(recording)).toEqual({
    recording: { ...recording, name: 'with Bearer token#1' },
    replaced: 0,
  });
});

test('new names go on after those that the file has, those of an ice-pwd and percent-encoded ones too', () => {
  const { log } = redacted(
    carried('a=ice-pwd:redacted0000000000000012'),
    carried('?token=token%237 token#3'),
    carried('a=ice-pwd:aB3+dE5/gH7iJ9kL1mN3oP5q'),
    carried('Bearer abcd1234efgh'),
    carried('{"credential":"hunter2"}'),
  );
  expect(log.slice(2)).toEqual([
    carried('a=ice-pwd:redacted0000000000000013'),
    carried('Bearer token#8'),
    carried('{"credential":"turn-credential#1"}'),
  ]);
});

test('a header field is a secret by its name', () => {
  const request = {
    kind: 'request',
    request: 'r1',
    endpoint: 'calls',
    method: 'POST',
    url: 'https://a.test/',
    credential: { kind: 'other' },
    crossOrigin: true,
    altered: [],
  } as const;
  const headers = (key: string) => ({ ...request, headers: { accept: 'text/html', 'x-api-key': key } });
  expect(redacted(headers('abc'))).toEqual({ log: [headers('api-key#1')], replaced: 1 });
});

test('a token that stands where its name belongs is replaced, however short it is', () => {
  const token = (name: string): Literal => ({ kind: 'token', token: name, from: 'pasted', wallClock: 5 });
  expect(redacted(token('abc'))).toEqual({ log: [token('token#1')], replaced: 1 });
  expect(redacted(token('token#7'))).toEqual({ log: [token('token#7')], replaced: 0 });
});
