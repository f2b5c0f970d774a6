import { credentialFacts } from '../core/session/credentialFacts.ts';
import type { CredentialFacts, Endpoint } from '../core/session/log.ts';
import { heldKeyName } from '../core/session/relayFacts.ts';
import type { RequestEdit } from '../core/session/requestEdit.ts';
import type { Attempt } from './attempt.ts';
import { editRequest } from './editRequest.ts';
import { headersForLog, liveReport, lookAgain } from './liveRequest.ts';
import { observeRequest, type RequestOutcome } from './observe/observeRequest.ts';
import type { OutgoingRequest, SessionOffer } from './request.ts';
import { requestFor } from './requestFor.ts';
import { StepFailed } from './stepFailed.ts';
import { rememberCall, reportEarlierUses } from './tokenUses.ts';
import { outcomeOf } from './waitUntil.ts';

export interface EndpointCall {
  /** ms, from the request to the end of the body */
  readonly limit: number;
  readonly offer?: SessionOffer;
  /** what the user changed by hand while the run waited */
  readonly edit?: RequestEdit | undefined;
}

/** Makes one of the calls as the SDKs do, watched, with what the plan gets wrong on purpose. */
export async function callEndpoint<E extends Endpoint>(
  endpoint: E,
  { limit, offer, edit }: EndpointCall,
  attempt: Attempt,
): Promise<RequestOutcome<E>> {
  const { plan, controls } = attempt;
  const { redactor, signal } = controls;
  const { relay, heldKey, known, request: asPlanned } = requestFor(endpoint, offer, attempt);
  const request = edit === undefined ? asPlanned : editRequest(asPlanned, edit, attempt);
  const credential: CredentialFacts = heldKey
    ? { kind: 'api-key', name: heldKeyName }
    : credentialFacts(request.bearer, known, redactor);
  const token = credential.kind === 'token' ? request.bearer : undefined;
  if (token !== undefined) await reportEarlierUses(token, credential.name ?? '', attempt);
  const ready = await outcomeOf(controls.beforeRequest(), { signal });
  if (ready !== 'limit' && !ready.ok) throw ready.error;
  const id = attempt.nextRequestId();
  const outcome = await observeRequest(
    { ...request, headers: headersForLog(request, attempt), endpoint, id, credential },
    (aborted) => (relay === undefined ? send(request, aborted) : relay.send(request, aborted)),
    {
      limit,
      signal,
      report: liveReport(relay, request, attempt),
      redact: (text) => redactor.redact(text),
      correlationHeaders: plan.settings.correlationHeaders,
    },
  );
  if (endpoint === 'calls' && token !== undefined && outcome.status !== undefined) {
    await rememberCall(token, outcome.status, attempt);
  }
  return relay === undefined ? lookAgain(outcome, { request, id }, attempt) : outcome;
}

/** The failed request as what ends the step; its rest-error entry already tells it. */
export function restFailed(outcome: Extract<RequestOutcome<Endpoint>, { ok: false }>): StepFailed {
  const { failure, told, retryAfter } = outcome;
  return new StepFailed(failure, {
    reportedAs: told,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** No referrer, and no cookies but where the session endpoint is to get them: credentials go in their one header. */
function send(
  { method, url, headers, body, credentials }: OutgoingRequest,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    credentials,
    referrerPolicy: 'no-referrer',
    signal,
  });
}
