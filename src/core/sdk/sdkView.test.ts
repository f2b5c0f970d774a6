import { expect, test } from 'vitest';
import {
  connectionFailed,
  ended,
  envelope,
  logOf,
  refused,
  request,
  response,
  restError,
} from '../diagnosis/testing/literalLog.ts';
import { sdkView } from './sdkView.ts';

const failedToStart = {
  name: 'ConnectionError',
  code: 'CONNECTION_ERROR',
  message: 'Failed to start session',
};

test('a run that did not fail shows nothing', () => {
  expect(sdkView(logOf('rest', { kind: 'run', state: 'connected' }))).toBeUndefined();
});

test('a 401 of client-secrets is the authentication error, with another text in the newer version', () => {
  const view = sdkView(refused('client-secrets', 401, envelope('Incorrect API key')));
  expect(view?.node).toEqual({
    published: {
      kind: 'throws',
      error: {
        className: 'OrgaAIAuthenticationError',
        chain: ['OrgaAIAuthenticationError', 'OrgaAIError', 'Error'],
        name: 'OrgaAIError',
        status: 401,
        code: 'AUTHENTICATION_ERROR',
        message: 'Invalid API key or user email',
      },
    },
    newer: {
      kind: 'throws',
      error: {
        className: 'OrgaAIAuthenticationError',
        chain: ['OrgaAIAuthenticationError', 'OrgaAIError', 'Error'],
        name: 'OrgaAIError',
        status: 401,
        code: 'AUTHENTICATION_ERROR',
        message: 'Invalid API key',
      },
    },
    same: false,
  });
  expect(view?.client.published).toMatchObject({
    onError: { message: 'Failed to fetch session config: 500 Internal Server Error' },
  });
  expect(view?.notes.join(' ')).toContain('never asks this endpoint itself');
});

test('a 401 of ice-config is the server error in both versions', () => {
  const log = refused('ice-config', 401, envelope('Invalid ephemeral token'), {
    response: { statusText: 'Unauthorized' },
  });
  expect(sdkView(log)?.node).toMatchObject({
    published: {
      error: { className: 'OrgaAIServerError', message: 'Failed to fetch ICE servers: Unauthorized' },
    },
    same: true,
  });
});

test('at the call no Node SDK takes part, and startSession() rejects with one error for everything', () => {
  const log = refused('calls', 401, envelope('Invalid ephemeral token'), {
    response: { statusText: 'Unauthorized' },
  });
  const view = sdkView(log);
  expect(view?.node.published.kind).toBe('not-involved');
  expect(view?.client.published).toMatchObject({
    kind: 'rejects',
    rejection: failedToStart,
    onError: { times: 2, name: 'Error', message: 'Failed to connect to realtime: 401 Unauthorized' },
    states: ['connecting', 'failed'],
  });
  expect(view?.client.newer).toMatchObject({ states: ['connecting', 'closed'] });
  expect(view?.client.same).toBe(false);
});

test('without a reason phrase the text ends after the status', () => {
  const view = sdkView(refused('calls', 401, envelope('x')));
  expect(view?.client.published).toMatchObject({
    onError: { message: 'Failed to connect to realtime: 401 ' },
  });
  expect(view?.notes.join(' ')).toContain('HTTP/2');
});

test('on the backend route the Node row is what the backend met, the client row what it answered', () => {
  const message = 'Failed to get session config: This operation was aborted';
  const log = refused(
    'session',
    502,
    { format: 'sdk-text', answeredBy: 'backend', passedOn: { status: 500, message } },
    { response: { statusText: 'Bad Gateway' } },
  );
  const view = sdkView(log);
  expect(view?.node.published).toMatchObject({ kind: 'throws', error: { status: 500, message } });
  expect(view?.client.published).toMatchObject({
    onError: { message: 'Failed to fetch session config: 502 Bad Gateway' },
  });
});

test('a backend that keeps its reason leaves the Node row unknown', () => {
  const view = sdkView(refused('session', 500, { format: 'empty', answeredBy: 'unknown' }));
  expect(view?.node.published.kind).toBe('unknown');
});

test('a session endpoint that hangs leaves startSession() pending for ever', () => {
  const log = logOf(
    'backend',
    request('session'),
    restError('session', { reason: 'timeout', limit: 25_000, phase: 'headers' }),
    ...ended('token', 'e3'),
  );
  expect(sdkView(log)?.client).toMatchObject({
    published: { kind: 'pending', states: ['connecting'] },
    same: true,
  });
});

test('a call that hangs is given up after 10 s', () => {
  const log = logOf(
    'rest',
    request('calls'),
    restError('calls', { reason: 'timeout', limit: 10_000, phase: 'headers' }),
    ...ended('call', 'e3'),
  );
  expect(sdkView(log)?.client.published).toMatchObject({
    onError: { message: 'Request timeout: Failed to connect to realtime within 10 seconds' },
  });
});

test('a body that never ends is never noticed by the Node SDK', () => {
  const log = logOf(
    'rest',
    request('client-secrets'),
    restError('client-secrets', { reason: 'timeout', limit: 10_000, phase: 'body' }),
    ...ended('token', 'e3'),
  );
  expect(sdkView(log)?.node.published.kind).toBe('pending');
});

test.each([
  [
    'calls',
    '<!doctype html><p>x',
    'SyntaxError',
    'Unexpected token \'<\', "<!doctype html><p>x" is not valid JSON',
  ],
  ['calls', '', 'SyntaxError', "Failed to execute 'json' on 'Response': Unexpected end of JSON input"],
  ['calls', '{"answer":{}}', 'Error', 'Invalid response: missing answer or conversation_id'],
  ['session', '{"ephemeral_token":"x"}', 'Error', 'Invalid response from session config endpoint'],
] as const)('a 200 of %s with %j', (endpoint, body, name, message) => {
  const reading = { format: 'json', answeredBy: 'unknown' } as const;
  const log = logOf(
    endpoint === 'session' ? 'backend' : 'rest',
    request(endpoint),
    response(200, { body }),
    restError(endpoint, { reason: 'bad-reply', status: 200, problem: 'field-absent', fields: [], reading }),
    ...ended(endpoint === 'session' ? 'token' : 'call', 'e4'),
  );
  expect(sdkView(log)?.client.published).toMatchObject({ onError: { times: 2, name, message } });
});

test('a client-secrets reply without a token does not stop the Node SDK', () => {
  const reading = { format: 'json', answeredBy: 'unknown' } as const;
  const failure = { reason: 'bad-reply', status: 200, problem: 'field-absent', fields: [], reading } as const;
  const log = logOf(
    'rest',
    request('client-secrets'),
    response(200, { body: '{}' }),
    restError('client-secrets', failure),
    ...ended('token', 'e4'),
  );
  expect(sdkView(log)?.node.published.kind).toBe('goes-on');
});

test('an unreachable far end is reported as connected for 15 s', () => {
  const log = connectionFailed('v=0', [{ kind: 'state', machine: 'ice', to: 'checking' }], {
    reason: 'ice',
    iceConnectionState: 'disconnected',
    connectionState: 'failed',
  });
  const view = sdkView(log);
  expect(view?.client.published).toMatchObject({
    kind: 'resolves',
    states: ['connecting', 'connected', 'failed', 'closed'],
  });
  expect(view?.client.published).toHaveProperty('because', expect.stringContaining('15 s'));
});

test('an answer that the browser refuses reaches onError with the browser’s own error', () => {
  const error = { name: 'OperationError', message: 'Failed to parse SessionDescription.' };
  const log = connectionFailed('x', [], { reason: 'sdp', operation: 'setRemoteDescription', error });
  expect(sdkView(log)?.client.published).toMatchObject({ rejection: failedToStart, onError: error });
});

test('a session that loses the network is torn down at the first “disconnected”', () => {
  const log = connectionFailed('v=0', [{ kind: 'state', machine: 'ice', to: 'connected' }], {
    reason: 'ice',
    iceConnectionState: 'disconnected',
    connectionState: 'failed',
  });
  expect(sdkView(log)?.client.published).toMatchObject({
    kind: 'resolves',
    states: ['connecting', 'connected', 'disconnected', 'closed'],
  });
});

test('a channel that was never open leaves the SDK connected for ever; one that closes ends it after some 7 s', () => {
  const failure = { reason: 'channel', event: 'close' } as const;
  expect(sdkView(connectionFailed('v=0', [], failure))?.client.published).toMatchObject({
    kind: 'resolves',
    states: ['connecting', 'connected'],
  });
  const open = { kind: 'state', machine: 'channel', to: 'open' } as const;
  expect(sdkView(connectionFailed('v=0', [open], failure))?.client.published).toMatchObject({
    kind: 'resolves',
    states: ['connecting', 'connected', 'disconnected', 'closed'],
  });
});

test('trouble that the browser keeps silent about shows as nothing at all', () => {
  const blocked = { kind: 'media', device: 'playback', event: 'blocked' } as const;
  const view = sdkView(logOf('rest', { kind: 'run', state: 'connected' }, blocked));
  expect(view?.client).toMatchObject({
    same: true,
    published: { kind: 'resolves', states: ['connecting', 'connected'] },
  });
});

test('a device that is refused is not the session’s business', () => {
  const error = { name: 'NotAllowedError', message: 'Permission denied' };
  const log = connectionFailed('v=0', [], { reason: 'permission', device: 'microphone', error });
  expect(sdkView(log)?.client.published).toMatchObject({ kind: 'not-observed' });
});

const noPhrase =
  'The reply has no reason phrase, as always over HTTP/2: the SDK’s text ends after the status.';
const notAsked =
  'The client SDK never asks this endpoint itself. Its row holds for a backend that lets the Node SDK’s error become a 500.';
const oneName = 'name is “OrgaAIError” for every class of the Node SDK; use instanceof.';
const phrase = { response: { statusText: 'Unauthorized' } };
const hangs = { reason: 'timeout', limit: 10_000, phase: 'headers' } as const;
const noFields = {
  reason: 'bad-reply',
  status: 200,
  problem: 'field-absent',
  fields: [],
  reading: { format: 'json', answeredBy: 'unknown' },
} as const;

test.each([
  [
    'client-secrets with a phrase',
    refused('client-secrets', 401, envelope('x'), phrase),
    [notAsked, oneName],
  ],
  ['ice-config without one', refused('ice-config', 401, envelope('x')), [noPhrase, notAsked, oneName]],
  ['the call with a phrase', refused('calls', 401, envelope('x'), phrase), []],
  [
    'ice-config that hangs',
    logOf('rest', request('ice-config'), restError('ice-config', hangs), ...ended('ice-config', 'e3')),
    [notAsked],
  ],
  [
    'a 200 of the call without what belongs in it',
    logOf('rest', request('calls'), response(200), restError('calls', noFields), ...ended('call', 'e4')),
    [],
  ],
  [
    'a backend that met a 401 at ice-config',
    refused(
      'session',
      500,
      {
        format: 'sdk-text',
        answeredBy: 'backend',
        passedOn: { message: 'Failed to fetch ICE servers: Unauthorized' },
      },
      phrase,
    ),
    [oneName],
  ],
])('what must be known to read %s', (_, log, notes) => {
  expect(sdkView(log)?.notes).toEqual(notes);
});
