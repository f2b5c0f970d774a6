import type { Evidence, Trouble } from '../diagnosis/evidence.ts';
import type { Endpoint } from '../session/log.ts';
import type { CatalogueEntry, Finding } from './entry.ts';
import { endpointName, quoted, whatCameBack, whatWasAnswered } from './reply.ts';

export const replyIncomplete = {
  code: 'reply.incomplete',
  origin: 'debugger',
  title: 'The reply is JSON, but not what was promised',
  cause: 'A field that the next step needs is absent, or has another name or shape.',
  remedy: 'Compare the reply with the documented one, field by field.',
  surfaces: [
    { step: 'token', statuses: [200] },
    { step: 'ice-config', route: 'rest', statuses: [200] },
    { step: 'call', statuses: [200] },
  ],
  variants: {
    'token-absent': {
      title: 'The reply has no token',
      actor: 'backend',
      specificity: 68,
      recognise: (evidence) => {
        const trouble = lacks(evidence, /token/i, ['client-secrets', 'session']);
        if (trouble === undefined) return undefined;
        const fromBackend = trouble.at === 'session';
        return finding(evidence, {
          actor: fromBackend || trouble.forwarded ? 'backend' : 'orga',
          cause: `The reply of ${endpointName(trouble.at)} lacks ${named(trouble)}${trouble.forwarded ? ` (${quoted(trouble.text)})` : ''}. Code that does not check goes on with “Bearer undefined” and is refused one step later.`,
          remedy: fromBackend
            ? 'In your backend, check response.ok before reading the token, and answer {ephemeralToken, iceServers}.'
            : 'Check that ephemeral_token is in the reply before going on, and report the reply if it is not.',
        });
      },
    },
    'answer-absent': {
      title: 'The reply has no SDP answer',
      actor: 'orga',
      specificity: 69,
      recognise: (evidence) => {
        const trouble = lacks(evidence, /^answer/, ['calls']);
        if (trouble === undefined) return undefined;
        return finding(evidence, {
          cause: `/calls answered ${trouble.status} without ${named(trouble)}: there is nothing to connect to. The SDK says “missing answer or conversation_id” for either.`,
          remedy: 'Try a new session; report the reply with its correlation id if it stays.',
        });
      },
    },
    'conversation-id-absent': {
      title: 'The reply has no conversation id',
      actor: 'orga',
      specificity: 68,
      recognise: (evidence) => {
        const trouble = lacks(evidence, /^conversation_id/, []);
        if (trouble === undefined) return undefined;
        return finding(evidence, {
          cause: `/calls answered ${trouble.status} without ${named(trouble)}. The answer alone would connect, but the SDK refuses it: “missing answer or conversation_id”.`,
          remedy: 'Try a new session; report the reply with its correlation id if it stays.',
        });
      },
    },
    'ice-servers-shape': {
      title: 'iceServers is absent or has the wrong shape',
      actor: 'backend',
      specificity: 67,
      recognise: (evidence) => {
        const trouble = lacks(evidence, /ice/i, ['ice-config']);
        if (trouble === undefined) return undefined;
        const fromBackend = trouble.at === 'session';
        return finding(evidence, {
          actor: fromBackend || trouble.forwarded ? 'backend' : 'orga',
          cause: `The reply of ${endpointName(trouble.at)} has ${named(trouble)} absent or in another shape than a list of ICE servers. ${
            fromBackend
              ? 'A response object in its place, as the README’s sample sends it when ice-config fails, does the same.'
              : 'An older API version answered a bare array; the Node SDK then hands on no iceServers, without a word.'
          }`,
          remedy: fromBackend
            ? 'Answer iceServers as the array that ice-config gave: [{urls, username, credential}, …].'
            : 'Read iceServers from {iceServers: […]}; check the API version behind the base URL if the reply is a bare array.',
        });
      },
    },
    'snake-case': {
      title: 'The backend answers in snake_case',
      actor: 'backend',
      specificity: 69,
      recognise: (evidence) => {
        const { trouble } = evidence;
        if (trouble.what !== 'bad-reply' || trouble.problem !== 'snake-case') return undefined;
        return finding(evidence, {
          cause: `The reply of ${endpointName(trouble.at)} lacks ${named(trouble)} and has Orga’s own spelling instead (ephemeral_token). The client SDK reads ephemeralToken and iceServers, and calls the reply invalid.`,
          remedy:
            'Answer {ephemeralToken: reply.ephemeral_token, iceServers: …} instead of handing the reply on as it is.',
        });
      },
    },
  },
} as const satisfies CatalogueEntry;

type BadReply = Extract<Trouble, { readonly what: 'bad-reply' }>;

/** A reply that lacks such a field, or, where no field of ours is named, one of an endpoint that stands for it. */
function lacks({ trouble }: Evidence, field: RegExp, standsFor: readonly Endpoint[]): BadReply | undefined {
  if (trouble.what !== 'bad-reply') return undefined;
  if (trouble.problem !== 'field-absent' && trouble.problem !== 'wrong-shape') return undefined;
  if (trouble.fields.some((name) => field.test(name))) return trouble;
  const known = trouble.fields.some((name) => /token|^answer|^conversation_id|ice/i.test(name));
  return !known && standsFor.includes(trouble.at) ? trouble : undefined;
}

function named({ fields }: BadReply): string {
  return fields.length === 0 ? 'a field' : fields.join(' and ');
}

function finding(evidence: Evidence, said: Pick<Finding, 'cause' | 'remedy'> & Partial<Finding>): Finding {
  return {
    certainty: 'proved',
    evidence: [...whatWasAnswered(evidence, 'the body as it came'), whatCameBack(evidence)],
    ...said,
  };
}
