import type { Evidence } from '../diagnosis/evidence.ts';
import type { CredentialFacts } from '../session/log.ts';
import { credentialLookAlikes } from './credentialLookAlikes.ts';
import type { Variant } from './entry.ts';
import { type HttpTrouble, orgaHttp, quoted, whatCameBack, whatWasSent } from './reply.ts';

/** The variants that are about the credential that the request carried. */
export const credentialVariants = {
  'wrong-key': {
    title: 'The API key is wrong or inactive',
    actor: 'backend',
    specificity: 80,
    recognise: (evidence) => {
      const trouble = refusedAtTokens(evidence);
      const kind = evidence.credential?.kind ?? 'api-key';
      if (trouble === undefined || (kind !== 'api-key' && kind !== 'other')) return undefined;
      const said = trouble.reading.message;
      const named = said !== undefined && /api key/i.test(said);
      return {
        certainty: named ? 'proved' : 'likely',
        cause: `/client-secrets refused ${evidence.credential?.name ?? 'the API key'}${said === undefined ? '' : ` and says ${quoted(said)}`}${trouble.reading.nested === true ? ' (inside a second envelope)' : ''}.${kind === 'other' ? ' What was sent does not look like an API key of this service (sk_orga_ai_…).' : ''}`,
        remedy:
          'Copy the API key anew from the Orga dashboard, whole and without spaces, and make sure that it is active. A token cannot be had without it.',
        evidence: [...whatWasSent(evidence, 'the API key was sent here'), whatCameBack(evidence)],
        ruledOut: keyLookAlikes(kind),
      };
    },
  },
  'token-as-key': {
    title: 'An ephemeral token was sent where the API key belongs',
    actor: 'backend',
    specificity: 95,
    recognise: (evidence) => {
      const trouble = refusedAtTokens(evidence);
      if (trouble === undefined || evidence.credential?.kind !== 'token') return undefined;
      return {
        certainty: 'proved',
        cause: `/client-secrets hands tokens out and wants the API key (sk_orga_ai_…); it was sent ${evidence.credential.name ?? 'a token'}, a JWT.`,
        remedy:
          'Send the API key to /client-secrets, from your backend; the token goes to /ice-config and /calls.',
        evidence: [...whatWasSent(evidence, 'the credential is a JWT'), whatCameBack(evidence)],
        ruledOut: keyLookAlikes('token'),
      };
    },
  },
  'api-key': {
    title: 'The API key was sent where the token belongs',
    actor: 'browser',
    specificity: 95,
    recognise: (evidence) => {
      const trouble = refusedWith(evidence, 'api-key');
      if (trouble === undefined) return undefined;
      return {
        certainty: 'proved',
        actor: trouble.at === 'calls' ? 'browser' : 'backend',
        cause: `/${trouble.at} wants the ephemeral token and was sent the permanent API key${evidence.credential?.name === undefined ? '' : ` (${evidence.credential.name})`}.`,
        remedy: `Send the ephemeral_token that /client-secrets answered.${trouble.at === 'calls' ? ' And the key must never reach a browser: withdraw this one and make a new one.' : ''}`,
        evidence: [...whatWasSent(evidence, 'the credential is an API key'), whatCameBack(evidence)],
        ruledOut: credentialLookAlikes(evidence),
      };
    },
  },
  'no-authorization': {
    title: 'No Authorization header was sent',
    actor: 'browser',
    specificity: 95,
    recognise: (evidence) => {
      const trouble = refusedWith(evidence, 'none') ?? refusedAtTokens(evidence);
      if (trouble === undefined || evidence.credential?.kind !== 'none') return undefined;
      const wanted = trouble.at === 'client-secrets' ? 'the API key' : 'the ephemeral token';
      return {
        certainty: 'proved',
        actor: trouble.at === 'calls' ? 'browser' : 'backend',
        cause: `The request to /${trouble.at} carried no Authorization header, and the service answered ${trouble.status}${trouble.reading.message === undefined ? '' : `, ${quoted(trouble.reading.message)}`}.`,
        remedy: `Send “Authorization: Bearer ” with ${wanted}. A redirect or a proxy can also drop the header on the way.`,
        evidence: [
          ...whatWasSent(evidence, 'no Authorization header among the headers'),
          whatCameBack(evidence),
        ],
        ruledOut: credentialLookAlikes(evidence),
      };
    },
  },
  'not-a-token': {
    title: 'What was sent as the token is no token',
    actor: 'browser',
    specificity: 94,
    recognise: (evidence) => {
      const trouble = refusedWith(evidence, 'other');
      if (trouble === undefined) return undefined;
      return {
        certainty: 'proved',
        actor: trouble.at === 'calls' ? 'browser' : 'backend',
        cause: `The credential sent to /${trouble.at} is neither a JWT, as every ephemeral token is, nor an API key.`,
        remedy:
          'Send the value of ephemeral_token itself: not the whole reply, not an id, not the token in quotes or cut short.',
        evidence: [...whatWasSent(evidence, 'the credential is not a JWT'), whatCameBack(evidence)],
        ruledOut: credentialLookAlikes(evidence),
        action: 'new-token-and-retry',
      };
    },
  },
} as const satisfies Readonly<Record<string, Variant>>;

/** 401 or 403 of client-secrets, met here. What a backend passed on of it is an OrgaAIAuthenticationError. */
function refusedAtTokens(evidence: Evidence): HttpTrouble | undefined {
  const trouble = orgaHttp(evidence, 401, 403);
  if (trouble?.at !== 'client-secrets' || trouble.forwarded || trouble.reading.format === 'html')
    return undefined;
  // A 403 is no wrong key, unless there was none.
  return trouble.status === 401 || evidence.credential?.kind === 'none' ? trouble : undefined;
}

/** 401 or 403 of ice-config or calls to a request that carried this kind of credential. */
function refusedWith(evidence: Evidence, kind: CredentialFacts['kind']): HttpTrouble | undefined {
  const trouble = orgaHttp(evidence, 401, 403);
  if (trouble === undefined || trouble.forwarded || trouble.at === 'client-secrets') return undefined;
  return evidence.credential?.kind === kind ? trouble : undefined;
}

function keyLookAlikes(kind: CredentialFacts['kind']) {
  const sent = kind === 'token' ? 'what was sent is a JWT' : 'what was sent is no JWT';
  return [
    kind === 'token'
      ? { code: 'invalid_request_error', variant: 'wrong-key', because: sent }
      : { code: 'invalid_request_error', variant: 'token-as-key', because: sent },
    {
      code: 'invalid_ephemeral_token',
      variant: 'unexplained',
      because: '/client-secrets takes no ephemeral token',
    },
    {
      code: 'invalid_request_error',
      variant: 'no-authorization',
      because: 'an Authorization header was sent',
    },
  ];
}
