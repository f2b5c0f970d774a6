import { expect, test } from 'vitest';
import type { ConnectionFailure } from '../../session/failure.ts';
import { refusedBody } from './refusedBody.ts';
import { connectionLog, requestLog, type SuspectedRequest } from './suspectedLog.ts';
import { endpointIn, suspectBody, suspectMessage } from './suspectText.ts';

const now = 1_795_348_800_000;
const suspects = (text: string) => suspectMessage(text, now);
const requested = (endpoint: SuspectedRequest['endpoint'], outcome: SuspectedRequest['outcome']) => [
  requestLog({ endpoint, outcome }, now),
];
const failed = (failure: ConnectionFailure) => [connectionLog(failure, now)];

test('the client SDK says with what status a session endpoint answered', () => {
  for (const [said, status] of [
    ['401 Unauthorized', 401],
    ['HTTP/1.1 503', 503],
    ['HTTP/2 429', 429],
    ['status: 422', 422],
    ['{"status":404}', 404],
    ['statusCode = 500', 500],
    ["status' 502", 502],
    ['the server answered (504)', 504],
    ['Bad Request', 400],
    ['unauthorized', 401],
    ['Forbidden', 403],
    ['Not Found', 404],
    ['Unprocessable Entity', 422],
    ['Unprocessable Content', 422],
    ['Too Many Requests', 429],
    ['Internal Server Error', 500],
    ['Bad Gateway', 502],
    ['Service Unavailable', 503],
    ['Gateway Timeout', 504],
  ] as const) {
    expect(suspects(`x Error: Failed to fetch session config: ${said}\r\n  at 400`), said).toEqual(
      requested('session', { status, body: '' }),
    );
  }
});

test('other words and numbers are no status', () => {
  for (const said of ['', '4011', '301', '40', 'about 404', 'constant', 'HTTP/1 x 404', 'x404']) {
    expect(suspects(`Failed to fetch session config:${said}`), said).toEqual([]);
  }
});

test('texts of the client SDK about the call and about replies', () => {
  expect(suspects('Failed to connect to realtime: 401')).toEqual(
    requested('calls', { status: 401, body: refusedBody.token }),
  );
  expect(suspects('Failed to fetch session config:404')).toEqual(
    requested('session', { status: 404, body: '' }),
  );
  expect(suspects('Failed to connect to realtime: 500')).toEqual(
    requested('calls', { status: 500, body: '' }),
  );
  expect(suspects('Failed to fetch session config: 401')).toEqual(
    requested('session', { status: 401, body: '' }),
  );
  expect(suspects('Error: Request timeout: Failed to connect to realtime within 10 seconds')).toEqual(
    requested('calls', { failure: { reason: 'timeout', limit: 10_000, phase: 'headers' } }),
  );
  expect(suspects('Invalid response from session config endpoint')).toEqual(
    requested('session', { status: 200, body: '{}' }),
  );
  expect(suspects('Invalid response: missing answer or conversation_id')).toEqual(
    requested('calls', { status: 200, body: '{}' }),
  );
});

test('of a log the line of the Node SDK is what the backend passed on', () => {
  const line = 'Failed to fetch ICE servers: Unauthorized';
  expect(suspects(`starting\r\n  ${line}  \r\ndone`)).toEqual(
    requested('session', { status: 500, body: JSON.stringify({ error: line }) }),
  );
  expect(suspects(`starting\n${line}\n`)).toEqual(
    requested('session', { status: 500, body: JSON.stringify({ error: line }) }),
  );
  const long = `Failed to fetch ICE servers: ${'x'.repeat(3_000)}`;
  expect(suspects(long)).toEqual(
    requested('session', { status: 500, body: JSON.stringify({ error: long.slice(0, 2_000) }) }),
  );
});

test('exceptions of devices are matters of permission or of the device', () => {
  for (const [name, reason] of [
    ['NotAllowedError', 'permission'],
    ['SecurityError', 'permission'],
    ['PermissionDeniedError', 'permission'],
    ['NotFoundError', 'device'],
    ['NotReadableError', 'device'],
    ['OverconstrainedError', 'device'],
  ] as const) {
    const of = (device: string, message: string) => failed({ reason, device, error: { name, message } });
    expect(suspects(`DOMException: ${name}: It failed\r\n at video.js`)).toEqual(
      of('microphone', 'It failed'),
    );
    expect(suspects(`${name} Could not start Video source`)).toEqual(
      of('camera', 'Could not start Video source'),
    );
    expect(suspects(`${name}: no camera`)).toEqual(of('camera', 'no camera'));
    expect(suspects(name)).toEqual(of('microphone', ''));
    expect(suspects(`${name}: ${'x'.repeat(600)}`)).toEqual(of('microphone', 'x'.repeat(500)));
  }
});

test('exceptions of browsers tell what failed of a connection', () => {
  const rows: readonly [string, ConnectionFailure][] = [
    [
      "UnknownError: Failed to construct 'RTCPeerConnection': cannot create so many PeerConnections",
      { reason: 'limit', error: { name: 'UnknownError', message: 'whole' } },
    ],
    [
      "OperationError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection'",
      { reason: 'candidate', error: { name: 'OperationError', message: 'whole' } },
    ],
    ['Error processing ICE candidate', { reason: 'candidate', error: { name: 'Error', message: 'whole' } }],
    ...[
      'InvalidStateError: setRemoteDescription called in wrong state',
      'InvalidStateError: failed to parse SessionDescription. x',
      'InvalidStateError: Failed to set remote answer',
      'InvalidStateError: could not set remote answer SDP',
    ].map((text): [string, ConnectionFailure] => [
      text,
      {
        reason: 'sdp',
        operation: 'setRemoteDescription',
        error: { name: 'InvalidStateError', message: 'whole' },
      },
    ]),
    [
      "SyntaxError: Failed to construct 'RTCPeerConnection': 'x' is not a valid URL",
      { reason: 'configuration', error: { name: 'SyntaxError', message: 'whole' } },
    ],
    [
      'ReferenceError: RTCPeerConnection is not defined',
      { reason: 'unsupported', missing: 'RTCPeerConnection' },
    ],
    [
      'TypeError: RTCPeerConnection is not a constructor',
      { reason: 'unsupported', missing: 'RTCPeerConnection' },
    ],
    [
      'TypeError: navigator.mediaDevices is undefined',
      { reason: 'unsupported', missing: 'navigator.mediaDevices' },
    ],
    [
      "TypeError: Cannot read properties of undefined (reading 'getUserMedia')",
      { reason: 'unsupported', missing: 'navigator.mediaDevices' },
    ],
    ...[
      'WebRTC: ICE failed, add a TURN server and see about:webrtc',
      'ice connection failed',
      'iceConnectionState: failed',
      'iceConnectionState => "failed"',
    ].map((text): [string, ConnectionFailure] => [
      text,
      { reason: 'ice', iceConnectionState: 'failed', connectionState: 'failed' },
    ]),
  ];
  for (const [text, failure] of rows) {
    const whole = 'error' in failure ? { ...failure, error: { ...failure.error, message: text } } : failure;
    expect(suspects(`\n ${text}\r\n    at app.js:1:2`), text).toEqual(failed(whole));
  }
});

const unreachable = (message: string) =>
  ({ reason: 'unreachable', error: { name: 'TypeError', message } }) as const;

test('exceptions of fetch tell of a host that cannot be reached', () => {
  for (const text of [
    'TypeError: Failed to fetch',
    'Uncaught TypeError: Load failed',
    'TypeError: NetworkError when attempting to fetch resource.',
    'GET https://app.example/ net::ERR_CONNECTION_REFUSED',
  ]) {
    expect(suspects(text)).toEqual(requested('session', { failure: unreachable(text) }));
    const call = `${text} https://api.orga-ai.com/v1/realtime/calls`;
    expect(suspects(call)).toEqual(requested('calls', { failure: unreachable(call) }));
  }
});

test('what the console says of CORS tells that the host did answer', () => {
  for (const [text, plain, preflight] of [
    ["has been blocked by CORS policy: No 'x' header", 'hidden', false],
    ["No 'Access-Control-Allow-Origin' header", 'hidden', false],
    ['blocked by CORS policy: Response to preflight request', 'readable', true],
  ] as const) {
    const probe = { result: 'opaque', plain, preflight, online: true } as const;
    expect(suspects(text)).toEqual(requested('session', { failure: unreachable(text), probe }));
  }
});

test('other texts say nothing that is known', () => {
  for (const text of [
    '',
    'hello there',
    'AbortError: The user aborted a request.',
    'MyNotAllowedErrors: x',
    'Failed to fetch',
    'iceConnectionState changed, nothing failed',
    'RTCPeerConnection is not closed',
  ]) {
    expect(suspects(text), text).toEqual([]);
  }
});

test('a long message is cut off', () => {
  const text = `TypeError: Failed to fetch ${'x'.repeat(600)}`;
  expect(suspects(text)).toEqual(requested('session', { failure: unreachable(text.slice(0, 500)) }));
});

test('a text may tell of more than one', () => {
  expect(suspects('Failed to connect to realtime: 500\nNotFoundError: none')).toEqual([
    ...requested('calls', { status: 500, body: '' }),
    ...failed({ reason: 'device', device: 'microphone', error: { name: 'NotFoundError', message: 'none' } }),
  ]);
});

const envelope = (message: string, type = 'server_error') => ({
  error: { message, type, param: null, code: null },
});

const invalid = (...loc: readonly string[]) => ({
  detail: [{ type: 'missing', loc, msg: 'Field required' }],
});

test('a body is most likely of the endpoint and status that its words belong to', () => {
  for (const [body, endpoint, status] of [
    [envelope('Incorrect API key provided.'), 'client-secrets', 401],
    [envelope('Inactive Ephemeral token.'), 'calls', 401],
    [envelope('No.', 'invalid_ephemeral_token'), 'calls', 401],
    [{ detail: 'Not authenticated' }, 'ice-config', 403],
    [invalid('query', 'email'), 'client-secrets', 422],
    [invalid('query', 'params'), 'calls', 422],
    [invalid('body', 'x'), 'calls', 422],
    [invalid('offer'), 'calls', 422],
    [envelope('No such user.', 'not_found_error'), 'client-secrets', 404],
    [{ detail: [{ type: 'missing', loc: [], msg: 'Field required' }] }, 'calls', 500],
    [{ message: 'Bad API key.', type: 'x', code: null }, 'client-secrets', 401],
    [envelope('Slow down.', 'rate_limit_error'), 'calls', 429],
    [envelope('RateLimit reached.'), 'calls', 429],
    [envelope('Too many calls.'), 'calls', 429],
    [envelope('The temperature is too high.', 'invalid_request_error'), 'calls', 400],
    [envelope('Something broke.'), 'calls', 500],
    [{ error: 'no' }, 'calls', 500],
    [{ detail: { a: 1 } }, 'calls', 500],
  ] as const) {
    const text = ` ${JSON.stringify(body, undefined, 2)}`;
    const told = { endpoint, outcome: { status, body: JSON.stringify(body) } };
    expect(suspectBody(text, text, now)).toEqual(requestLog(told, now));
  }
});

test('what stands around a body says more than its guess', () => {
  const body = '{"error":"status 404"}';
  const around = `POST /v1/realtime/ice-config HTTP/2 503\n${body}`;
  expect(suspectBody(body, around, now)).toEqual(
    requestLog({ endpoint: 'ice-config', outcome: { status: 503, body } }, now),
  );
  expect(suspectBody(body, body, now)).toEqual(
    requestLog({ endpoint: 'calls', outcome: { status: 500, body } }, now),
  );
});

test('a body that passes the SDK’s error on is a backend’s, whatever stands around it', () => {
  const body = JSON.stringify({ error: 'Failed to get session config: fetch failed' });
  expect(suspectBody(body, `/v1/realtime/calls HTTP/2 503 ${body}`, now)).toEqual(
    requestLog({ endpoint: 'session', outcome: { status: 500, body } }, now),
  );
});

test('bodies of other shapes say nothing', () => {
  for (const body of ['{"a":1}', '[1]', '"x"', '{'] as const) {
    expect(suspectBody(body, body, now)).toBeUndefined();
  }
});

test('an address of the service names its endpoint', () => {
  expect(
    ['client-secrets', 'ice-config', 'calls?a=b', 'calls/1', 'callsign', 'models'].map((path) =>
      endpointIn(`see https://api.orga-ai.com/v1/realtime/${path} there`),
    ),
  ).toEqual(['client-secrets', 'ice-config', 'calls', 'calls', undefined, undefined]);
});
