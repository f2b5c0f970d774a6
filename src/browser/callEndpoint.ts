import type { Endpoint } from '../core/session/log.ts';
import type { Attempt } from './attempt.ts';
import { credentialFacts } from './credentialFacts.ts';
import { observeRequest, type RequestOutcome } from './observe/observeRequest.ts';
import { buildRequest, type OutgoingRequest, type SessionOffer } from './request.ts';
import { StepFailed } from './stepFailed.ts';
import { rememberCall, reportEarlierUses } from './tokenUses.ts';
import { outcomeOf } from './waitUntil.ts';

export interface EndpointCall {
  /** ms, from the request to the end of the body */
  readonly limit: number;
  readonly offer?: SessionOffer;
}

/** Makes one of the calls as the SDKs do, watched, with what the plan gets wrong on purpose. */
export async function callEndpoint<E extends Endpoint>(
  endpoint: E,
  { limit, offer }: EndpointCall,
  attempt: Attempt,
): Promise<RequestOutcome<E>> {
  const { plan, controls, held } = attempt;
  const { redactor, report, signal } = controls;
  const known = { apiKey: plan.secrets.apiKey, token: held.token ?? plan.secrets.token };
  const request = buildRequest(
    endpoint,
    { settings: plan.settings, ...known, ...(offer === undefined ? {} : { offer }) },
    plan.faults?.alterations,
  );
  const credential = credentialFacts(request.bearer, known, redactor);
  const token = credential.kind === 'token' ? request.bearer : undefined;
  if (token !== undefined) await reportEarlierUses(token, credential.name ?? '', attempt);
  const ready = await outcomeOf(controls.beforeRequest(), { signal });
  if (ready !== 'limit' && !ready.ok) throw ready.error;
  const outcome = await observeRequest(
    { ...request, endpoint, id: attempt.nextRequestId(), credential },
    (aborted) => send(request, aborted),
    {
      limit,
      signal,
      report,
      redact: (text) => redactor.redact(text),
      correlationHeaders: plan.settings.correlationHeaders,
    },
  );
  if (endpoint === 'calls' && token !== undefined && outcome.status !== undefined) {
    await rememberCall(token, outcome.status, attempt);
  }
  return outcome;
}

/** The failed request as what ends the step; its rest-error entry already tells it. */
export function restFailed(outcome: Extract<RequestOutcome<Endpoint>, { ok: false }>): StepFailed {
  const { failure, told, retryAfter } = outcome;
  return new StepFailed(failure, {
    reportedAs: told,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** No cookies and no referrer: credentials go in the one header that the contract names. */
function send({ method, url, headers, body }: OutgoingRequest, signal: AbortSignal): Promise<Response> {
  return fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  });
}
