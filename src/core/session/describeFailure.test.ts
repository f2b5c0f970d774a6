import { expect, test } from 'vitest';
import { describeFailure } from './describeFailure.ts';
import type { BadReplyProblem, Failure } from './failure.ts';
import type { ReplyReading } from './reply.ts';

const reading: ReplyReading = { format: 'json', answeredBy: 'unknown' };
const error = { name: 'TypeError', message: 'Failed to fetch' };
const said = 'TypeError "Failed to fetch"';

test.each([
  [{ reason: 'unreachable', error }, `no response: ${said}`],
  [{ reason: 'timeout', limit: 10_000, phase: 'headers' }, 'no response within 10 s'],
  [
    { reason: 'timeout', limit: 10_000, phase: 'body', status: 200 },
    '200, then a body that did not end within 10 s',
  ],
  [{ reason: 'timeout', limit: 10_000, phase: 'body' }, 'headers, then a body that did not end within 10 s'],
  [{ reason: 'timeout', limit: 30_000, waitingFor: 'ice' }, 'ICE found no path within 30 s'],
  [{ reason: 'timeout', limit: 30_000, waitingFor: 'dtls' }, 'DTLS did not finish within 30 s'],
  [{ reason: 'timeout', limit: 30_000, waitingFor: 'channel' }, 'The data channel did not open within 30 s'],
  [
    { reason: 'timeout', limit: 30_000, waitingFor: 'session.created' },
    'No session.created came within 30 s',
  ],
  [
    { reason: 'settings', key: 'voice', message: 'It is empty. Enter a voice, for example alloy.' },
    'Setting voice refused: It is empty. Enter a voice, for example alloy.',
  ],
  [{ reason: 'unexpected', error }, `Unexpected: ${said}`],
  [{ reason: 'unsupported', missing: 'RTCPeerConnection' }, 'This browser has no RTCPeerConnection'],
  [{ reason: 'configuration', error }, `The browser refused the peer connection's configuration: ${said}`],
  [{ reason: 'sdp', operation: 'createOffer', error }, `createOffer failed: ${said}`],
  [
    { reason: 'ice', iceConnectionState: 'failed', connectionState: 'connecting' },
    'ICE found no path: ICE state failed, connection state connecting',
  ],
  [{ reason: 'dtls', dtlsState: 'failed' }, 'DTLS failed: state failed'],
  [{ reason: 'dtls', dtlsState: 'failed', error }, `DTLS failed: state failed, ${said}`],
  [{ reason: 'channel', event: 'close' }, 'Data channel closed by the far end'],
  [{ reason: 'channel', event: 'error' }, 'Data channel error'],
  [{ reason: 'channel', event: 'error', error }, `Data channel error: ${said}`],
  [{ reason: 'candidate', error }, `addIceCandidate failed: ${said}`],
  [{ reason: 'limit', error }, `The browser makes no further peer connection: ${said}`],
  [
    { reason: 'permission', device: 'camera', error: { name: 'NotAllowedError', message: '' } },
    'Permission for the camera was refused: NotAllowedError',
  ],
  [{ reason: 'device', device: 'microphone', error }, `The microphone cannot be used: ${said}`],
] satisfies [Failure, string][])('a failure is one line: %j', (failure, line) => {
  expect(describeFailure(failure)).toBe(line);
});

test.each([
  ['html', 'the body is HTML'],
  ['empty', 'the body is empty'],
  ['truncated', 'the JSON ends early'],
  ['too-large', 'the body is too large to be read here'],
  ['not-json', 'the body is not JSON'],
  ['error-body', 'the body tells of an error'],
  ['field-absent', 'a field is absent'],
  ['snake-case', 'the fields are in snake_case'],
  ['wrong-shape', 'the shape is wrong'],
] satisfies [BadReplyProblem, string][])('a reply with status 200 is bad: %s', (problem, words) => {
  const bad = { reason: 'bad-reply', status: 200, problem, reading } as const;
  expect(describeFailure({ ...bad, fields: [] })).toBe(`200, but ${words}`);
  expect(describeFailure({ ...bad, fields: ['answer.sdp', 'answer.type'] })).toBe(
    `200, but ${words}: answer.sdp, answer.type`,
  );
});

test.each([
  [{ format: 'html' }, {}, '502 HTML body'],
  [{ format: 'empty' }, {}, '502 empty body'],
  [{ format: 'malformed-json' }, {}, '502 malformed JSON'],
  [{ format: 'json' }, {}, '502'],
  [{ format: 'html' }, { message: 'Bad Gateway' }, '502 HTML body "Bad Gateway"'],
  [
    { format: 'envelope' },
    { type: 'server_error', code: 'busy', param: 'voice', message: 'Try later' },
    '502 server_error code busy param voice "Try later"',
  ],
  [{ format: 'envelope' }, { type: 'busy', code: 'busy', param: '', message: '' }, '502 busy'],
] satisfies [Pick<ReplyReading, 'format'>, object, string][])(
  'an HTTP failure says what the log keeps of it: %j %j',
  ({ format }, http, line) => {
    const failure = { reason: 'http', status: 502, reading: { ...reading, format } } as const;
    expect(describeFailure(failure, http)).toBe(line);
  },
);

test('where the log keeps nothing apart, an HTTP failure is told from its reading', () => {
  const detail = [{ type: 'missing', loc: ['body', 'offer'], msg: 'Field required' }];
  expect(
    describeFailure({
      reason: 'http',
      status: 422,
      reading: { format: 'detail', answeredBy: 'orga', detail },
    }),
  ).toBe('422 missing param body.offer "Field required"');
});
