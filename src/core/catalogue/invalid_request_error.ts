import type { CatalogueEntry } from './entry.ts';
import { credentialVariants } from './invalid_request_error.credential.ts';
import { requestVariants } from './invalid_request_error.request.ts';

export const invalidRequestError = {
  code: 'invalid_request_error',
  origin: 'specification',
  title: 'The service did not accept the request or its credential',
  cause:
    'One type stands for two things, and the status tells them apart: 400 is about the request itself, 401 and 403 are about the credential that it carried.',
  remedy:
    'With 400, correct the request. With 401 or 403, send the right credential: the API key to /client-secrets, the ephemeral token to /ice-config and /calls.',
  surfaces: [
    { step: 'token', statuses: [400, 401] },
    { step: 'ice-config', statuses: [400, 401, 403] },
    { step: 'call', statuses: [400, 401, 403] },
  ],
  specification: {
    surfaces: 'REST (`/v1/realtime/client-secrets`, `/v1/realtime/ice-config`, `/v1/realtime/calls`)',
    statuses: '400 / 401',
    description: 'Request is malformed or the bearer token is invalid/expired',
    recommendedAction: 'Regenerate an ephemeral token via `client-secrets` and retry',
  },
  discrepancies: [
    {
      topic: 'What startSession() rejects with',
      catalogue: 'startSession() rejects with the same message.',
      observed:
        'startSession() always rejects with ConnectionError “Failed to start session”. The status reaches onError only, the message of the reply nowhere.',
    },
    {
      topic: 'A missing Authorization header',
      catalogue: 'invalid_request_error comes with 400 or 401.',
      observed:
        'Without an Authorization header the service is documented to answer 403 “Not authenticated”.',
      variants: ['no-authorization'],
    },
    {
      topic: 'A wrong API key',
      catalogue: 'message is a human-readable summary.',
      observed: 'The documented 401 of client-secrets has a whole second envelope inside message.',
      variants: ['wrong-key', 'token-as-key'],
    },
    {
      topic: 'The remedy',
      catalogue: 'Regenerate an ephemeral token and retry.',
      observed: 'A new token cures neither a malformed request nor a wrong API key.',
      variants: ['malformed', 'wrong-key', 'token-as-key', 'offer', 'param'],
    },
    {
      topic: 'logLevel: ‘debug’',
      catalogue: 'The client SDK then shows the reason that /v1/realtime/calls returned.',
      observed: 'It logs status and reason phrase; the body of the reply is never read.',
      variants: ['offer', 'param'],
    },
  ],
  variants: { ...requestVariants, ...credentialVariants },
} as const satisfies CatalogueEntry;
