import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import {
  ended,
  envelope,
  logOf,
  refused,
  request,
  response,
  restError,
} from '../diagnosis/testing/literalLog.ts';
import type { RestFailure } from '../session/failure.ts';
import type { Endpoint } from '../session/log.ts';
import { stepOfEndpoint } from '../session/stepOfEndpoint.ts';

type BadReply = Extract<RestFailure, { readonly reason: 'bad-reply' }>;

function unusable(endpoint: Endpoint, failure: Partial<BadReply>) {
  return diagnose(
    logOf(
      endpoint === 'session' ? 'backend' : 'rest',
      request(endpoint),
      response(failure.status ?? 200),
      restError(endpoint, {
        reason: 'bad-reply',
        status: 200,
        problem: 'html',
        fields: [],
        reading: { format: 'text', answeredBy: 'unknown' },
        ...failure,
      }),
      ...ended(stepOfEndpoint[endpoint], 'e4'),
    ),
  );
}

const serverError = {
  code: 'OrgaAIServerError',
  variant: '500',
  title: 'Orga’s service failed inside',
};

test('a web page in the place of the token', () => {
  expect(unusable('client-secrets', { status: 201, problem: 'html' })).toEqual([
    {
      code: 'reply.unusable',
      variant: 'html',
      certainty: 'proved',
      actor: 'orga',
      title: 'The reply is a web page',
      cause:
        'The 201 of /client-secrets is HTML: another server, a single-page app’s fallback, a captive portal or a login page answered.',
      remedy:
        'Check the address; a path that the server does not know is often answered with the app’s own page.',
      causedBy: { step: 'token', entry: 'e4' },
      evidence: [
        { entry: 'e3', says: 'the body as it came' },
        {
          entry: 'e4',
          says: 'POST /v1/realtime/client-secrets was answered 201, but the reply cannot be used: html',
        },
      ],
      ruledOut: [{ ...serverError, because: 'the status was 201' }],
      discrepancies: [],
    },
  ]);
});

test.each([
  ['calls', 'empty', 'The 200 of /calls has no body.', 'orga'],
  ['ice-config', 'truncated', 'The 200 of /ice-config ends in the middle of the JSON.', 'orga'],
  ['session', 'not-json', 'The 200 of your session endpoint is not JSON.', 'backend'],
] as const)('a 200 of %s with the problem %s', (endpoint, problem, cause, actor) => {
  expect(unusable(endpoint, { problem })).toMatchObject([
    { code: 'reply.unusable', variant: problem, cause, actor },
  ]);
});

test('what a backend could not read of Orga’s reply', () => {
  const message = 'Failed to get session config: Unexpected end of JSON input';
  const reading = { format: 'sdk-text', answeredBy: 'backend', passedOn: { message } } as const;
  expect(diagnose(refused('session', 500, reading))).toEqual([
    {
      code: 'reply.unusable',
      variant: 'empty',
      certainty: 'proved',
      actor: 'backend',
      title: 'The reply is empty',
      cause:
        'Your backend passed on “Unexpected end of JSON input”: what it got from Orga’s address with a success status has no body. The status 500 beside it is the SDK’s, not Orga’s.',
      remedy:
        'In your backend, check baseUrl and log the body of that reply. Look for a route that ends without sending its result, or for a proxy that strips bodies.',
      causedBy: { step: 'token', entry: 'e4' },
      evidence: [
        {
          entry: 'e4',
          says: `GET /api/orga-client-secrets: your backend answered 500 and passed on “${message}”`,
        },
      ],
      ruledOut: [{ ...serverError, because: 'the message says that the reply could not be read' }],
      discrepancies: [],
    },
  ]);
});

test('a reply that is larger than this debugger reads', () => {
  const size = { bytes: 6_606_028, limit: 5_242_880 };
  expect(unusable('calls', { problem: 'too-large', size })).toEqual([
    {
      code: 'reply.unusable',
      variant: 'too-large',
      certainty: 'proved',
      actor: 'orga',
      title: 'The reply is larger than this debugger reads',
      cause:
        'The 200 of /calls is too large: 6.3 MiB (6,606,028 bytes). This debugger reads 5 MiB of a reply; the limit is its own, but an SDP answer has some thousand bytes otherwise.',
      remedy:
        'Find out what makes the reply so large: another file that is served, or a loop that repeats itself.',
      causedBy: { step: 'call', entry: 'e4' },
      evidence: [
        { entry: 'e3', says: 'the beginning of the body' },
        {
          entry: 'e4',
          says: 'POST /v1/realtime/calls was answered 200, but the reply cannot be used: too large',
        },
      ],
      ruledOut: [
        {
          code: 'reply.unusable',
          variant: 'truncated',
          title: 'The reply is cut off',
          because: 'the rest came; it was not read',
        },
      ],
      discrepancies: [],
    },
  ]);
  const [fromBackend] = unusable('session', { problem: 'too-large', size });
  expect(fromBackend?.actor).toBe('backend');
  expect(fromBackend?.cause).toMatch(/but it has some hundred bytes otherwise\.$/);
});

test('an error in a 200', () => {
  const reading = envelope('No such voice', { type: 'server_error' });
  expect(unusable('calls', { problem: 'error-body', reading })).toEqual([
    {
      code: 'reply.unusable',
      variant: 'error-with-200',
      certainty: 'proved',
      actor: 'orga',
      title: 'The reply says 200 and holds an error',
      cause:
        '/calls answered 200 with an error as its body: server_error, “No such voice”. Whoever only checks the status takes it for success.',
      remedy: 'Treat the body as the error that it is, and report the wrong status.',
      causedBy: { step: 'call', entry: 'e4' },
      evidence: [
        { entry: 'e3', says: 'status and body contradict each other' },
        {
          entry: 'e4',
          says: 'POST /v1/realtime/calls was answered 200, but the reply cannot be used: error body',
        },
      ],
      ruledOut: [],
      discrepancies: [],
    },
  ]);
  expect(unusable('session', { problem: 'error-body' })[0]).toMatchObject({
    actor: 'backend',
    cause:
      'Your session endpoint answered 200 with an error as its body. Whoever only checks the status takes it for success.',
    remedy:
      'In your backend, check response.ok after each request to Orga and answer an error with an error status.',
  });
});
