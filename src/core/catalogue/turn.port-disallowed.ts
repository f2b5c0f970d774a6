import { howItEnded, proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { relayMissed, serversThat } from './relay.ts';

/** Chromium asks servers below 1024 only at these ports (failures.md, section d). */
const allowed: readonly number[] = [53, 80, 443];

export const turnPortDisallowed = {
  code: 'turn.port-disallowed',
  origin: 'debugger',
  title: 'The browser never asks a TURN server on this port',
  cause:
    'Chromium silently skips TURN servers on ports below 1024 other than 53, 80 and 443: no candidate, no error, gathering ends as if the server were not in the list. Firefox refuses some of these ports with an error.',
  remedy: 'Run TURN on 3478, 5349, 443, or any port above 1023.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    silent: {
      title: 'The TURN server’s port is one that the browser skips',
      actor: 'orga',
      specificity: 78,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        const missed = relayMissed(evidence);
        const { servers, gathered, iceServers } = evidence.connection;
        const skipped = serversThat(
          evidence,
          ({ relay, server, result }) =>
            relay && result === 'nothing' && server.port < 1_024 && !allowed.includes(server.port),
        );
        const [first] = skipped;
        const others = servers.some(({ relay, result }) => relay && result !== 'nothing');
        if (missed === undefined || first === undefined || others) return undefined;
        return {
          certainty: missed === 'alone' ? 'proved' : 'likely',
          specificity: missed === 'alone' ? 84 : 76,
          cause: `${first.url}: port ${first.server.port} is below 1024 and none of 53, 80, 443. Gathering ended without a relay and without an error: the browser did not even ask.`,
          remedy: 'Move the TURN server to another port; nothing in the page can lift this rule.',
          evidence: [
            ...proofOf(iceServers?.id, `${first.url} is in the list`),
            ...proofOf(gathered?.id, 'gathering ended, without a relay and without an error'),
            howItEnded(evidence),
          ],
          ...(iceServers !== undefined && { causedBy: { step: 'ice-config', entry: iceServers.id } }),
          ruledOut: [
            { code: 'relay.noturn', variant: 'policy', because: 'there is a TURN server in the list' },
            { code: 'turn.udp.dead', variant: 'no-answer', because: 'it was never asked' },
            { code: 'gather.none', variant: 'nothing', because: 'the port alone explains the missing relay' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
