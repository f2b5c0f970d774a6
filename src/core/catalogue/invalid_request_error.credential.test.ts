import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { envelope, refused } from '../diagnosis/testing/literalLog.ts';
import type { CredentialFacts, Endpoint, LogEntry } from '../session/log.ts';

function ids(log: readonly LogEntry[]) {
  return diagnose(log).map(({ code, variant }) => `${code}/${variant}`);
}

const noHeader = {
  code: 'invalid_request_error',
  variant: 'no-authorization',
  title: 'No Authorization header was sent',
  because: 'an Authorization header was sent',
};

const noToken = {
  code: 'invalid_ephemeral_token',
  variant: 'unexplained',
  title: 'The service refused the token, and nothing seen here explains it',
  because: '/client-secrets takes no ephemeral token',
};

const startSession = {
  topic: 'What startSession() rejects with',
  catalogue: 'startSession() rejects with the same message.',
  observed:
    'startSession() always rejects with ConnectionError “Failed to start session”. The status reaches onError only, the message of the reply nowhere.',
};

const wrongKey = {
  topic: 'A wrong API key',
  catalogue: 'message is a human-readable summary.',
  observed: 'The documented 401 of client-secrets has a whole second envelope inside message.',
};

const newToken = {
  topic: 'The remedy',
  catalogue: 'Regenerate an ephemeral token and retry.',
  observed: 'A new token cures neither a malformed request nor a wrong API key.',
};

test('an API key that the service refuses', () => {
  const reading = envelope('Incorrect or inactive API key provided.', { nested: true });
  const credential = { kind: 'api-key', name: 'api-key#1' } as const;
  expect(diagnose(refused('client-secrets', 401, reading, { credential }))).toEqual([
    {
      code: 'invalid_request_error',
      variant: 'wrong-key',
      certainty: 'proved',
      actor: 'backend',
      title: 'The API key is wrong or inactive',
      cause:
        '/client-secrets refused api-key#1 and says “Incorrect or inactive API key provided.” (inside a second envelope).',
      remedy:
        'Copy the API key anew from the Orga dashboard, whole and without spaces, and make sure that it is active. A token cannot be had without it.',
      causedBy: { step: 'token', entry: 'e4' },
      evidence: [
        { entry: 'e2', says: 'the API key was sent here' },
        {
          entry: 'e4',
          says: 'POST /v1/realtime/client-secrets was answered 401, invalid_request_error, “Incorrect or inactive API key provided.”',
        },
      ],
      ruledOut: [
        {
          code: 'invalid_request_error',
          variant: 'token-as-key',
          title: 'An ephemeral token was sent where the API key belongs',
          because: 'what was sent is no JWT',
        },
        noToken,
        noHeader,
      ],
      discrepancies: [startSession, wrongKey, newToken],
    },
  ]);
});

test('a key that looks like none of this service’s', () => {
  const credential = { kind: 'other' } as const;
  const reading = { format: 'json', answeredBy: 'orga' } as const;
  expect(diagnose(refused('client-secrets', 401, reading, { credential }))[0]).toMatchObject({
    variant: 'wrong-key',
    certainty: 'likely',
    cause:
      '/client-secrets refused the API key. What was sent does not look like an API key of this service (sk_orga_ai_…).',
  });
});

test('a token in the place of the key', () => {
  const credential = { kind: 'token', name: 'token#1' } as const;
  const log = refused('client-secrets', 401, envelope('No'), { credential });
  expect(diagnose(log)).toEqual([
    {
      code: 'invalid_request_error',
      variant: 'token-as-key',
      certainty: 'proved',
      actor: 'backend',
      title: 'An ephemeral token was sent where the API key belongs',
      cause:
        '/client-secrets hands tokens out and wants the API key (sk_orga_ai_…); it was sent token#1, a JWT.',
      remedy:
        'Send the API key to /client-secrets, from your backend; the token goes to /ice-config and /calls.',
      causedBy: { step: 'token', entry: 'e4' },
      evidence: [
        { entry: 'e2', says: 'the credential is a JWT' },
        {
          entry: 'e4',
          says: 'POST /v1/realtime/client-secrets was answered 401, invalid_request_error, “No”',
        },
      ],
      ruledOut: [
        {
          code: 'invalid_request_error',
          variant: 'wrong-key',
          title: 'The API key is wrong or inactive',
          because: 'what was sent is a JWT',
        },
        noToken,
        noHeader,
      ],
      discrepancies: [startSession, wrongKey, newToken],
    },
  ]);
});

test.each<readonly [Endpoint, number, CredentialFacts['kind'], object]>([
  [
    'calls',
    401,
    'api-key',
    {
      variant: 'api-key',
      actor: 'browser',
      cause: '/calls wants the ephemeral token and was sent the permanent API key (api-key#7).',
      remedy:
        'Send the ephemeral_token that /client-secrets answered. And the key must never reach a browser: withdraw this one and make a new one.',
    },
  ],
  [
    'ice-config',
    403,
    'api-key',
    {
      variant: 'api-key',
      actor: 'backend',
      cause: '/ice-config wants the ephemeral token and was sent the permanent API key (api-key#7).',
      remedy: 'Send the ephemeral_token that /client-secrets answered.',
    },
  ],
  [
    'calls',
    403,
    'none',
    {
      variant: 'no-authorization',
      actor: 'browser',
      cause:
        'The request to /calls carried no Authorization header, and the service answered 403, “Not authenticated”.',
      remedy:
        'Send “Authorization: Bearer ” with the ephemeral token. A redirect or a proxy can also drop the header on the way.',
    },
  ],
  [
    'client-secrets',
    403,
    'none',
    {
      variant: 'no-authorization',
      actor: 'backend',
      cause:
        'The request to /client-secrets carried no Authorization header, and the service answered 403, “Not authenticated”.',
      remedy:
        'Send “Authorization: Bearer ” with the API key. A redirect or a proxy can also drop the header on the way.',
    },
  ],
  [
    'ice-config',
    401,
    'other',
    {
      variant: 'not-a-token',
      actor: 'backend',
      cause:
        'The credential sent to /ice-config is neither a JWT, as every ephemeral token is, nor an API key.',
      action: 'new-token-and-retry',
    },
  ],
])('at %s, a %i to a credential of the kind %s', (endpoint, status, kind, said) => {
  const credential = { kind, name: `${kind}#7` };
  const log = refused(endpoint, status, envelope('Not authenticated'), { credential });
  expect(diagnose(log)).toMatchObject([
    {
      code: 'invalid_request_error',
      certainty: 'proved',
      evidence: [{ entry: 'e2' }, { entry: 'e4' }],
      ...said,
    },
  ]);
});

test('a 403 to a key is a matter of its scope, not a wrong key', () => {
  expect(ids(refused('client-secrets', 403, envelope('No')))).toEqual(['invalid_request_error/other']);
});

test.each(['api-key', 'none'] as const)('a web page that answers %s has judged no credential', (kind) => {
  const html = { format: 'html', answeredBy: 'unknown' } as const;
  expect(ids(refused('client-secrets', 401, html, { credential: { kind } }))).not.toContain(
    'invalid_request_error/wrong-key',
  );
  expect(ids(refused('client-secrets', 401, html, { credential: { kind: 'token' } }))).not.toContain(
    'invalid_request_error/token-as-key',
  );
});
