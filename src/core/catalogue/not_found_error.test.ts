import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { envelope, refused, verdict } from '../diagnosis/testing/literalLog.ts';

const notFound = envelope('Not Found', { type: 'not_found_error' });

const noUser = {
  code: 'not_found_error',
  variant: 'user',
  title: 'The service knows no user with this email',
  because: 'the reply does not speak of a user',
};

function called(url: string) {
  return diagnose(refused('calls', 404, notFound, { url }));
}

test('a user that the service does not know', () => {
  const reading = envelope('User not found.', { type: 'not_found_error' });
  const url = 'https://api.orga-ai.com/v1/realtime/client-secrets?email=nobody%40example.com';
  expect(diagnose(refused('client-secrets', 404, reading, { url }))).toEqual([
    {
      code: 'not_found_error',
      variant: 'user',
      certainty: 'proved',
      actor: 'backend',
      title: 'The service knows no user with this email',
      cause: '/client-secrets says “User not found.”: the address was right, the email is not registered.',
      remedy:
        'Send the email of a registered user, spelt as registered. Current API versions need no email at all.',
      causedBy: { step: 'token', entry: 'e4' },
      evidence: [
        { entry: 'e2', says: 'the email that was sent' },
        {
          entry: 'e4',
          says: 'POST /v1/realtime/client-secrets was answered 404, not_found_error, “User not found.”',
        },
      ],
      ruledOut: [
        {
          code: 'not_found_error',
          variant: 'base-path',
          title: 'The path is not the one of the API',
          because: 'a wrong path is answered “Not Found”, this reply speaks of a user',
        },
      ],
      discrepancies: [],
    },
  ]);
});

test('a path that the API never had', () => {
  expect(called('https://api.orga-ai.com/api/v1/realtime/calls')).toEqual([
    {
      code: 'not_found_error',
      variant: 'base-path',
      certainty: 'proved',
      actor: 'browser',
      title: 'The path is not the one of the API',
      cause: 'The request went to /api/v1/realtime/calls; the API has /v1/realtime/calls.',
      remedy: 'Set the base URL to the origin alone, without a path; /v1/realtime/calls is added to it.',
      causedBy: { step: 'call', entry: 'e4' },
      evidence: [
        { entry: 'e2', says: 'the path is /api/v1/realtime/calls' },
        {
          entry: 'e4',
          says: 'POST /api/v1/realtime/calls was answered 404, not_found_error, “Not Found”',
        },
      ],
      ruledOut: [
        noUser,
        {
          code: 'not_found_error',
          variant: 'legacy-path',
          title: 'The address is one of an older API',
          because: 'this was never a path of the API',
        },
      ],
      discrepancies: [],
    },
  ]);
});

test('the right path at a host that is not the API’s', () => {
  const html = { format: 'html', answeredBy: 'unknown' } as const;
  const url = 'https://Shop.example/v1/realtime/ice-config';
  expect(diagnose(refused('ice-config', 404, html, { url }))).toMatchObject([
    {
      variant: 'base-path',
      certainty: 'likely',
      actor: 'backend',
      cause: 'The path is right, but what answered is not the API: shop.example is probably the wrong host.',
    },
  ]);
});

test('an address from the READMEs of 2025', () => {
  expect(called('https://api.orga-ai.com/realtime')).toEqual([
    {
      code: 'not_found_error',
      variant: 'legacy-path',
      certainty: 'proved',
      actor: 'browser',
      title: 'The address is one of an older API',
      cause: '/realtime is from the 2025 READMEs and is no longer served.',
      remedy: 'Use POST /v1/realtime/calls instead.',
      causedBy: { step: 'call', entry: 'e4' },
      evidence: [
        { entry: 'e2', says: 'the address is api.orga-ai.com/realtime' },
        { entry: 'e4', says: 'POST /realtime was answered 404, not_found_error, “Not Found”' },
      ],
      ruledOut: [noUser],
      discrepancies: [],
    },
  ]);
});

test.each([
  ['https://api.orga-ai.com/realtime/', '/realtime/', 'POST /v1/realtime/calls'],
  ['https://api.orga-ai.com/ice-config//?x=1', '/ice-config//', 'GET /v1/realtime/ice-config'],
  ['https://api.orga-ai.com/ephemeral-token', '/ephemeral-token', 'POST /v1/realtime/client-secrets'],
  [
    'https://staging.orga-ai.com/v1/realtime/calls/',
    'staging.orga-ai.com',
    'https://api.orga-ai.com/v1/realtime/calls',
  ],
  ['https://staging.orga-ai.com/realtime', 'staging.orga-ai.com', 'POST /v1/realtime/calls'],
])('%s: %s is no longer served', (url, what, modern) => {
  expect(called(url)).toMatchObject([
    {
      variant: 'legacy-path',
      cause: `${what} is from the 2025 READMEs and is no longer served.`,
      remedy: `Use ${modern} instead.`,
    },
  ]);
});

test.each(['/realtime/x', '/x/realtime', '//realtime'])('%s was never a path of the API', (path) => {
  expect(called(`https://api.orga-ai.com${path}`)).toMatchObject([{ variant: 'base-path' }]);
});

test('the documented path at the API itself has no better explanation', () => {
  expect(diagnose(refused('calls', 404, notFound))).toMatchObject([
    {
      variant: 'other',
      certainty: 'proved',
      cause: 'The path is the documented one, and the API itself answered that it knows nothing there.',
      remedy:
        'Check that the base URL belongs to the environment that you mean, and that its API version is the documented one.',
      evidence: [
        { entry: 'e2', says: 'the address that was used' },
        {
          entry: 'e4',
          says: 'POST /v1/realtime/calls was answered 404, not_found_error, “Not Found”',
        },
      ],
    },
  ]);
});

test('a 404 that a backend passed on leaves open what was not found', () => {
  const passedOn = { message: 'Failed to fetch ephemeral token: Not Found', status: 404 };
  const log = refused('session', 500, { format: 'sdk-text', answeredBy: 'backend', passedOn });
  expect(diagnose(log)).toMatchObject([
    {
      variant: 'other',
      certainty: 'likely',
      cause:
        'Your backend got a 404 from /client-secrets. The SDK does not read the reply, so it cannot tell an unknown email from a wrong base URL.',
      evidence: [{ entry: 'e4' }],
    },
  ]);
});

test('another status at a legacy path is not about the path', () => {
  const url = 'https://api.orga-ai.com/realtime';
  expect(verdict(refused('calls', 400, envelope('Malformed'), { url }))?.is).toBe(
    'invalid_request_error/malformed',
  );
});
