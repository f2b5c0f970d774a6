import type { Redactor } from '../../redaction.ts';
import type { IceServerFacts } from '../../session/log.ts';
import { readIceServers, urlsOf } from '../../webrtc/iceServers.ts';
import { turnExpiry } from '../../webrtc/turnExpiry.ts';
import { memberOf } from './foreignValue.ts';
import { valueOf } from './peerFact.ts';

export interface PeerConfiguration {
  readonly servers: readonly IceServerFacts[];
  readonly policy: 'all' | 'relay';
}

/** Reads an RTCConfiguration as a dump has it: an object, its JSON, or the text of older Chromium. Names its secrets. */
export function readConfiguration(raw: unknown, redactor: Redactor): PeerConfiguration {
  const value = valueOf(raw);
  const policy = memberOf(value, 'iceTransportPolicy') === 'relay' ? 'relay' : 'all';
  const { servers } = readIceServers(memberOf(value, 'iceServers'));
  const urls =
    typeof raw === 'string' && servers.length === 0 ? raw.match(/\b(?:stuns?|turns?):[^\s,\]"']+/g) : null;
  return {
    policy: typeof raw === 'string' && /iceTransportPolicy: relay/.test(raw) ? 'relay' : policy,
    servers:
      urls !== null ? urls.slice(0, 100).map((url) => ({ urls: [url] })) : serverFacts(servers, redactor),
  };
}

/** ICE servers as a log has them: their secrets under names. */
export function serverFacts(
  servers: ReturnType<typeof readIceServers>['servers'],
  redactor: Redactor,
): readonly IceServerFacts[] {
  return servers.slice(0, 100).map(({ username, credential, ...server }) => {
    const expiresAt = turnExpiry(username ?? '');
    return {
      urls: urlsOf(server),
      ...(username ? { username: redactor.name('turn-username', username) } : {}),
      ...(credential ? { credential: redactor.name('turn-credential', credential) } : {}),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    };
  });
}
