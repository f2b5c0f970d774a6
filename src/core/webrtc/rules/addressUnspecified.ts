import { candidatesOf, graveness, whyDropped } from './candidateUse.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** A server that listens everywhere wrote down “everywhere”. */
export const addressUnspecified: SdpRule = {
  id: 'address-unspecified',
  source: 'libwebrtc, VerifyCandidate (“candidate has address of zero”)',
  check(input, report) {
    for (const description of descriptions(input)) {
      const all = candidatesOf(description);
      const severity = graveness(all, input.relayOnly);
      for (const { candidate, line } of all) {
        if (whyDropped(candidate) !== 'unspecified') continue;
        report(description.side, {
          at: line,
          title: `Candidate with address ${candidate.address}`,
          cause: 'Nobody can be reached there: it is what a server listens on. Browsers drop it.',
          fix: 'The far end must announce the address under which it is reached.',
          severity,
        });
      }
    }
  },
};
