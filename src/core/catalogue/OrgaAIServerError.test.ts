import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { ended, envelope, logOf, refused, request, restError } from '../diagnosis/testing/literalLog.ts';
import type { Endpoint, LogEntry } from '../session/log.ts';
import { stepOfEndpoint } from '../session/stepOfEndpoint.ts';

const warning =
  'The catalogue advises debug: true. It prints the ephemeral token and the TURN credentials in clear: use it only where nobody else reads the output.';

const discrepancies = [
  {
    topic: 'What else the class means',
    catalogue: '5xx or network timeout.',
    observed:
      'The SDK throws it also for 400, 403, 404, 422 and 429 of client-secrets and for every error of ice-config, 401 included.',
  },
  {
    topic: 'error.status',
    catalogue: 'Inspect error.status.',
    observed:
      'It is 500 also where there was no HTTP response at all. Only the message can tell: “Failed to get session config: …”.',
  },
  {
    topic: 'Retries',
    catalogue: 'Retry with exponential backoff.',
    observed: 'The SDK itself never retries.',
  },
];

const noTimeout = {
  code: 'timeout_error',
  variant: 'no-response',
  title: 'No HTTP response came in time',
};
const noOutage = {
  code: 'network.unreachable',
  variant: 'no-response',
  title: 'The browser got no HTTP response',
};

test('a 503 of the service itself, at the call', () => {
  const reading = envelope('Overloaded', { type: 'server_error', code: 'busy' });
  expect(diagnose(refused('calls', 503, reading))).toEqual([
    {
      code: 'OrgaAIServerError',
      variant: '503',
      certainty: 'proved',
      actor: 'orga',
      title: 'Orga’s service is unavailable for now',
      cause:
        '/calls answered 503: the service is overloaded or being maintained. No Node SDK takes part at the call; this is the nearest row of the specification.',
      remedy:
        'Try again with growing pauses; your request is not the trouble. If it stays, report it with the time of the request.',
      causedBy: { step: 'call', entry: 'e4' },
      evidence: [
        { entry: 'e3', says: 'the reply' },
        { entry: 'e4', says: 'POST /v1/realtime/calls was answered 503, server_error, busy, “Overloaded”' },
      ],
      ruledOut: [
        { ...noTimeout, because: 'there was an HTTP response, 503' },
        { ...noOutage, because: 'there was an HTTP response, 503' },
      ],
      discrepancies,
      action: 'retry-with-backoff',
      nearestRow: 'OrgaAIServerError',
      warning,
    },
  ]);
});

test('a gateway’s page at the token, and the id by which to report it', () => {
  const log = refused('client-secrets', 502, { format: 'html', answeredBy: 'unknown' }).map(
    (entry): LogEntry => (entry.kind === 'rest-error' ? { ...entry, correlationId: 'ray-7' } : entry),
  );
  expect(diagnose(log)).toEqual([
    {
      code: 'OrgaAIServerError',
      variant: '502',
      certainty: 'likely',
      actor: 'orga',
      title: 'A gateway got no usable answer from Orga’s service',
      cause:
        '/client-secrets answered 502: the gateway in front of the service got no usable answer from it. The reply is not in Orga’s format, so it comes from a gateway before the service, or from a proxy on your side.',
      remedy:
        'Try again with growing pauses; your request is not the trouble. If it stays, report it with the correlation id ray-7.',
      causedBy: { step: 'token', entry: 'e4' },
      evidence: [
        { entry: 'e3', says: 'correlation id ray-7' },
        { entry: 'e4', says: 'POST /v1/realtime/client-secrets was answered 502, html' },
      ],
      ruledOut: [
        { ...noTimeout, because: 'there was an HTTP response, 502' },
        { ...noOutage, because: 'there was an HTTP response, 502' },
      ],
      discrepancies,
      action: 'retry-with-backoff',
      warning,
    },
  ]);
});

test('a 504 that a backend met at ice-config and passed on', () => {
  const message = 'Failed to fetch ICE servers: Gateway Timeout';
  const passedOn = { name: 'OrgaAIServerError', code: 'SERVER_ERROR', status: 504, message };
  expect(diagnose(refused('session', 500, { format: 'sdk-text', answeredBy: 'backend', passedOn }))).toEqual([
    {
      code: 'OrgaAIServerError',
      variant: '504',
      certainty: 'proved',
      actor: 'orga',
      title: 'A gateway waited too long for Orga’s service',
      cause:
        '/ice-config answered your backend 504: the gateway in front of the service gave up waiting for it.',
      remedy:
        'Try again with growing pauses; your request is not the trouble. If it stays, report it with the time of the request.',
      causedBy: { step: 'ice-config', entry: 'e4' },
      evidence: [
        {
          entry: 'e4',
          says: `GET /api/orga-client-secrets: your backend answered 500 and passed on OrgaAIServerError, SERVER_ERROR, 504, “${message}”`,
        },
      ],
      ruledOut: [
        {
          code: 'timeout_error',
          variant: 'aborted',
          title: 'Your backend gave up waiting for Orga',
          because: 'there was an HTTP response, 504',
        },
        {
          code: 'network.unreachable',
          variant: 'fetch-failed',
          title: 'Your backend could not reach Orga',
          because: 'there was an HTTP response, 504',
        },
      ],
      discrepancies,
      action: 'retry-with-backoff',
      warning,
    },
  ]);
});

test.each([
  [500, '500', 'Orga’s service failed inside', 'something broke inside the service'],
  [
    502,
    '502',
    'A gateway got no usable answer from Orga’s service',
    'the gateway in front of the service got no usable answer from it',
  ],
  [503, '503', 'Orga’s service is unavailable for now', 'the service is overloaded or being maintained'],
  [
    504,
    '504',
    'A gateway waited too long for Orga’s service',
    'the gateway in front of the service gave up waiting for it',
  ],
  ...[522, 523, 524, 598, 599].map(
    (status) =>
      [
        status,
        'network-timeout',
        'The network gave up waiting for Orga’s service',
        'an edge server reached for the service and waited in vain',
      ] as const,
  ),
  ...[501, 521, 597].map(
    (status) => [status, 'other', 'Orga’s service failed', 'the service or its gateway failed'] as const,
  ),
] as const)('a %i is OrgaAIServerError/%s', (status, variant, title, why) => {
  expect(diagnose(refused('ice-config', status, envelope('Sorry')))).toMatchObject([
    {
      code: 'OrgaAIServerError',
      variant,
      actor: 'orga',
      title,
      cause: `/ice-config answered ${status}: ${why}.`,
    },
  ]);
});

test.each([499, 600])('a %i is not', (status) => {
  const codes = diagnose(refused('calls', status, envelope('Sorry'))).map(({ code }) => code);
  expect(codes).toEqual(['status.unlisted']);
});

function timedOut(endpoint: Endpoint, phase: 'headers' | 'body') {
  return logOf(
    endpoint === 'session' ? 'backend' : 'rest',
    request(endpoint),
    restError(endpoint, { reason: 'timeout', limit: 10_000, phase }),
    ...ended(stepOfEndpoint[endpoint], 'e3'),
  );
}

test.each([
  [
    'calls',
    'headers',
    'The service did not answer in time. No Node SDK takes part at the call; this is the nearest row of the specification.',
    'POST /v1/realtime/calls got no HTTP response within 10 s',
  ],
  [
    'ice-config',
    'headers',
    'The service did not answer in time. The SDK has no class for that and throws OrgaAIServerError with status 500.',
    'GET /v1/realtime/ice-config got no HTTP response within 10 s',
  ],
  [
    'client-secrets',
    'body',
    'The service did not finish its answer. The row of the specification is this class, but the SDK’s own limit ends with the headers: it would wait for ever.',
    'POST /v1/realtime/client-secrets got headers, then a body that did not end within 10 s',
  ],
] as const)('beside a timeout of %s (%s) stands the class that the SDK throws', (at, phase, cause, says) => {
  expect(diagnose(timedOut(at, phase))[1]).toEqual({
    code: 'OrgaAIServerError',
    variant: 'network-timeout',
    certainty: 'likely',
    actor: 'orga',
    title: 'The network gave up waiting for Orga’s service',
    cause,
    remedy: 'Try again with growing pauses.',
    causedBy: { step: stepOfEndpoint[at], entry: 'e3' },
    evidence: [{ entry: 'e3', says }],
    ruledOut: [],
    discrepancies,
    action: 'retry-with-backoff',
    warning,
    ...(at === 'calls' && { nearestRow: 'OrgaAIServerError' }),
  });
});

test('a session endpoint that is silent is no class of the SDK', () => {
  expect(diagnose(timedOut('session', 'headers')).map(({ code }) => code)).toEqual(['backend.silent']);
});
