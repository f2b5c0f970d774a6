import { parseIceUrl } from '../webrtc/iceServers.ts';
import type { PeerFacts, ServerFacts } from './peerFacts.ts';

/** Ports below 1024 that Chromium lets a TURN server have (failures.md, turn.port-disallowed). */
const allowedLowPorts = [53, 80, 443];

/** What the silence of one ICE server will be taken for: a catalogue code. */
export function foreseenOfServer(url: string, facts: PeerFacts): string {
  const parsed = parseIceUrl(url);
  if (parsed === undefined) return 'turn.udp.dead';
  const { scheme, port } = parsed;
  if (scheme.startsWith('turn') && port < 1024 && !allowedLowPorts.includes(port))
    return 'turn.port-disallowed';
  if (scheme === 'turns' || scheme === 'stuns') return 'turns.tls';
  if (!overUdp(url)) return 'turn.tcp.refused';
  return udpIsBlocked(facts) ? 'net.udp-blocked' : 'turn.udp.dead';
}

/** Several hosts, none of them over TCP, all silent, while this machine has an address: the network is the likelier culprit. */
function udpIsBlocked({ servers, localCandidates }: PeerFacts): boolean {
  const hosts = new Set(servers.map(({ url }) => parseIceUrl(url)?.host));
  return (
    hosts.size > 1 && localCandidates > 0 && servers.every(({ url, answered }) => overUdp(url) && !answered)
  );
}

/** What an ICE state that stays `new` will be taken for, once an answer is there. */
export function foreseenOfNew(facts: PeerFacts): string {
  const { localCandidates, relayOnly, answer } = facts;
  if (localCandidates === 0) return relayOnly ? foreseenOfRelay(facts) : 'gather.none';
  const kinds = new Set(answer?.candidates);
  if (kinds.size === 0) return 'ice.nocand';
  if (kinds.has('usable') || kinds.has('tcp')) return 'connection.unexplained';
  if (kinds.has('local')) return 'ice.lna';
  return kinds.has('hostname') ? 'ice.hostname' : 'ice.port-low';
}

/** Only relays may be used, and there is none: why not? */
function foreseenOfRelay(facts: PeerFacts): string {
  const turn = facts.servers.filter(({ url }) => /^turns?:/i.test(url));
  const failed = turn.flatMap(({ url, error }) => (error === undefined ? [] : [{ url, ...error }]));
  if (failed.some(({ code }) => code === 401)) return 'turn.auth';
  if (failed.some(({ code }) => code === 486)) return 'turn.quota';
  const silent = turn.find(({ answered }) => !answered);
  if (silent !== undefined) return foreseenOfServer(silent.url, facts);
  // Chromium words a host name that cannot be resolved; the rest of 701 is a connection that could not be made.
  if (failed.some(({ text }) => /lookup/i.test(text))) return 'ice.dns';
  const [unreached] = failed;
  return unreached === undefined ? 'relay.noturn' : foreseenOfServer(unreached.url, facts);
}

/** What unanswered connectivity checks will be taken for. */
export function foreseenOfChecks({ answer, checks, connection }: PeerFacts): string {
  if (connection === 'connected' || connection === 'disconnected') return 'net.loss';
  if ((checks.packetsReceived ?? 0) > 0) return 'ice.badpwd';
  const kinds = answer?.candidates ?? [];
  return kinds.length > 0 && kinds.every((kind) => kind === 'tcp') ? 'ice.tcp-only-dead' : 'ice.unreachable';
}

/** Whether a browser reaches this server over UDP: what a TURN URI without transport means too (RFC 7065). */
export function overUdp(url: ServerFacts['url']): boolean {
  const parsed = parseIceUrl(url);
  if (parsed === undefined) return true;
  return !parsed.scheme.endsWith('s') && parsed.transport !== 'tcp';
}
