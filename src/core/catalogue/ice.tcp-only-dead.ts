import { howItEnded, noPath, silentAbout } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { remoteCandidates } from './remoteCandidates.ts';
import { claimsConnected } from './sdkBehaviour.ts';

export const iceTcpOnlyDead = {
  code: 'ice.tcp-only-dead',
  origin: 'debugger',
  title: 'The far end offers TCP only, and takes no connection',
  cause:
    'The answer’s only candidates are passive TCP: the browser connects to them as to a web server. Where nothing listens ICE fails within milliseconds, much sooner than over UDP.',
  remedy: 'Let the far end listen on that TCP port, or offer UDP as well.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  discrepancies: [claimsConnected],
  variants: {
    passive: {
      title: 'The answer’s TCP candidates refuse the connection',
      actor: 'far-end',
      specificity: 78,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        if (!noPath(evidence) || !silentAbout(evidence, 'ice-new', 'checks')) return undefined;
        const { answer, states } = evidence.connection;
        const found = remoteCandidates(evidence);
        const [first] = found?.tcp ?? [];
        if (answer === undefined || found === undefined || first === undefined) return undefined;
        if (found.usable + found.named.length > 0) return undefined;
        const began = states.find(({ machine, to }) => machine === 'ice' && to === 'checking');
        const quick =
          evidence.phase === 'failed' && began !== undefined && evidence.failing.at - began.at < 5_000;
        return {
          certainty: quick ? 'proved' : 'likely',
          cause: `The answer offers ${found.tcp.length === 1 ? 'one TCP candidate' : `${found.tcp.length} TCP candidates`} (${first.address}:${first.port}) and nothing over UDP. ${quick ? 'ICE failed at once, as it does where the connection is refused.' : 'No connection came about.'}`,
          remedy:
            'Check that the media server listens there, and that its firewall lets TCP in. UDP candidates beside it are the rule.',
          evidence: [
            { entry: answer.entry, says: 'passive TCP candidates only' },
            ...(began === undefined ? [] : [{ entry: began.id, says: 'the checks began here' }]),
            howItEnded(evidence),
          ],
          causedBy: { step: 'call', entry: answer.entry },
          ruledOut: [
            { code: 'ice.nocand', variant: 'answer', because: 'the answer has candidates' },
            {
              code: 'net.udp-blocked',
              variant: 'relay-silent',
              because: 'the far end is to be reached over TCP only',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
