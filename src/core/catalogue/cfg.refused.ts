import { connectionFailure, howItEnded } from './connection.ts';
import type { CatalogueEntry, Variant } from './entry.ts';
import { quoted } from './reply.ts';

// Apart, because TypeScript gives no context to a property of this name.
const refusedByConstructor: Variant = {
  title: 'The browser refused the ICE servers',
  actor: 'backend',
  specificity: 85,
  recognise: (evidence) => {
    const failure = connectionFailure(evidence);
    if (failure?.reason !== 'configuration') return undefined;
    const { name, message } = failure.error;
    const servers = evidence.connection.iceServers;
    const fromOrga = servers?.from === 'ice-config';
    const [, url] = /'([^']+)' is not a valid/.exec(message) ?? [];
    return {
      certainty: 'proved',
      actor: fromOrga ? 'orga' : 'backend',
      cause: `new RTCPeerConnection() threw ${name}: ${quoted(message)}.${url === undefined ? '' : ` ${quoted(url)} is in the list that ${fromOrga ? 'ice-config' : 'your session endpoint'} handed out; ICE servers begin with stun:, turn: or turns:.`}`,
      remedy: /credential/i.test(message)
        ? 'Hand out username and credential with every turn: server.'
        : 'Hand on the iceServers of ice-config unchanged; each needs a stun:, turn: or turns: URL without slashes.',
      evidence: [
        ...(servers === undefined
          ? []
          : [{ entry: servers.id, says: 'the servers as they were handed out' }]),
        howItEnded(evidence),
      ],
      ...(servers !== undefined && { causedBy: { step: 'ice-config' as const, entry: servers.id } }),
    };
  },
};

export const cfgRefused = {
  code: 'cfg.refused',
  origin: 'debugger',
  title: 'The browser refused the configuration of the connection',
  cause:
    'new RTCPeerConnection() checks the ICE servers that it is given and throws on the first that it does not take.',
  remedy: 'Correct the iceServers that the reply hands out.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    constructor: refusedByConstructor,
  },
} as const satisfies CatalogueEntry;
