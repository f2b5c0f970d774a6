import { expect, test } from 'vitest';
import {
  connectionFailed,
  ended,
  type Literal,
  logOf,
  refused,
  request,
  response,
  restError,
} from '../diagnosis/testing/literalLog.ts';
import type { ConnectionFailure, RestFailure } from '../session/failure.ts';
import type { LogEntry, LogEntryOf } from '../session/log.ts';
import type { ClientOutcome } from './clientSdk.ts';
import { sdkView } from './sdkView.ts';

const published = (log: readonly LogEntry[]): ClientOutcome | undefined => sdkView(log)?.client.published;

const rejected = (name: string, message: string) => ({
  kind: 'rejects',
  rejection: { name: 'ConnectionError', code: 'CONNECTION_ERROR', message: 'Failed to start session' },
  onError: { times: 2, name, message },
  states: ['connecting', 'failed'],
  after:
    'The state stays “failed”: the next startSession() throws “Session is already active” until endSession().',
});
const resolved = (states: readonly string[], because: string) => ({
  kind: 'resolves',
  states: ['connecting', 'connected', ...states],
  because,
});
const early =
  'It resolves and says “connected” as soon as the answer is applied, before there is a connection; then it may say “connecting” once more. ';

const failedAt = (endpoint: 'calls' | 'session' | 'client-secrets', failure: RestFailure, body?: string) =>
  logOf(
    endpoint === 'session' ? 'backend' : 'rest',
    request(endpoint),
    ...(body === undefined ? [] : [response(200, { body })]),
    restError(endpoint, failure),
    ...ended(endpoint === 'calls' ? 'call' : 'token', body === undefined ? 'e3' : 'e4'),
  );
const unreachable: RestFailure = {
  reason: 'unreachable',
  error: { name: 'TypeError', message: 'NetworkError when attempting to fetch resource.' },
};
const reading = { format: 'json', answeredBy: 'unknown' } as const;
const badReply = (problem: 'field-absent' | 'wrong-shape' | 'error-body' | 'html') =>
  ({ reason: 'bad-reply', status: 200, problem, fields: [], reading }) as const;

test('the newer version goes back to “closed”', () => {
  expect(sdkView(failedAt('calls', unreachable))?.client).toEqual({
    published: rejected('TypeError', 'Failed to fetch'),
    newer: {
      ...rejected('TypeError', 'Failed to fetch'),
      states: ['connecting', 'closed'],
      after: 'The state goes back to “closed”: startSession() can be called again.',
    },
    same: false,
  });
});

test('a call without headers is given up, one without an end is waited for', () => {
  const timeout = { reason: 'timeout', limit: 10_000 } as const;
  expect(published(failedAt('calls', { ...timeout, phase: 'headers' }))).toEqual(
    rejected('Error', 'Request timeout: Failed to connect to realtime within 10 seconds'),
  );
  expect(published(failedAt('calls', { ...timeout, phase: 'body' }))).toEqual({
    kind: 'pending',
    states: ['connecting'],
    because: 'Its limit of 10 s ends with the headers; the body is waited for without end.',
  });
});

test('the reason phrase of a call is taken from its reply, else from what Node would say', () => {
  const failed = (text: string) => rejected('Error', `Failed to connect to realtime: ${text}`);
  const teapot = { response: { statusText: 'No Way' } };
  const http = { reason: 'http', status: 502, reading } as const;
  expect(published(refused('calls', 403, reading, teapot))).toEqual(failed('403 No Way'));
  expect(published(failedAt('calls', http))).toEqual(failed('502 Bad Gateway'));
});

test.each([
  ['<p>', badReply('html'), 'SyntaxError', 'Unexpected token \'<\', "<p>" is not valid JSON'],
  ['{}', badReply('field-absent'), 'Error', 'Invalid response from session config endpoint'],
  [
    '{"ephemeralToken":"t","iceServers":{}}',
    badReply('wrong-shape'),
    'TypeError',
    "Failed to construct 'RTCPeerConnection': Failed to read the 'iceServers' property from 'RTCConfiguration': The object must have a callable @@iterator property.",
  ],
] as const)('a session endpoint that answers %s', (body, failure, name, message) => {
  expect(published(failedAt('session', failure, body))).toEqual(rejected(name, message));
});

test('a session endpoint that cannot be reached rejects, one that hangs never settles', () => {
  expect(published(failedAt('session', unreachable))).toEqual(rejected('TypeError', 'Failed to fetch'));
  expect(published(failedAt('session', { reason: 'timeout', limit: 1, phase: 'headers' }))).toEqual({
    kind: 'pending',
    states: ['connecting'],
    because: 'The request to the session endpoint has no limit: startSession() never settles.',
  });
});

test('a backend whose SDK could not even be constructed answers its own status', () => {
  const message = 'User email is required';
  const log = refused(
    'session',
    500,
    { format: 'sdk-text', answeredBy: 'backend', passedOn: { message } },
    { response: { statusText: 'Oh No' } },
  );
  expect(published(log)).toEqual(rejected('Error', 'Failed to fetch session config: 500 Oh No'));
});

const backendFails = rejected('Error', 'Failed to fetch session config: 500 Internal Server Error');
const backendPassesOn = rejected('Error', 'Invalid response from session config endpoint');

test.each([
  ['a refusal', { reason: 'http', status: 401, reading }, backendFails],
  ['no headers', { reason: 'timeout', limit: 1, phase: 'headers' }, backendFails],
  ['HTML', badReply('html'), backendFails],
  ['no token', badReply('field-absent'), backendPassesOn],
  ['a token that is none', badReply('wrong-shape'), backendPassesOn],
  ['an error with a 200', badReply('error-body'), backendPassesOn],
  [
    'a body without an end',
    { reason: 'timeout', limit: 1, phase: 'body' },
    {
      kind: 'pending',
      states: ['connecting'],
      because: 'Your backend’s SDK waits without end, and so does the request to the session endpoint.',
    },
  ],
] as const)('a backend that meets %s at client-secrets', (_, failure, expected) => {
  expect(published(failedAt('client-secrets', failure))).toEqual(expected);
});

const state = (machine: LogEntryOf<'state'>['machine'], to: string): Literal => ({
  kind: 'state',
  machine,
  to,
});
const error = { name: 'InvalidAccessError', message: 'Both username and credential are required.' };
const closing = { reason: 'channel', event: 'close' } as const;
const ice = { reason: 'ice', iceConnectionState: 'failed', connectionState: 'failed' } as const;
const waited = (waitingFor: 'ice' | 'session.created') =>
  ({ reason: 'timeout', limit: 30_000, waitingFor }) as const;
const givenUp = resolved(
  ['failed', 'closed'],
  `${early}“failed” follows when ICE gives up, after some 15 s; onError and onSessionEnd never fire.`,
);
const tornDown = resolved(
  ['disconnected', 'closed'],
  'It tears the call down at the first “disconnected”, some 6 s after the last packet: no wait, no ICE restart. onError and onSessionEnd never fire.',
);
const noChannel = resolved(
  [],
  'It only logs that there is no channel: it says “connected” for as long as the page lives.',
);
const channelClosed = resolved(
  ['disconnected', 'closed'],
  'It only logs the closed channel. “disconnected” and “closed” follow some 7 s later; onError and onSessionEnd do not fire.',
);
const noEvent = resolved([], `${early}No event follows: it says “connected” for as long as the page lives.`);
const checkedInVain = resolved(
  ['failed', 'closed'],
  `${early}“failed” follows after some 15 s; onError never fires.`,
);
const noDevice = {
  kind: 'not-observed',
  because:
    'startSession() opens no device. enableMic() and enableCamera() reject with the browser’s own error, not with a PermissionError.',
};

test.each<[string, readonly Literal[], ConnectionFailure, object]>([
  ['a refused configuration', [], { reason: 'configuration', error }, rejected(error.name, error.message)],
  ['one peer connection too many', [], { reason: 'limit', error }, rejected(error.name, error.message)],
  ['ICE that never stood', [state('ice', 'checking'), state('connection', 'connected')], ice, givenUp],
  ['ICE that stood', [state('ice', 'checking'), state('ice', 'connected')], ice, tornDown],
  ['ICE that was completed', [state('ice', 'completed'), state('ice', 'failed')], ice, tornDown],
  [
    'DTLS that fails',
    [],
    { reason: 'dtls', dtlsState: 'failed' },
    resolved(['failed', 'closed'], `${early}onError never fires, nor does onSessionConnected.`),
  ],
  ['no channel', [state('ice', 'open'), state('channel', 'connecting')], closing, noChannel],
  ['a channel that closes', [state('channel', 'open'), state('channel', 'closed')], closing, channelClosed],
  [
    'no session.created',
    [state('ice', 'checking')],
    waited('session.created'),
    resolved([], 'It waits for no session.created: everything looks connected, and nothing happens.'),
  ],
  ['ICE that checks in vain', [state('ice', 'new'), state('ice', 'checking')], waited('ice'), checkedInVain],
  ['ICE that never begins', [state('ice', 'new'), state('gathering', 'complete')], waited('ice'), noEvent],
  ['a refused microphone', [], { reason: 'permission', device: 'microphone', error }, noDevice],
  ['no microphone', [], { reason: 'device', device: 'microphone', error }, noDevice],
  [
    'a refused candidate',
    [],
    { reason: 'candidate', error },
    { kind: 'not-observed', because: 'The SDK never calls addIceCandidate.' },
  ],
  [
    'a browser without WebRTC',
    [],
    { reason: 'unsupported', missing: 'RTCPeerConnection' },
    { kind: 'not-observed', because: 'This was not observed with the SDK.' },
  ],
])('%s', (_, entries, failure, expected) => {
  expect(published(connectionFailed('v=0', entries, failure))).toEqual(expected);
});

test('what was never observed with the SDK is said not to have been', () => {
  const refusedSetting: Literal = {
    kind: 'settings-refused',
    failure: { reason: 'settings', key: 'baseUrl', message: 'no URL' },
  };
  expect(published(logOf('rest', refusedSetting, ...ended('token', 'e2')))).toEqual({
    kind: 'not-observed',
    because: 'What the SDK does with this value was not observed.',
  });
  const nothingSaid = { kind: 'not-observed', because: 'Nothing like this was observed with the SDK.' };
  const unexpected: Literal = { kind: 'unexpected', failure: { reason: 'unexpected', error } };
  expect(published(logOf('rest', unexpected, ...ended('token', 'e2')))).toEqual(nothingSaid);
  expect(published(logOf('rest', ...ended('offer', 'e99')))).toEqual(nothingSaid);
});

test('a session that stands while its sound is blocked looks well', () => {
  const blocked = { kind: 'media', device: 'playback', event: 'blocked' } as const;
  expect(published(logOf('rest', { kind: 'run', state: 'connected' }, blocked))).toEqual(
    resolved(
      [],
      'It resolves and says “connected”. It looks at neither codecs, directions, devices nor statistics: onError never fires.',
    ),
  );
});
