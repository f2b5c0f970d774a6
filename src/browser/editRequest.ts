import { isSecretHeader, readHeaderLines } from '../core/session/headerLines.ts';
import type { Endpoint } from '../core/session/log.ts';
import {
  checkEdit,
  type NextRequest,
  type RequestEdit,
  type RequestText,
} from '../core/session/requestEdit.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { Attempt } from './attempt.ts';
import { headersForLog } from './liveRequest.ts';
import type { OutgoingRequest, SessionOffer } from './request.ts';
import { requestFor } from './requestFor.ts';
import { StepFailed } from './stepFailed.ts';

/** What a step is about to send, for the user to see and change; undefined where it sends nothing, or cannot. */
export function nextRequest(
  step: SessionStep,
  attempt: Attempt,
  offer?: SessionOffer,
): NextRequest | undefined {
  const endpoint = endpointOf(step, attempt);
  if (endpoint === undefined) return undefined;
  try {
    const { relay, request } = requestFor(endpoint, offer, attempt);
    const text = textOf(step, request, relay !== undefined, attempt);
    return { text, check: (edit) => checkEdit(text, edit) };
  } catch (error) {
    // Why it cannot be sent is told by the step itself.
    if (error instanceof StepFailed) return undefined;
    throw error;
  }
}

/** The request as the user wants it: stand-ins become secrets again, where those were in it to begin with. */
export function editRequest(request: OutgoingRequest, edit: RequestEdit, attempt: Attempt): OutgoingRequest {
  const fill = filler(request, attempt);
  const lines = readHeaderLines(edit.headers ?? '').map(({ name, value }) => [name, fill(value)] as const);
  const kept = Object.entries(request.headers).filter(([name]) => isCredential(name, attempt));
  return {
    ...request,
    ...(edit.path === undefined ? {} : { url: splitUrl(request).origin + edit.path }),
    ...(edit.headers === undefined ? {} : { headers: Object.fromEntries([...kept, ...lines]) }),
    ...(edit.body === undefined ? {} : { body: edit.body === '' ? undefined : fill(edit.body) }),
    altered: [
      ...request.altered,
      ...(['path', 'headers', 'body'] as const).flatMap((part) =>
        edit[part] === undefined ? [] : [`${part} edited by the user`],
      ),
    ],
  };
}

function endpointOf(step: SessionStep, { plan: { settings, secrets } }: Attempt): Endpoint | undefined {
  const backend = settings.route === 'backend';
  switch (step) {
    case 'token':
      if (backend) return 'session';
      return secrets.apiKey === undefined && secrets.token !== undefined ? undefined : 'client-secrets';
    case 'ice-config':
      return backend || !settings.fetchIceConfig ? undefined : 'ice-config';
    case 'call':
      return 'calls';
    case 'offer':
    case 'connection':
      return undefined;
  }
}

function textOf(
  step: SessionStep,
  request: OutgoingRequest,
  relayed: boolean,
  attempt: Attempt,
): RequestText {
  const { redactor } = attempt.controls;
  const headers = Object.entries(redactor.redact(headersForLog(request, attempt)));
  const linesOf = (secret: boolean) =>
    headers
      .filter(([name]) => isCredential(name, attempt) === secret)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
  return {
    step,
    endpoint: request.endpoint,
    method: request.method,
    ...redactor.redact(splitUrl(request)),
    pathIsFixed: relayed,
    credentials: linesOf(true),
    headers: linesOf(false),
    body: setOut(redactor.redact(request.body ?? '')),
  };
}

function isCredential(name: string, { plan }: Attempt): boolean {
  return (
    isSecretHeader(name) || readHeaderLines(plan.secrets.headers ?? '').some((line) => line.name === name)
  );
}

function splitUrl({ url }: OutgoingRequest): Pick<RequestText, 'origin' | 'path'> {
  const { origin, pathname, search } = new URL(url);
  return { origin, path: pathname + search };
}

function filler(request: OutgoingRequest, { controls: { redactor } }: Attempt): (text: string) => string {
  const texts = [request.body ?? '', ...Object.values(request.headers)];
  const secrets = redactor.secrets().filter((secret) => texts.some((text) => text.includes(secret)));
  const byStandIn = new Map(secrets.map((secret) => [redactor.redact(secret), secret]));
  return (text) =>
    text.replace(/[a-z-]+#\d+|redacted\d{12,16}/g, (standIn) => byStandIn.get(standIn) ?? standIn);
}

function setOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    // No JSON: as it is.
    return text;
  }
}
