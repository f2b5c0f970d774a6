import { counted, howItEnded, noPath } from './connection.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry } from './entry.ts';
import { serverProofs, udpBlocked } from './relay.ts';
import { cutsOffSilently } from './sdkBehaviour.ts';

export const gatherTimeout = {
  code: 'gather.timeout',
  origin: 'debugger',
  title: 'The offer was sent before all candidates were found',
  cause:
    'Gathering waits for every ICE server, and a silent one holds it up for 10 to 40 s. The client SDK stops waiting after 5 s and sends what it has, usually host candidates only. There is no trickle ICE: what is found later never reaches the far end.',
  remedy: 'Take slow or dead servers out of the list; keep one STUN and one or two TURN servers.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [cutsOffSilently],
  variants: {
    'cut-off': {
      title: 'Gathering was cut off',
      actor: 'orga',
      specificity: 73,
      adviceOf: ['connected'],
      recognise: (evidence) => {
        const { cutOff, localCandidates, servers } = evidence.connection;
        if (cutOff?.topic !== 'gathering-cut-off') return undefined;
        const connected = evidence.phase === 'connected';
        if (!connected && (!noPath(evidence) || udpBlocked(evidence))) return undefined;
        const found = localCandidates.filter(({ at }) => at <= cutOff.at);
        const late = localCandidates.filter(({ at }) => at > cutOff.at);
        const [tooLate] = late;
        const silent = servers.filter(({ result }) => result === 'silent' || result === 'timed-out');
        const beyondHost = found.some(({ candidate }) => / typ (?:srflx|relay)/.test(candidate));
        if (!connected && tooLate === undefined && beyondHost) return undefined;
        return {
          certainty: connected || tooLate !== undefined ? 'proved' : 'likely',
          specificity: tooLate === undefined ? 73 : 77,
          cause: `After ${duration(cutOff.after)} the offer went out with ${counted(found.length, 'candidate')}, though gathering had not ended.${tooLate === undefined ? '' : ` ${counted(late.length, 'candidate')} came later and never reached the far end.`}${silent.length === 0 ? '' : ` Silent until then: ${silent.map(({ url }) => url).join(', ')}.`}${connected ? ' This session connected all the same; each start takes these seconds.' : ''}`,
          remedy:
            'Take the servers that do not answer out of iceServers: five are plenty, two are enough. Where a network drops UDP, only TURN over TCP or TLS helps.',
          evidence: [
            { entry: cutOff.id, says: 'gathering was cut off here' },
            ...(tooLate === undefined
              ? []
              : [{ entry: tooLate.id, says: 'the first candidate that came too late' }]),
            ...serverProofs(silent),
            howItEnded(evidence),
          ],
          causedBy: { step: 'offer', entry: cutOff.id },
          ruledOut: [
            {
              code: 'gather.none',
              variant: 'nothing',
              because: `${counted(localCandidates.length, 'candidate')} of this computer were found`,
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
