import { addressKind } from '../address.ts';
import { brief } from '../description.ts';
import { candidatesOf, isHostname, isReachable } from './candidateUse.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** A name instead of an address: it must be looked up first, and a failure is silent. */
export const hostnameCandidate: SdpRule = {
  id: 'hostname-candidate',
  source: 'RFC 8839, section 5.1; observed in Chromium 156',
  check(input, report) {
    for (const description of descriptions(input)) {
      const { side } = description;
      const all = candidatesOf(description);
      const byAddress = all.some(
        ({ candidate }) => !isHostname(candidate) && isReachable(candidate, input.relayOnly),
      );
      for (const { candidate, line } of all) {
        const kind = addressKind(candidate.address);
        // In an offer a .local name is what a browser writes for its own address.
        if (kind !== 'name' && !(kind === 'mdns' && side === 'answer')) continue;
        report(side, {
          at: line,
          title: `Candidate with the name ${brief(candidate.address)}`,
          cause:
            kind === 'mdns'
              ? 'A .local name is found by multicast on one local network only. Where it is not, Chromium stays in “new” without a word.'
              : 'The browser must look the name up first. Where it cannot, Chromium stays in “new” for ever, without a word.',
          fix:
            kind === 'mdns'
              ? 'The far end must announce an IP address, unless it is on this very machine.'
              : 'The far end must announce its IP address.',
          severity: kind === 'mdns' || byAddress ? 'info' : 'warning',
        });
      }
    }
  },
};
