import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { ended, logOf, refused, request, restError } from '../diagnosis/testing/literalLog.ts';
import { sameFailure, unanswered } from '../diagnosis/testing/literalLook.ts';
import type { LogEntry } from '../session/log.ts';

const error = { name: 'TypeError', message: 'Failed to fetch' };

function first(log: readonly LogEntry[]) {
  return diagnose(log)[0];
}

test('a host that does not answer twice is unreachable', () => {
  expect(diagnose(unanswered({ result: 'failed' }))).toEqual([
    {
      code: 'network.unreachable',
      variant: 'no-response',
      certainty: 'proved',
      actor: 'network',
      title: 'The browser got no HTTP response',
      cause:
        'The request to your session endpoint (app.example) failed without a status: “Failed to fetch”. The host refused, cannot be found or cannot be reached, or its certificate is not trusted: a second request, in which CORS has no say, failed as well.',
      remedy:
        'Open the address in a tab of its own: if that fails too, it is the network, the host name or the certificate. Ad blockers and offline mode do the same.',
      causedBy: { step: 'token', entry: 'e3' },
      evidence: [
        { entry: 'e2', says: 'the request that got no response' },
        { entry: 'e4', says: 'Second look at /api: no answer either' },
        sameFailure,
      ],
      ruledOut: [
        {
          code: 'timeout_error',
          variant: 'no-response',
          title: 'No HTTP response came in time',
          because: 'the request failed by itself, before the limit',
        },
        {
          code: 'network.cors',
          variant: 'no-headers',
          title: 'The reply lacks the CORS headers that this page needs',
          because: 'a request in which CORS has no say failed too',
        },
      ],
      discrepancies: [],
      action: 'retry-with-backoff',
    },
  ]);
});

test('without a second look CORS stays possible, unless the request stayed on its origin', () => {
  const failed = (crossOrigin: boolean) =>
    logOf(
      'rest',
      request('calls', { crossOrigin }),
      restError('calls', { reason: 'unreachable', error }),
      ...ended('call', 'e3'),
    );
  const across = first(failed(true));
  expect(across?.cause).toContain(', or it answered without access-control-allow-origin, as gateways do');
  expect(across?.remedy).toContain('; if it answers, its CORS headers are missing. Ad blockers');
  const within = first(failed(false));
  expect(within?.cause).toMatch(/cannot be found or cannot be reached\.$/);
  expect(within?.remedy).toContain('or the certificate. Ad blockers');
});

test.each([
  [
    'fetch failed',
    'Your backend passed on “fetch failed”: its request to Orga got no HTTP response (connection refused or reset, host not found, TLS). The status 500 beside it is the SDK’s, not Orga’s.',
    'On the machine of the backend, check DNS, firewall and proxy settings (curl to the API’s host shows it), and baseUrl.',
    'retry-with-backoff',
  ],
  [
    'Failed to parse URL from api/x',
    'Your backend passed on “Failed to parse URL from api/x”: the SDK’s baseUrl is not an absolute URL, so nothing was sent.',
    'Set baseUrl to the origin with its scheme, or leave it out.',
    undefined,
  ],
] as const)('a backend that says “%s” did not reach Orga', (text, cause, remedy, action) => {
  const message = `Failed to get session config: ${text}`;
  const passedOn = { code: 'SERVER_ERROR', status: 500, message };
  expect(diagnose(refused('session', 502, { format: 'json', answeredBy: 'backend', passedOn }))).toEqual([
    {
      code: 'network.unreachable',
      variant: 'fetch-failed',
      certainty: 'proved',
      actor: 'backend',
      title: 'Your backend could not reach Orga',
      cause,
      remedy,
      causedBy: { step: 'token', entry: 'e4' },
      evidence: [
        {
          entry: 'e4',
          says: `GET /api/orga-client-secrets: your backend answered 502 and passed on SERVER_ERROR, 500, “${message}”`,
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
          code: 'network.unreachable',
          variant: 'no-response',
          title: 'The browser got no HTTP response',
          because: 'the backend itself did answer',
        },
      ],
      discrepancies: [],
      ...(action !== undefined && { action }),
    },
  ]);
});
