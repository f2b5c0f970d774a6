import { howItEnded, isFirefox, noPath, proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';

export const relayNoturn = {
  code: 'relay.noturn',
  origin: 'debugger',
  title: 'Relay only, but there is no relay',
  cause:
    'iceTransportPolicy is “relay”, which forbids every other way, and the ICE servers hold no TURN server. There will be no candidate and no error: Chromium stays “new” for ever, Firefox fails at once.',
  remedy: 'Add a TURN server, or use the policy “all”.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    policy: {
      title: 'The policy “relay” has no TURN server to relay',
      actor: 'backend',
      specificity: 85,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        const { policy, servers, iceServers, localCandidates, gathered } = evidence.connection;
        if (policy !== 'relay' || !noPath(evidence)) return undefined;
        if (servers.some(({ relay }) => relay) || localCandidates.length > 0) return undefined;
        const leftOut = iceServers?.leftOut.filter((url) => /^turns?:/i.test(url)) ?? [];
        return {
          certainty: 'proved',
          cause: `The policy “relay” allows relayed candidates only, and no TURN server was given to the connection.${leftOut.length > 0 ? ` ${leftOut.join(', ')} was left out, because its name is a reserved one.` : ''} ${isFirefox(evidence) ? 'Firefox fails at once.' : 'Chromium then waits for ever, without an event.'}`,
          remedy:
            'Set iceTransportPolicy to “all” unless relaying is a must; then let ice-config hand out a turn: or turns: server.',
          evidence: [
            ...proofOf(iceServers?.id, 'no TURN server in the list'),
            ...proofOf(gathered?.id, 'gathering ended without a candidate'),
            howItEnded(evidence),
          ],
          ...(iceServers !== undefined && { causedBy: { step: 'ice-config', entry: iceServers.id } }),
          ruledOut: [
            {
              code: 'gather.none',
              variant: 'nothing',
              because: 'the policy alone explains that there is none',
            },
            { code: 'turn.udp.dead', variant: 'no-answer', because: 'no TURN server was there to be asked' },
            { code: 'ice.nocand', variant: 'answer', because: 'it is this side that has no candidate' },
            { code: 'ice.unreachable', variant: 'no-answer', because: 'no check could be sent' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
