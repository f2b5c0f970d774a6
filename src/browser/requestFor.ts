import type { Endpoint } from '../core/session/log.ts';
import { heldKeyName } from '../core/session/relayFacts.ts';
import type { Attempt } from './attempt.ts';
import { relayFor } from './liveRequest.ts';
import { buildRequest, type SessionOffer } from './request.ts';

/** What is about to be sent as it was planned, and the way that it goes. Throws StepFailed where there is no such way. */
export function requestFor(endpoint: Endpoint, offer: SessionOffer | undefined, { plan, held }: Attempt) {
  const relay = relayFor(endpoint, plan);
  const heldKey = relay !== undefined && endpoint === 'client-secrets';
  const known = {
    apiKey: heldKey ? heldKeyName : plan.secrets.apiKey,
    token: held.token ?? plan.secrets.token,
  };
  const request = buildRequest(
    endpoint,
    {
      settings: plan.settings,
      ...known,
      secretHeaders: plan.secrets.headers,
      ...(offer === undefined ? {} : { offer }),
    },
    plan.faults?.alterations,
  );
  return { relay, heldKey, known, request };
}
