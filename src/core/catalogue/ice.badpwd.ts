import type { Evidence } from '../diagnosis/evidence.ts';
import {
  checks,
  counted,
  howItEnded,
  isFirefox,
  noPath,
  packetsSeen,
  proofOf,
  silentAbout,
  stateEntry,
} from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { claimsConnected } from './sdkBehaviour.ts';

/** Firefox gives up after 11.1 s where nothing answers, after 14.4 s where the password is wrong, ms (failures.md, e). */
const firefoxGivesUp = [12_800, 17_000] as const;

export const iceBadpwd = {
  code: 'ice.badpwd',
  origin: 'debugger',
  title: 'The far end is there, but the ICE password does not fit',
  cause:
    'Connection checks are signed with the answer’s ice-pwd. Where it is wrong each side throws the other’s checks away: packets arrive, yet no pair ever works. It looks like a blocked network and is none.',
  remedy: 'Report the answer; look for something that mixes answers up or rewrites SDP.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [claimsConnected],
  variants: {
    password: {
      title: 'Packets arrive, but no check is accepted',
      actor: 'far-end',
      specificity: 79,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        if (!noPath(evidence) || !silentAbout(evidence, 'checks')) return undefined;
        const { answer, remoteCandidates } = evidence.connection;
        const packets = packetsSeen(evidence);
        const { sent = 0, answered } = checks(evidence);
        const late = gaveUpLate(evidence);
        if (remoteCandidates === 0 || answered > 0 || (packets === undefined && !late)) return undefined;
        const checking = stateEntry(evidence, 'ice', 'checking');
        if (sent === 0 && checking === undefined) return undefined;
        const arrived = packets?.transport?.packetsReceived ?? 0;
        return {
          certainty: 'likely',
          cause:
            packets === undefined
              ? 'No check was answered, and Firefox gave up later than it does where nothing comes back at all (14 s instead of 11 s): checks of the far end must have come in.'
              : `${counted(arrived, 'packet')} arrived from the far end, so the network is open; yet none of ${sent > 0 ? sent : 'the'} connection checks was answered. The far end throws them away, because their signature is wrong.`,
          remedy:
            'Report the answer with the correlation id of the call. Usual reasons: the answer of another session, an answer that was cached, SDP that was edited on the way.',
          evidence: [
            ...proofOf(packets?.id, `${counted(arrived, 'packet')} arrived, and no pair works`),
            ...proofOf(checking, 'the checks began here'),
            ...proofOf(answer?.entry, 'the answer, with the ice-pwd in question'),
            howItEnded(evidence),
          ],
          ...(answer !== undefined && { causedBy: { step: 'call', entry: answer.entry } }),
          ruledOut: [
            {
              code: 'ice.unreachable',
              variant: 'no-answer',
              because:
                packets === undefined
                  ? 'Firefox gives up after 11 s where nothing comes back'
                  : 'packets of the far end arrived',
            },
            { code: 'net.udp-blocked', variant: 'relay-silent', because: 'packets arrive over UDP' },
            {
              code: 'dtls.fingerprint',
              variant: 'mismatch',
              because: 'no pair ever worked, so DTLS never began',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

function gaveUpLate(evidence: Evidence): boolean {
  if (!isFirefox(evidence) || evidence.phase !== 'failed') return false;
  const { states } = evidence.connection;
  const began = states.find(({ machine, to }) => machine === 'ice' && to === 'checking');
  const failed = states.find(({ machine, to }) => ['ice', 'connection'].includes(machine) && to === 'failed');
  if (began === undefined || failed === undefined) return false;
  const after = failed.at - began.at;
  return after > firefoxGivesUp[0] && after < firefoxGivesUp[1];
}
