import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { ended, logOf, refused, request, response, restError } from '../diagnosis/testing/literalLog.ts';

const clientSdk = {
  topic: 'The client SDK’s timeout',
  catalogue: 'The documented default is 30,000 ms.',
  observed:
    'The setting is never read: the call has 10 s, and the request to your session endpoint has no limit.',
};

const identifier = {
  topic: 'The identifier',
  catalogue: 'The Node SDK reports timeout_error.',
  observed:
    'The text is in no version of the SDK. It throws OrgaAIServerError, status 500, “Failed to get session config: This operation was aborted”.',
};

test('no HTTP response at ice-config within the limit', () => {
  const log = logOf(
    'rest',
    request('ice-config'),
    restError('ice-config', { reason: 'timeout', limit: 7_500, phase: 'headers' }),
    ...ended('ice-config', 'e3'),
  );
  expect(diagnose(log)[0]).toEqual({
    code: 'timeout_error',
    variant: 'no-response',
    certainty: 'proved',
    actor: 'network',
    title: 'No HTTP response came in time',
    cause:
      '/ice-config sent nothing within 7.5 s. Something drops the packets, as a firewall does, or the service hangs.',
    remedy:
      'Check that outbound HTTPS (port 443) to the API’s host is allowed. If the service is only slow, raise the limit (timeout in OrgaAIConfig), then try again.',
    causedBy: { step: 'ice-config', entry: 'e3' },
    evidence: [
      { entry: 'e2', says: 'the request went out here' },
      { entry: 'e3', says: 'GET /v1/realtime/ice-config got no HTTP response within 7.5 s' },
    ],
    ruledOut: [
      {
        code: 'network.unreachable',
        variant: 'no-response',
        title: 'The browser got no HTTP response',
        because: 'a refused connection or an unknown host fails at once, this waited for the whole limit',
      },
      {
        code: 'timeout_error',
        variant: 'stalled-body',
        title: 'The response began and never ended',
        because: 'not even the headers came',
      },
    ],
    discrepancies: [identifier, clientSdk],
    action: 'retry-with-backoff',
  });
});

test('a body of the call that never ends', () => {
  const log = logOf(
    'rest',
    request('calls'),
    response(200),
    restError('calls', { reason: 'timeout', limit: 10_000, phase: 'body', status: 200 }),
    ...ended('call', 'e4'),
  );
  expect(diagnose(log)[0]).toEqual({
    code: 'timeout_error',
    variant: 'stalled-body',
    certainty: 'proved',
    actor: 'orga',
    title: 'The response began and never ended',
    cause:
      '/calls sent status and headers, then a body that did not end within 10 s. The way there is open; the service or a buffering proxy stalls. No Node SDK takes part at the call; this is the nearest row of the specification.',
    remedy:
      'Try again. If it stays, look for a proxy that buffers or scans responses, and set a limit of your own that covers the body: the SDK’s does not.',
    causedBy: { step: 'call', entry: 'e4' },
    evidence: [
      { entry: 'e3', says: 'the headers came' },
      { entry: 'e4', says: 'POST /v1/realtime/calls got headers, then a body that did not end within 10 s' },
    ],
    ruledOut: [
      {
        code: 'timeout_error',
        variant: 'no-response',
        title: 'No HTTP response came in time',
        because: 'status and headers did come',
      },
      {
        code: 'reply.unusable',
        variant: 'truncated',
        title: 'The reply is cut off',
        because: 'the response was never closed',
      },
    ],
    discrepancies: [
      {
        topic: 'What the limit covers',
        catalogue: 'Increase timeout in OrgaAIConfig.',
        observed: 'The SDK’s limit ends with the headers: a body that never ends is waited for without end.',
      },
      clientSdk,
    ],
    action: 'retry-with-backoff',
    nearestRow: 'timeout_error',
  });
});

test('a backend that gave up waiting and passed on the SDK’s text', () => {
  const message = 'Failed to get session config: This operation was aborted';
  const passedOn = { status: 500, message };
  const log = refused('session', 500, { format: 'sdk-text', answeredBy: 'backend', passedOn });
  expect(diagnose(log)[0]).toEqual({
    code: 'timeout_error',
    variant: 'aborted',
    certainty: 'proved',
    actor: 'backend',
    title: 'Your backend gave up waiting for Orga',
    cause:
      'Your backend passed on “This operation was aborted”: its SDK’s limit (10 s per request unless set) passed without an answer of /client-secrets or /ice-config. The status 500 beside it is the SDK’s, not Orga’s.',
    remedy:
      'On the machine of the backend, check that outbound HTTPS to the API is allowed; then raise timeout in OrgaAIConfig, and try again.',
    causedBy: { step: 'token', entry: 'e4' },
    evidence: [
      {
        entry: 'e4',
        says: `GET /api/orga-client-secrets: your backend answered 500 and passed on 500, “${message}”`,
      },
    ],
    ruledOut: [
      {
        code: 'OrgaAIServerError',
        variant: '500',
        title: 'Orga’s service failed inside',
        because: 'the message says that there was no HTTP response',
      },
      {
        code: 'backend.silent',
        variant: 'no-response',
        title: 'Your session endpoint did not answer',
        because: 'the backend itself did answer',
      },
    ],
    discrepancies: [identifier, clientSdk],
    action: 'retry-with-backoff',
  });
});

test.each([
  [
    'headers',
    'Your session endpoint sent nothing within 25 s. That limit is ours: the SDK would wait for ever, and startSession() would never settle.',
  ],
  [
    'body',
    'Your session endpoint sent headers, then no end of the body within 25 s. That limit is ours: the SDK would wait for ever.',
  ],
] as const)('a session endpoint without %s in time is silent, not timeout_error', (phase, cause) => {
  const log = logOf(
    'backend',
    request('session'),
    restError('session', { reason: 'timeout', limit: 25_000, phase }),
    ...ended('token', 'e3'),
  );
  expect(diagnose(log)).toMatchObject([{ code: 'backend.silent', variant: 'no-response', cause }]);
});
