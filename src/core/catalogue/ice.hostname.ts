import type { Evidence } from '../diagnosis/evidence.ts';
import { howItEnded, noPath, silentAbout, stateEntry } from './connection.ts';
import type { CatalogueEntry, Finding } from './entry.ts';
import { remoteCandidates } from './remoteCandidates.ts';
import { quoted } from './reply.ts';
import { claimsConnected } from './sdkBehaviour.ts';

export const iceHostname = {
  code: 'ice.hostname',
  origin: 'debugger',
  title: 'The answer names hosts that this browser cannot look up',
  cause:
    'A candidate may carry a name instead of an address: a .local name, which only machines of the same local network can look up, or one from the DNS. Where it is not found the candidate is dropped silently and ICE stays “new” for ever.',
  remedy: 'Let the far end announce IP addresses.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [claimsConnected],
  variants: {
    unresolved: {
      title: 'The answer’s host names were not found',
      actor: 'far-end',
      specificity: 79,
      of: ['failed', 'waiting'],
      recognise: (evidence) =>
        evidence.connection.policy === 'relay'
          ? undefined
          : recognise(
              evidence,
              'None of them was found, so no check was sent.',
              'Report the answer with the correlation id of the call: a server must announce IP addresses. A .local name means that the far end is a browser or hides its address (mDNS).',
            ),
    },
    relay: {
      title: 'With relay only, host names are not looked up',
      actor: 'far-end',
      specificity: 79.5,
      of: ['failed', 'waiting'],
      recognise: (evidence) =>
        evidence.connection.policy === 'relay' && evidence.connection.localCandidates.length > 0
          ? recognise(
              evidence,
              'With iceTransportPolicy “relay” browsers do not look names up at all, by design.',
              'Use the policy “all”, or let the far end announce IP addresses.',
            )
          : undefined,
    },
  },
} as const satisfies CatalogueEntry;

function recognise(evidence: Evidence, why: string, remedy: string): Finding | undefined {
  if (!noPath(evidence) || !silentAbout(evidence, 'no-candidates', 'ice-new')) return undefined;
  const { answer } = evidence.connection;
  const found = remoteCandidates(evidence);
  if (answer === undefined || found === undefined || found.named.length === 0) return undefined;
  if (found.usable + found.tcp.length > 0) return undefined;
  // A name that was found makes a pair, and is checked. Firefox counts no checks, but shows the pair.
  if (evidence.connection.pairs !== undefined || stateEntry(evidence, 'ice', 'checking') !== undefined)
    return undefined;
  const [name = ''] = found.named;
  return {
    certainty: 'likely',
    cause: `The answer’s candidates are names, such as ${quoted(name)}, and no addresses. ${why}`,
    remedy,
    evidence: [
      { entry: answer.entry, says: `${quoted(name)} in the place of an address` },
      howItEnded(evidence),
    ],
    causedBy: { step: 'call', entry: answer.entry },
    ruledOut: [
      { code: 'ice.nocand', variant: 'answer', because: 'the answer has candidates' },
      { code: 'ice.unreachable', variant: 'no-answer', because: 'no check was sent' },
      { code: 'ice.port-low', variant: 'below-1024', because: 'it is not the port that keeps them from use' },
    ],
  };
}
