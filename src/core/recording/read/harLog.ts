import type { LogEntry } from '../../session/log.ts';
import { stepOfEndpoint } from '../../session/stepOfEndpoint.ts';
import { createForeignLog } from './foreignLog.ts';
import { given } from './foreignValue.ts';
import { type HarOrigin, harPage, tellHarBegin } from './harBegin.ts';
import { createHarCredentials } from './harCredentials.ts';
import { tellHarOffer } from './harDescription.ts';
import type { SessionExchange } from './harEndpoint.ts';
import { noReply } from './harFailure.ts';
import { mostKept, tellHarReply } from './harReply.ts';
import { beginning, createHarSteps } from './harSteps.ts';

export interface HarLog {
  readonly entries: readonly LogEntry[];
  /** epoch ms */
  readonly startedAt: number;
  readonly userAgent: string;
  readonly notes: readonly string[];
}

/** The log that the debugger would have written of these requests, in the order in which they began. */
export function harLog(found: readonly SessionExchange[], origin: HarOrigin): HarLog {
  const { ownFile } = origin;
  const startedAt = found[0]?.exchange.at ?? 0;
  const out = createForeignLog(startedAt);
  const notes = new Set<string>();
  const page = harPage(found, origin);
  const from = beginning(stepOfEndpoint[found[0]?.endpoint ?? 'session']);
  const steps = createHarSteps(out, startedAt);
  const credentials = createHarCredentials(found, { redactor: out.redactor, ownFile, notes });
  let last = startedAt;
  let answered = false;

  tellHarBegin(out, found, { at: startedAt, page, from });
  steps.skipBefore(from);
  for (const each of found) tellExchange(each);
  out.add(
    last,
    steps.failed
      ? { kind: 'run', state: 'failed', by: 'failure' }
      : { kind: 'run', state: 'stopped', by: 'user' },
  );
  if (!steps.failed && answered && steps.reached === 'call')
    notes.add(
      'The requests went well. What became of the connection a HAR does not show: a webrtc-internals dump does.',
    );
  return {
    entries: out.entries,
    startedAt,
    userAgent: out.redactor.redact(page.userAgent),
    notes: [...notes],
  };

  function tellExchange(each: SessionExchange): void {
    const { endpoint, exchange } = each;
    const { at, method, url } = exchange;
    const step = stepOfEndpoint[endpoint];
    steps.begin(step, at);
    if (endpoint === 'calls') tellHarOffer(out, exchange);
    out.add(at, { kind: 'step', step, state: 'running' });
    const request = `r${out.entries.length}`;
    const crossOrigin = page.origin !== '' && page.origin !== exchange.origin;
    const reply = ownFile && exchange.status > 0 ? undefined : noReply(each, page.origin);
    out.add(at, {
      kind: 'request',
      step,
      request,
      endpoint,
      method,
      url,
      headers: exchange.headers,
      ...given('body', out.redactor.redact(exchange.body)?.slice(0, mostKept)),
      credential: credentials.of(each),
      crossOrigin,
      altered: [],
    });
    const endAt = at + exchange.took;
    last = Math.max(last, endAt);
    answered = reply === undefined;
    if (reply === undefined) {
      tellHarReply({ out, steps, credentials, notes }, each, { id: request, step, crossOrigin });
      return;
    }
    if (reply.failure === undefined) {
      notes.add(`The page called off its request to ${exchange.path} after ${Math.round(exchange.took)} ms.`);
      return;
    }
    const failedBy = out.add(endAt, {
      kind: 'rest-error',
      step,
      request: { id: request, endpoint, method, url },
      failure: reply.failure,
    });
    if (reply.probe !== undefined) {
      const preflight = crossOrigin && needsPreflight(each);
      out.add(endAt, { kind: 'note', step, topic: 'probe', request, url, preflight, ...reply.probe });
    }
    steps.fail(step, endAt, exchange.took, failedBy);
  }
}

/** CORS-safelisted are GET and POST of plain types without Authorization (Fetch, section 2.2.2). */
function needsPreflight({ exchange, preflight }: SessionExchange): boolean {
  const { headers, method } = exchange;
  if (preflight !== undefined || headers.authorization !== undefined) return true;
  return !['GET', 'POST', 'HEAD'].includes(method) || /json/i.test(headers['content-type'] ?? '');
}
