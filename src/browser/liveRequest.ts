import { isSecretHeader, readHeaderLines } from '../core/session/headerLines.ts';
import type { Endpoint, Unlogged } from '../core/session/log.ts';
import type { Attempt } from './attempt.ts';
import { skewByDate } from './liveClock.ts';
import type { RequestOutcome } from './observe/observeRequest.ts';
import type { OutgoingRequest } from './request.ts';
import type { LiveReach, SessionPlan } from './sessionPlan.ts';
import { StepFailed } from './stepFailed.ts';

type Relay = NonNullable<LiveReach['relay']>;

/**
 * The relay, where this request goes through it: what needs the key always does, the rest as the settings say.
 * Throws StepFailed where the relay would send it elsewhere than the settings name.
 */
export function relayFor(endpoint: Endpoint, plan: SessionPlan): Relay | undefined {
  const { live, settings } = plan;
  if (live === undefined) return undefined;
  const withKey = settings.route === 'rest' && settings.restWith === 'key';
  const { relay } = live;
  if (!settings.relay && !withKey) return undefined;
  const session = endpoint === 'session';
  if (relay === undefined) {
    throw refused(
      'relay',
      session
        ? `No relay answers on this page’s origin. Start it with npm start -- --backend ${settings.sessionEndpoint}, or switch the relay off in Setup.`
        : 'No relay answers on this page’s origin. Start the app with ORGA_API_KEY=… npm start, or choose another way in.',
    );
  }
  if (endpoint === 'client-secrets' && !relay.facts.apiKey) {
    throw refused(
      'apiKey',
      'The relay on this machine holds no key. Start the app with ORGA_API_KEY=… npm start, or choose another way in.',
    );
  }
  const [wanted, served] = session
    ? [settings.sessionEndpoint, relay.facts.backend]
    : [settings.baseUrl, relay.facts.upstream];
  if (served !== undefined && sameUrl(wanted, served)) return relay;
  const key = session ? 'sessionEndpoint' : 'baseUrl';
  const option = session ? `--backend ${wanted}` : `--upstream ${wanted}`;
  throw refused(
    key,
    `The relay goes to ${served ?? 'no backend'}, and the setting says ${wanted}. Change the setting, or start the relay with npm start -- ${option}.`,
  );
}

/** Headers as the log may have them: of those that hold credentials, stand-ins. */
export function headersForLog(
  { headers }: OutgoingRequest,
  { plan, controls: { redactor } }: Attempt,
): Readonly<Record<string, string>> {
  const typed = readHeaderLines(plan.secrets.headers ?? '').map(({ name }) => name);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const secret = typed.includes(name) || (name !== 'Authorization' && isSecretHeader(name));
      return [name, secret && value !== '' ? standIn(value, redactor.name) : value];
    }),
  );
}

/** Reports what a live request adds to the log: which way it went, and a clock that differs. */
export function liveReport(
  relay: Relay | undefined,
  { credentials }: OutgoingRequest,
  { plan, controls: { report } }: Attempt,
): (entry: Unlogged) => string {
  if (plan.live === undefined) return report;
  return (entry) => {
    if (entry.kind === 'request') {
      return report({
        ...entry,
        ...(relay === undefined ? {} : { via: 'relay', crossOrigin: false }),
        ...(credentials === 'omit' || relay !== undefined ? {} : { cookies: credentials }),
      });
    }
    // Through the relay every header can be read, so that an id that is absent was not sent.
    const id = report(
      entry.kind === 'response' && relay !== undefined ? { ...entry, correlationExposed: true } : entry,
    );
    const skew = entry.kind === 'response' && skewByDate(entry.headers['date'], entry.took, Date.now());
    if (skew) report(skew);
    return id;
  };
}

/** A second look at a host that gave no response, on a live target; tells a retry that it cannot help. */
export async function lookAgain<E extends Endpoint>(
  outcome: RequestOutcome<E>,
  { request, id }: { readonly request: OutgoingRequest; readonly id: string },
  { plan, controls: { report, signal } }: Attempt,
): Promise<RequestOutcome<E>> {
  if (plan.live === undefined || outcome.ok || outcome.status !== undefined) return outcome;
  if (outcome.failure.reason !== 'unreachable') return outcome;
  const found = await plan.live.probe(request, signal);
  signal.throwIfAborted();
  report({ kind: 'note', topic: 'probe', request: id, ...found });
  const hopeless = found.result !== 'failed' && found.plain !== undefined;
  return hopeless || found.result === 'not-sent'
    ? { ...outcome, failure: { ...outcome.failure, hopeless: true } }
    : outcome;
}

/** `Basic x` keeps its scheme, so that the log shows which it was. */
function standIn(value: string, name: Attempt['controls']['redactor']['name']): string {
  const [, scheme = '', secret = value] = /^(\w+\s+)(\S+)$/.exec(value) ?? [];
  return scheme + name('secret', secret);
}

function sameUrl(one: string, other: string): boolean {
  const plain = (text: string) => (URL.canParse(text) ? new URL(text).href : text).replace(/[/#]+$/, '');
  return plain(one) === plain(other);
}

function refused(key: string, message: string): StepFailed {
  return new StepFailed({ reason: 'settings', key, message });
}
