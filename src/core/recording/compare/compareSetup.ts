import { isObject, parseJson } from '../../session/foreignJson.ts';
import type { LogEntry } from '../../session/log.ts';
import { parseIceUrl } from '../../webrtc/iceServers.ts';
import { compareFacts, type Fact, type Facts } from './compareFacts.ts';
import type { Both, ComparedFact } from './sessionComparison.ts';

/** What the session was asked for with: target, route, settings, and the call's own parameters as sent. */
export function compareParameters({ left, right }: Both<readonly LogEntry[]>): readonly ComparedFact[] {
  return compareFacts({ left: parametersOf(left), right: parametersOf(right) }, ['target', 'route']);
}

function parametersOf(log: readonly LogEntry[]): Facts {
  const facts = new Map<string, Fact>();
  const started = log.find((entry) => entry.kind === 'run-started');
  if (started !== undefined) {
    facts.set('target', { text: started.target, entry: started.id });
    for (const [name, value] of Object.entries(started.settings)) {
      facts.set(name, { text: words(value), entry: started.id });
    }
  }
  const call = log.findLast((entry) => entry.kind === 'request' && entry.endpoint === 'calls');
  if (call?.kind !== 'request') return facts;
  for (const [name, value] of Object.entries(paramsOf(call.body ?? ''))) {
    facts.set(`params.${name.slice(0, 100)}`, { text: words(value), entry: call.id });
  }
  if (Object.keys(call.headers).some((name) => name.toLowerCase() === 'authorization'))
    facts.set('Authorization of the call', { text: call.credential.kind, entry: call.id });
  return facts;
}

function paramsOf(body: string): object {
  const sent = parseJson(body)?.value;
  return isObject(sent) && isObject(sent.params) ? sent.params : {};
}

function words(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** ICE servers as handed out, by URL: credentials are another pair each time, so only whether there are any counts. */
export function compareServers({ left, right }: Both<readonly LogEntry[]>): readonly ComparedFact[] {
  return compareFacts({ left: serversOf(left), right: serversOf(right) });
}

function serversOf(log: readonly LogEntry[]): Facts {
  const facts = new Map<string, Fact>();
  const entry = log.findLast((each) => each.kind === 'ice-servers');
  if (entry?.kind !== 'ice-servers') return facts;
  for (const { urls, username, credential } of entry.servers) {
    const signed = username !== undefined && credential !== undefined;
    for (const url of urls) {
      const kind =
        parseIceUrl(url) === undefined ? 'not a STUN or TURN URL' : signed ? 'with credentials' : 'open';
      facts.set(url, { text: entry.leftOut.includes(url) ? `${kind}, left out` : kind, entry: entry.id });
    }
  }
  return facts;
}
