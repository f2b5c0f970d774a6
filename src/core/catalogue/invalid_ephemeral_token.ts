import { credentialLookAlikes } from './credentialLookAlikes.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry, Finding } from './entry.ts';
import { endpointName, quoted, whatCameBack, whatWasSent } from './reply.ts';
import {
  expiredBetween,
  isExpired,
  lifetimeInWords,
  refusal,
  refusedToken,
  tokenProofs,
} from './tokenRefusal.ts';

export const invalidEphemeralToken = {
  code: 'invalid_ephemeral_token',
  origin: 'specification',
  title: 'The service refused the ephemeral token',
  cause:
    'A token opens one session, for as long as its exp says. The service answers an expired, a spent and an unknown token with the same 401, so only what is known locally tells them apart.',
  remedy: 'Fetch a new token for every session, just before it begins, and use it once.',
  surfaces: [
    { step: 'ice-config', statuses: [401] },
    { step: 'call', statuses: [401] },
  ],
  specification: {
    surfaces: 'REST (`ice-config`, `calls`)',
    statuses: '401',
    description: 'Ephemeral token expired or already consumed',
    recommendedAction: 'Fetch a new token for each session; tokens are single-use',
  },
  discrepancies: [
    {
      topic: 'The identifier on the wire',
      catalogue: 'The identifier is invalid_ephemeral_token.',
      observed:
        'The documented 401 says type “invalid_request_error” and code null, with the message “Invalid ephemeral token”. The identifier is derived from status, path and message.',
    },
    {
      topic: 'Single use',
      catalogue: 'Tokens are single-use.',
      observed:
        'The same token must pass ice-config and then the call, so it can only be spent by the successful call (inferred).',
    },
  ],
  variants: {
    expired: {
      title: 'The token had expired',
      actor: 'backend',
      specificity: 92,
      recognise: (evidence) => {
        const credential = refusedToken(evidence);
        if (credential === undefined || !isExpired(credential) || expiredBetween(evidence)) return undefined;
        const { name, expiredFor, expiredOnArrival, received, clock } = credential;
        const late = duration((expiredFor ?? 0) * 1_000);
        const from = received?.from;
        const handedOut = expiredOnArrival && (from === 'session' || from === 'client-secrets');
        return {
          certainty: expiredOnArrival && clock === 'local' ? 'likely' : 'proved',
          cause: handedOut
            ? `${name} had already expired when ${from === 'session' ? 'your session endpoint' : '/client-secrets'} handed it out: exp passed ${late} before this request${clock === 'local' ? ', if this computer’s clock is right' : ''}.`
            : `exp of ${name} passed ${late} before this request${lifetimeInWords(credential)}.`,
          remedy:
            handedOut && from === 'session'
              ? 'Let your session endpoint ask /client-secrets for a new token on every request, and cache none.'
              : 'Fetch a token just before the session begins, and use it at once. If a fresh token looks expired, check the clock.',
          evidence: [...tokenProofs(evidence, `exp passed ${late} before`), whatCameBack(evidence)],
          ...(received !== undefined && { causedBy: { step: 'token' as const, entry: received.id } }),
          ruledOut: credentialLookAlikes(evidence),
          ...(!handedOut && { action: 'new-token-and-retry' as const }),
        };
      },
    },
    used: {
      title: 'The token was already used',
      actor: 'backend',
      specificity: 91,
      recognise: (evidence) => {
        const { spentBy, name } = refusedToken(evidence) ?? {};
        if (spentBy === undefined) return undefined;
        const ago = duration(spentBy.ago);
        const where =
          spentBy.where === 'elsewhere'
            ? 'an earlier run or another tab of this origin'
            : `attempt ${spentBy.attempt}`;
        return {
          certainty: 'proved',
          actor: evidence.route === 'backend' ? 'browser' : 'backend',
          cause: `A token opens one session. The call in ${where} used ${name} ${ago} earlier and was answered ${spentBy.status}, which spent it.`,
          remedy: 'Fetch a new token for every session, also for a reconnect: do not keep the last one.',
          evidence: [
            { entry: spentBy.entry, says: `${name} opened a session here, ${ago} earlier` },
            ...whatWasSent(evidence, `${name} was sent again`),
            whatCameBack(evidence),
          ],
          ruledOut: credentialLookAlikes(evidence),
          action: 'new-token-and-retry',
        };
      },
    },
    'expired-between': {
      title: 'The token expired between ICE config and call',
      actor: 'browser',
      specificity: 93,
      recognise: (evidence) => {
        const credential = refusedToken(evidence);
        const passed = credential?.passedIceConfig;
        if (credential === undefined || passed === undefined || !expiredBetween(evidence)) return undefined;
        const late = duration((credential.expiredFor ?? 0) * 1_000);
        return {
          certainty: 'proved',
          cause: `${credential.name} was still good at /ice-config, ${duration(passed.ago)} before the call; exp passed ${late} before the call${lifetimeInWords(credential)}.`,
          remedy: 'Make the call soon after fetching the token; after a wait, fetch a new one first.',
          evidence: [
            { entry: passed.entry, says: `${credential.name} was accepted here` },
            ...tokenProofs(evidence, `exp passed ${late} before the call`),
            whatCameBack(evidence),
          ],
          ruledOut: credentialLookAlikes(evidence),
          action: 'new-token-and-retry',
        };
      },
    },
    unexplained: {
      title: 'The service refused the token, and nothing seen here explains it',
      actor: 'backend',
      specificity: 60,
      fallback: 'in-code',
      recognise: (evidence) => {
        const trouble = refusal(evidence);
        if (trouble === undefined) return undefined;
        const message = quoted(trouble.reading.message);
        const finding: Finding = {
          certainty: 'likely',
          cause: trouble.forwarded
            ? 'Your backend got a token from /client-secrets, and /ice-config refused it a moment later. Either the token was absent from that reply, so that “Bearer undefined” was sent, or the service did not accept what it had just handed out.'
            : `${endpointName(trouble.at)} refused ${evidence.credential?.name ?? 'the token'}${message === '' ? '' : ` with ${message}`}, though its exp had not been seen to pass and no earlier call with it is known on this origin. It may have been spent elsewhere, belong to another environment, or have been withdrawn with its API key.`,
          remedy: trouble.forwarded
            ? 'Log in your backend what /client-secrets answered: ephemeral_token must be in it, and the same base URL must be used for both requests.'
            : 'Fetch a new token and try again. If that is refused too, check that token and call go to the same environment and that the API key is still active.',
          evidence: [...tokenProofs(evidence, 'not seen to expire or to be used'), whatCameBack(evidence)],
          ruledOut: credentialLookAlikes(evidence),
        };
        return trouble.forwarded ? finding : { ...finding, action: 'new-token-and-retry' };
      },
    },
    identifier: {
      title: 'The service calls the token invalid, and nothing seen here says why',
      actor: 'backend',
      specificity: 75,
      recognise: (evidence) => {
        const trouble = refusal(evidence);
        if (trouble === undefined) return undefined;
        const { type, code } = trouble.reading;
        if (type !== 'invalid_ephemeral_token' && code !== 'invalid_ephemeral_token') return undefined;
        const credential = evidence.credential;
        if (credential !== undefined && (isExpired(credential) || credential.spentBy !== undefined))
          return undefined;
        const field = type === 'invalid_ephemeral_token' ? 'type' : 'code';
        return {
          certainty: 'proved',
          cause: `The reply’s ${field} is invalid_ephemeral_token itself: expired or already consumed by the service’s own account. Neither was seen here.`,
          remedy: 'Fetch a new token for this session and use it once.',
          evidence: [whatCameBack(evidence), ...tokenProofs(evidence, 'not seen to expire or to be used')],
          ruledOut: credentialLookAlikes(evidence),
          ...(!trouble.forwarded && { action: 'new-token-and-retry' as const }),
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
