import type { Proof } from '../diagnosis/diagnosis.ts';
import type { Evidence, Exchange } from '../diagnosis/evidence.ts';
import { describe } from '../session/describe.ts';
import type { LogEntryOf, ProbeNote } from '../session/log.ts';
import { backendCommand } from '../session/relayFacts.ts';

/** A request without a response, and what a second look at its host found. */
export interface SecondLook {
  readonly probe: ProbeNote & LogEntryOf<'note'>;
  readonly proof: Proof;
  readonly exchange: Exchange;
  readonly url: string;
  readonly ofBackend: boolean;
}

/** Only live sessions look again, and only where a request of this page, not of the backend, got no response. */
export function secondLook({ trouble, exchange, log }: Evidence): SecondLook | undefined {
  if (trouble.what !== 'unreachable' || trouble.forwarded || exchange === undefined) return undefined;
  const probe = log.findLast(
    (entry) =>
      entry.kind === 'note' && entry.topic === 'probe' && entry.request === exchange.error.request.id,
  );
  if (probe?.kind !== 'note' || probe.topic !== 'probe') return undefined;
  return {
    probe,
    exchange,
    url: exchange.error.request.url,
    proof: { entry: probe.id, says: describe(probe) },
    ofBackend: trouble.at === 'session',
  };
}

/** Where CORS has no say: the relay, as a command. */
export function relayRemedy({ ofBackend, url }: SecondLook): string {
  return ofBackend
    ? `let this machine relay your backend, in a terminal: ${backendCommand(url)}`
    : 'let this machine relay the API: serve this page with npm start, and switch on “Through the relay on this machine” in Setup';
}

/** Whether a host is this machine or its network by its address or name, so that a public page needs leave to go there. */
export function isLocal(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return (
    isThisMachine(host) ||
    /^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(name) ||
    /^(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/i.test(name) ||
    name.endsWith('.local')
  );
}

/** Every name below localhost is this machine too (RFC 6761, 6.3). */
export function isThisMachine(host: string): boolean {
  return /^(?:(?:[\w-]+\.)*localhost|127\.[\d.]+|\[::1\]|::1)(?::\d+)?$/i.test(host);
}

/** The host with its port, as a URL has it; empty where it is none. */
export function hostOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
}
