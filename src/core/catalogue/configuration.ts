import type { Evidence } from '../diagnosis/evidence.ts';
import type { ErrorFacts } from '../session/failure.ts';
import { connectionFailure, howItEnded, proofOf } from './connection.ts';
import type { Finding } from './entry.ts';
import { quoted } from './reply.ts';

/** What new RTCPeerConnection() threw. */
export function refusedConfiguration(evidence: Evidence): ErrorFacts | undefined {
  const failure = connectionFailure(evidence);
  return failure?.reason === 'configuration' ? failure.error : undefined;
}

/** The URLs that were handed out and not left out. */
function handedOut({ connection }: Evidence): readonly string[] {
  const leftOut = connection.iceServers?.leftOut ?? [];
  return (connection.iceServers?.servers ?? [])
    .flatMap(({ urls }) => urls)
    .filter((url) => !leftOut.includes(url));
}

/** The URL that the message names, else the first that fits. */
export function culprit(
  evidence: Evidence,
  error: ErrorFacts,
  fits: (url: string) => boolean,
): string | undefined {
  const urls = handedOut(evidence);
  return urls.find((url) => error.message.includes(url) && fits(url)) ?? urls.find(fits);
}

/** What the refusal of an ICE server says, whatever is wrong with it: who handed it out, and where it stands. */
export function refusal(
  evidence: Evidence,
  error: ErrorFacts,
  {
    because,
    remedy,
    url,
  }: { readonly because: string; readonly remedy: string; readonly url?: string | undefined },
): Finding {
  const servers = evidence.connection.iceServers;
  const fromOrga = servers?.from === 'ice-config';
  return {
    certainty: 'proved',
    actor: fromOrga ? 'orga' : 'backend',
    cause: `new RTCPeerConnection() threw ${error.name}: ${quoted(error.message)}. ${url === undefined ? `${because.charAt(0).toUpperCase()}${because.slice(1)}` : `${quoted(url)}, which ${fromOrga ? 'ice-config' : 'your session endpoint'} handed out: ${because}`}`,
    remedy,
    evidence: [...proofOf(servers?.id, 'the servers as they were handed out'), howItEnded(evidence)],
    ...(servers !== undefined && { causedBy: { step: 'ice-config', entry: servers.id } }),
    ruledOut: [
      {
        code: 'reply.incomplete',
        variant: 'ice-servers-shape',
        because: 'the list has the right shape; one of its entries is wrong',
      },
    ],
  };
}
