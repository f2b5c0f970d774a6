import { parseIceUrl } from '../webrtc/iceServers.ts';
import type { ServerFacts } from './peerFacts.ts';

/** The servers once a candidate of this type has come; `from` is the URL that the browser names, where it does. */
export function withCandidate(
  servers: readonly ServerFacts[],
  type: string,
  from: string | undefined,
): readonly ServerFacts[] {
  return servers.map((server) => (gave(server.url, type, from) ? answer(server) : server));
}

/** The servers once one of them has been reported as failing. */
export function withError(
  servers: readonly ServerFacts[],
  url: string,
  error: NonNullable<ServerFacts['error']>,
): readonly ServerFacts[] {
  return servers.map((server) => (isSame(server.url, url) ? { ...answer(server), error } : server));
}

function answer(server: ServerFacts): ServerFacts {
  return server.answered ? server : { ...server, answered: true };
}

/**
 * Whether a candidate of this type, from this server, shows that the server at `url` answers. A second STUN server that
 * sees the same address gives no candidate of its own, so one reflexive candidate speaks for all of them.
 */
function gave(url: string, type: string, from: string | undefined): boolean {
  if (type === 'srflx') return /^stuns?:/i.test(url);
  return type === 'relay' && (from === undefined ? /^turns?:/i.test(url) : isSame(url, from));
}

/** Browsers complete the URLs they report: Chromium adds `?transport=udp`, Firefox leaves it out. */
function isSame(given: string, reported: string): boolean {
  if (given === reported) return true;
  const [one, other] = [parseIceUrl(given), parseIceUrl(reported)];
  return (
    one !== undefined &&
    other !== undefined &&
    one.scheme === other.scheme &&
    one.host === other.host &&
    one.port === other.port &&
    (other.transport === undefined || (one.transport ?? defaultTransport(one.scheme)) === other.transport)
  );
}

function defaultTransport(scheme: string): string {
  return scheme.endsWith('s') ? 'tcp' : 'udp';
}
