import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { envelope, refused } from '../diagnosis/testing/literalLog.ts';

const ruledOut = [
  {
    code: 'OrgaAIServerError',
    variant: '503',
    title: 'Orga’s service is unavailable for now',
    because: 'a 429 is about how often you ask, not about the service’s health',
  },
];

const discrepancies = [
  {
    topic: 'A 429',
    catalogue: 'The specification has no row for it.',
    observed: 'The Node SDK throws OrgaAIServerError with status 429 and does not read Retry-After.',
  },
];

test('a 429 of the call that says how long to wait', () => {
  const log = refused('calls', 429, envelope('Slow down'), { response: { retryAfter: 7 } });
  expect(diagnose(log)).toEqual([
    {
      code: 'service.rate-limited',
      variant: 'retry-after',
      certainty: 'proved',
      actor: 'browser',
      title: 'Too many requests; the reply says how long to wait',
      cause: '/calls answered 429: too many requests in too short a time. It asks to wait 7 s.',
      remedy: 'Retry after 7 s, not earlier. Look for a loop that asks for tokens or retries at once.',
      causedBy: { step: 'call', entry: 'e4' },
      evidence: [
        { entry: 'e3', says: 'the reply and its headers' },
        {
          entry: 'e4',
          says: 'POST /v1/realtime/calls was answered 429, invalid_request_error, “Slow down”',
        },
      ],
      ruledOut,
      discrepancies,
    },
  ]);
});

test('a 429 that a backend met and passed on', () => {
  const message = 'Failed to fetch ephemeral token: Too Many Requests';
  const passedOn = { status: 429, message };
  expect(diagnose(refused('session', 500, { format: 'sdk-text', answeredBy: 'backend', passedOn }))).toEqual([
    {
      code: 'service.rate-limited',
      variant: 'no-retry-after',
      certainty: 'proved',
      actor: 'backend',
      title: 'Too many requests; the reply does not say how long to wait',
      cause:
        '/client-secrets answered your backend 429: too many requests in too short a time. No Retry-After could be read: it was not sent, not passed on, or not exposed across origins.',
      remedy:
        'Wait a minute before the next request, and longer each time it is refused. Look for a loop that asks for tokens or retries at once.',
      causedBy: { step: 'token', entry: 'e4' },
      evidence: [
        {
          entry: 'e4',
          says: `GET /api/orga-client-secrets: your backend answered 500 and passed on 429, “${message}”`,
        },
      ],
      ruledOut,
      discrepancies,
    },
  ]);
});

test('a Retry-After of another status is no rate limit', () => {
  const log = refused('calls', 503, envelope('Later'), { response: { retryAfter: 7 } });
  expect(diagnose(log).map(({ code }) => code)).toEqual(['OrgaAIServerError']);
});
