import type { CatalogueEntry } from './entry.ts';
import { orgaHttp, quoted, whatCameBack } from './reply.ts';

export const orgaAIAuthenticationError = {
  code: 'OrgaAIAuthenticationError',
  origin: 'specification',
  title: 'Your backend’s API key was refused or is not set',
  cause: 'The backend asks /client-secrets for a token with its permanent API key, and did not get one.',
  remedy: 'Set ORGA_API_KEY in the environment of the backend to an active key, and restart it.',
  surfaces: [{ step: 'token', route: 'backend', statuses: [401, 403] }],
  specification: {
    surfaces: 'Node SDK (`@orga-ai/node`)',
    statuses: '401 / 403',
    description: 'Permanent API key is invalid or missing',
    recommendedAction: 'Verify that `ORGA_API_KEY` is correctly set in the environment',
  },
  discrepancies: [
    {
      topic: 'A 403',
      catalogue: 'A 401 or 403 is thrown as OrgaAIAuthenticationError.',
      observed: 'Only a 401 of client-secrets is. A 403 is thrown as OrgaAIServerError with status 403.',
      variants: ['403'],
    },
    {
      topic: 'A key that is not set',
      catalogue: 'A missing API key is an OrgaAIAuthenticationError.',
      observed:
        'new OrgaAI() throws the base class OrgaAIError, “API key is required”, without status and code.',
      variants: ['no-key'],
    },
    {
      topic: 'name',
      catalogue: 'Check the instanceof chain.',
      observed: 'That is the only way: name is “OrgaAIError” for every class.',
      variants: ['401'],
    },
  ],
  variants: {
    401: {
      title: 'The API key of your backend is wrong or inactive',
      actor: 'backend',
      specificity: 82,
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, 401);
        if (trouble?.at !== 'client-secrets' || !trouble.forwarded) return undefined;
        return {
          certainty: 'proved',
          cause: `/client-secrets answered your backend 401; it passed on ${quoted(trouble.reading.passedOn?.message ?? trouble.reading.message) || 'the class of the error'}. The published SDK’s text names key and email, but an unknown email is a 404: this is about the key.`,
          remedy:
            'In the backend’s environment, set ORGA_API_KEY to an active key, whole, without quotes or spaces, and restart it.',
          evidence: [whatCameBack(evidence)],
          ruledOut: [
            {
              code: 'backend.login-required',
              variant: 'refused',
              because: 'the reply speaks of the API key, so the app let this request in',
            },
            {
              code: 'invalid_ephemeral_token',
              variant: 'unexplained',
              because: 'ice-config’s 401 would be passed on as “Failed to fetch ICE servers”',
            },
          ],
        };
      },
    },
    403: {
      title: 'The API key of your backend may not ask for tokens',
      actor: 'backend',
      specificity: 82,
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, 403);
        if (trouble?.at !== 'client-secrets' || !trouble.forwarded) return undefined;
        return {
          certainty: 'likely',
          cause:
            '/client-secrets answered your backend 403: the key was read and is not allowed to do this. Older documentation calls it a scope mismatch.',
          remedy: 'Use a key of the right project and scope in ORGA_API_KEY; make a new one if in doubt.',
          evidence: [whatCameBack(evidence)],
          ruledOut: [
            {
              code: 'OrgaAIAuthenticationError',
              variant: '401',
              because: 'an unknown or inactive key is answered 401',
            },
            {
              code: 'backend.login-required',
              variant: 'refused',
              because: 'the reply carries the SDK’s error, so the app let this request in',
            },
          ],
        };
      },
    },
    'no-key': {
      title: 'Your backend has no API key',
      actor: 'backend',
      specificity: 90,
      recognise: (evidence) => {
        const { trouble } = evidence;
        if (trouble.what !== 'setup' || trouble.lacks !== 'api-key') return undefined;
        return {
          certainty: 'proved',
          cause: `@orga-ai/node refused to start in your backend: ${quoted(trouble.text)}. Nothing was sent to Orga.`,
          remedy:
            'Set ORGA_API_KEY in the environment in which the backend really runs (also in the deployment, not only in a local .env), and restart it.',
          evidence: [whatCameBack(evidence)],
          ruledOut: [
            { code: 'OrgaAIAuthenticationError', variant: '401', because: 'no key was there to be refused' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
