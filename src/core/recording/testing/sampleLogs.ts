import { connectionEntries } from '../../diagnosis/testing/connectionEntries.ts';
import {
  answerWith,
  candidate,
  candidateError,
  channel,
  chromium,
  description,
  failedLog,
  firefox,
  goodAnswer,
  goodOffer,
  iceFailedInChromium,
  iceFailedInFirefox,
  refusedAnswer,
  servers,
  state,
  statistics,
  waitedForIce,
  watch,
} from '../../diagnosis/testing/literalConnection.ts';
import {
  connectionFailed,
  ended,
  envelope,
  type Literal,
  logOf,
  refused,
  request,
  response,
  restError,
  runOf,
  wallClock,
} from '../../diagnosis/testing/literalLog.ts';
import { createRedactor } from '../../redaction.ts';
import type { LogEntry } from '../../session/log.ts';

const turn = 'turn:turn.orga-ai.com:3478?transport=udp';

/** Kinds and variants that the connection's literal entries do not have. */
const others: readonly Literal[] = [
  { kind: 'step', step: 'token', state: 'running' },
  request('client-secrets', { body: '{"email":"dev@example.com"}' }),
  response(200, { body: '{"ephemeral_token":"token#1"}', bodyBytes: 400, correlationId: 'req_1' }),
  {
    kind: 'token',
    step: 'token',
    token: 'token#1',
    from: 'client-secrets',
    issuedAt: wallClock / 1000,
    expiresAt: wallClock / 1000 + 900,
    expiresAtText: '2025-11-11T11:49:43.000000',
    wallClock,
  },
  { kind: 'token-history', token: 'token#1', uses: [{ endpoint: 'calls', ago: 3000, status: 200 }] },
  { kind: 'note', topic: 'slow', waitingFor: 'session', after: 10_000 },
  { kind: 'note', topic: 'gathering-cut-off', after: 5000 },
  { kind: 'note', topic: 'limits-shortened', limits: { call: 300 } },
  { kind: 'note', topic: 'simulation-restarted' },
  { kind: 'note', topic: 'storage-refused', what: 'the settings' },
  { kind: 'note', topic: 'carried', what: 'the token' },
  { kind: 'note', topic: 'left-out', what: 'params' },
  {
    kind: 'note',
    topic: 'probe',
    request: 'r1',
    url: 'https://api.orga-ai.com/v1/realtime/calls',
    result: 'opaque',
    plain: 'hidden',
    preflight: true,
    online: true,
    localAccess: 'prompt',
  },
  { kind: 'note', topic: 'clock-set-back', by: 3_600_000 },
  { kind: 'note', topic: 'network-look', url: 'stun:stun1.orga-ai.com:19302', answered: true, after: 4200 },
  { kind: 'note', topic: 'local-access', permission: 'denied' },
  { kind: 'note', topic: 'clock-skew', ahead: -4000, from: 'iat' },
  { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 500 },
  restError('calls', { reason: 'unreachable', error: { name: 'TypeError', message: 'x' }, hopeless: true }),
  restError('calls', { reason: 'timeout', limit: 10_000, phase: 'body', status: 200 }),
  restError('calls', {
    reason: 'bad-reply',
    status: 200,
    problem: 'field-absent',
    fields: ['answer'],
    reading: { format: 'json', answeredBy: 'unknown' },
  }),
  { kind: 'track', event: 'added', media: 'video' },
  { kind: 'watch', watch: 'checks', silentFor: 4000, until: 15_000, foresees: 'ice.unreachable', over: true },
  channel('open'),
  channel('open', { name: 'OperationError', message: 'x', errorDetail: 'sctp-failure', sctpCauseCode: 12 }),
  { kind: 'settings-refused', failure: { reason: 'settings', key: 'baseUrl', message: 'No URL.' } },
  {
    kind: 'unexpected',
    failure: {
      reason: 'unexpected',
      error: { name: 'Error', message: 'a', code: 3, cause: { name: 'E', message: 'b', code: 'x' } },
    },
  },
];

const literals: Readonly<Record<string, readonly LogEntry[]>> = {
  'nothing yet': logOf('rest'),
  everything: runOf(chromium, ...connectionEntries, ...others),
  'spent token': refused(
    'calls',
    401,
    envelope('Ephemeral token expired or already consumed', { code: 'invalid_ephemeral_token' }),
  ),
  'unknown user': refused('client-secrets', 404, envelope('User not found.', { type: 'not_found_error' }), {
    url: 'https://api.orga-ai.com/v1/realtime/client-secrets?email=ada%40lovelace.test',
  }),
  'missing field': refused('calls', 422, {
    format: 'detail',
    answeredBy: 'orga',
    message: 'Field required',
    detail: [{ type: 'missing', loc: ['body', 'offer'], msg: 'Field required' }],
  }),
  'backend error': refused(
    'session',
    500,
    { format: 'sdk-text', answeredBy: 'backend', message: 'fetch failed', passedOn: { status: 500 } },
    { url: 'https://shop.acme.dev/api/session' },
  ),
  'no route': refused(
    'session',
    404,
    { format: 'html', answeredBy: 'unknown', message: 'Not Found' },
    { url: 'http://192.168.178.20:3000/api/session' },
  ),
  unreachable: logOf(
    'rest',
    request('calls'),
    restError('calls', { reason: 'unreachable', error: { name: 'TypeError', message: 'Failed to fetch' } }),
    ...ended('call', 'e3'),
  ),
  'no server answers': failedLog(
    chromium,
    [
      servers([turn, 'stun:203.0.113.9:3478']),
      description('local', goodOffer),
      candidate('mdns'),
      candidate('host'),
      candidateError(turn, 701, 'TURN allocate request timed out.'),
      description('remote', answerWith('1 udp 1 198.51.100.7 50000 typ host')),
      state('ice', 'checking'),
      statistics('sample', { sent: 9 }),
      statistics('failed', { sent: 9, pair: 'failed' }),
    ],
    iceFailedInChromium,
  ),
  'no candidate': failedLog(
    firefox,
    [description('local', goodOffer), description('remote', answerWith()), state('ice', 'checking')],
    iceFailedInFirefox,
  ),
  'candidates by name': failedLog(
    chromium,
    [
      description('local', goodOffer),
      description(
        'remote',
        answerWith('1 udp 1 media.acme.dev 50000 typ host', '1 udp 1 x.local 9 typ host'),
      ),
      state('ice', 'checking'),
      watch('checks', 'ice.unreachable'),
    ],
    waitedForIce,
  ),
  'six and four': failedLog(
    chromium,
    [
      description('local', goodOffer.replace('192.0.2.7', 'fe80::1')),
      description(
        'remote',
        answerWith(
          '1 udp 1 2001:db8:1:2::7 50000 typ host',
          '1 udp 1 2001:db8:1:2:ffff::9 50000 typ srflx raddr 10.1.2.3 rport 9',
          '1 udp 1 100.64.0.9 50001 typ relay raddr 0.0.0.0 rport 0',
          '1 tcp 1 127.0.0.1 9 typ host tcptype active',
        ),
      ),
      state('ice', 'checking'),
      statistics('failed', { sent: 4, pair: 'failed' }),
    ],
    iceFailedInChromium,
  ),
  'answer refused': connectionFailed(
    'this is no SDP',
    [],
    refusedAnswer('OperationError', 'Failed to parse SessionDescription. Expect line: v='),
  ),
  connected: runOf(
    chromium,
    description('local', goodOffer),
    description('remote', goodAnswer),
    state('ice', 'connected'),
    statistics('connected', { sent: 3, answered: 3, pair: 'succeeded', packets: 9, dtls: 'connected' }),
    {
      kind: 'channel',
      event: 'received',
      label: 'x',
      text: '{"type":"session.created"}',
      messageType: 'session.created',
    },
    { kind: 'step', step: 'connection', state: 'done', took: 900 },
    { kind: 'run', state: 'connected' },
  ),
};

/** Logs of many ways in which a session ends, every kind of entry among them; redacted, as every log is. */
export const sampleLogs: typeof literals = createRedactor().redact(literals);
