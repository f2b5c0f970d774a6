import { candidatesOf, graveness, whyDropped } from './candidateUse.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** Ports that Chromium drops in silence, while remoteDescription still lists them. */
export const portLow: SdpRule = {
  id: 'port-low',
  source: 'libwebrtc, VerifyCandidate; observed in Chromium 156',
  check(input, report) {
    for (const description of descriptions(input)) {
      const all = candidatesOf(description);
      const severity = graveness(all, input.relayOnly);
      for (const { candidate, line } of all) {
        const why = whyDropped(candidate);
        if (why !== 'port' && why !== 'private-port') continue;
        report(description.side, {
          at: line,
          title: `Candidate with port ${candidate.port}`,
          cause:
            why === 'port'
              ? 'Chromium drops candidates with a port below 1024 without a word, other than 80 and 443. Firefox tries them.'
              : `Chromium takes port ${candidate.port} on public addresses only and drops this one without a word.`,
          fix: 'The far end must listen on a port from 1024.',
          severity,
        });
      }
    }
  },
};
