import type { Evidence } from '../diagnosis/evidence.ts';
import type { ValidationItem } from '../session/reply.ts';
import type { CatalogueEntry, Finding } from './entry.ts';
import { orgaHttp, placeOf, quoted, whatCameBack, whatWasSent } from './reply.ts';

export const missing = {
  code: 'missing',
  origin: 'specification',
  title: 'A required field is absent',
  cause: 'The service checked the request against its schema and names the field that is not there.',
  remedy: 'Supply the field that the reply names in loc.',
  surfaces: [
    { step: 'token', statuses: [422] },
    { step: 'call', statuses: [422] },
  ],
  specification: {
    surfaces: 'REST',
    statuses: '422',
    description: 'Required field absent in the query/body',
    recommendedAction: 'Supply the missing field (e.g. `offer`, `params`)',
  },
  discrepancies: [
    {
      topic: 'email',
      catalogue: 'Fields of the query can be required.',
      observed:
        'email was required by the older API and is sent by the published SDK; current documentation and the newer SDK have none.',
      variants: ['email'],
    },
    {
      topic: 'params',
      catalogue: 'Supply the missing field, for example params.',
      observed: 'The documentation calls params optional. The SDK always sends it.',
      variants: ['params'],
    },
  ],
  variants: {
    email: {
      title: 'The email is absent from the query',
      actor: 'backend',
      specificity: 78,
      recognise: (evidence) => {
        const { trouble } = evidence;
        if (trouble.what === 'setup' && trouble.lacks !== 'api-key') {
          return {
            certainty: 'proved',
            cause: `@orga-ai/node refused to start in your backend: ${quoted(trouble.text)}. The published version insists on a valid userEmail.`,
            remedy: 'Pass the email of a registered user as userEmail to new OrgaAI(…).',
            evidence: [whatCameBack(evidence)],
            causedBy: { step: 'token', entry: evidence.failing.id },
          };
        }
        const upstream = orgaHttp(evidence, 422);
        if (
          upstream?.forwarded === true &&
          upstream.at === 'client-secrets' &&
          absent(evidence) === undefined
        ) {
          return {
            certainty: 'likely',
            cause:
              '/client-secrets answered your backend 422: it found a required field absent. The only one that it knows is email; the newer SDK no longer sends it.',
            remedy: 'Use the SDK version that fits the API version, or add email to the query.',
            evidence: [whatCameBack(evidence)],
          };
        }
        return about(
          evidence,
          'email',
          '/client-secrets of this API version wants ?email=.',
          'Add ?email= with the email of a registered user, percent-encoded.',
        );
      },
    },
    offer: {
      title: 'The offer is absent from the body',
      actor: 'browser',
      specificity: 78,
      recognise: (evidence) =>
        about(
          evidence,
          'offer',
          '/calls needs the offer to answer it.',
          'Send {offer: {sdp, type, candidates}, params} and check that localDescription is set when the body is built: a field without a value vanishes from JSON.',
        ),
    },
    params: {
      title: 'params is absent from the body',
      actor: 'browser',
      specificity: 78,
      recognise: (evidence) =>
        about(
          evidence,
          'params',
          'This API version insists on params beside the offer.',
          'Send params with voice, model, temperature and the others, as the SDK does.',
        ),
    },
    body: {
      title: 'The request has no body',
      actor: 'browser',
      specificity: 78,
      recognise: (evidence) =>
        about(
          evidence,
          'body',
          '/calls got no body at all.',
          'Send the JSON body, with Content-Type: application/json; a redirect from POST to GET also loses it.',
        ),
    },
    other: {
      title: 'A required field is absent',
      actor: 'backend',
      specificity: 70,
      fallback: 'in-code',
      recognise: (evidence) => {
        const item = absent(evidence);
        return item === undefined
          ? undefined
          : finding(evidence, item, 'The service insists on it.', `Add ${placeOf(item)} to the request.`);
      },
    },
  },
} as const satisfies CatalogueEntry;

function absent(evidence: Evidence): ValidationItem | undefined {
  return orgaHttp(evidence, 422)?.reading.detail?.find((item) => item.type.endsWith('missing'));
}

function about(evidence: Evidence, field: string, why: string, remedy: string): Finding | undefined {
  const item = absent(evidence);
  return item?.loc.at(-1) === field ? finding(evidence, item, why, remedy) : undefined;
}

function finding(evidence: Evidence, item: ValidationItem, why: string, remedy: string): Finding {
  const place = placeOf(item);
  return {
    certainty: 'proved',
    cause: `The reply names ${place}${item.msg === '' ? '' : `, ${quoted(item.msg)}`}. ${why}`,
    remedy,
    evidence: [...whatWasSent(evidence, `${place} is not in it`), whatCameBack(evidence)],
    ruledOut: [
      { code: 'request.invalid', variant: 'json-invalid', because: 'the JSON itself could be read' },
      {
        code: 'invalid_request_error',
        variant: 'no-authorization',
        because: 'fields are checked after the credential, and that passed',
      },
    ],
  };
}
