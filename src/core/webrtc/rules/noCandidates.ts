import { descriptions, type SdpRule } from './rule.ts';

/** No address at all. */
export const noCandidates: SdpRule = {
  id: 'no-candidates',
  source: 'RFC 8839, section 5.1; observed in Chromium 156, Firefox 153',
  check(input, report) {
    for (const { side, media } of descriptions(input)) {
      const wanted = media.filter(({ rejected }) => !rejected);
      if (wanted.length === 0 || wanted.some(({ candidates }) => candidates.length > 0)) continue;
      report(
        side,
        side === 'answer'
          ? {
              title: 'The answer has no candidates',
              cause:
                'No a=candidate line says where the far end is, and none can follow: the API has no trickle ICE. Chromium then stays in “new” for ever, Firefox fails after 5 s.',
              fix: 'The far end must gather before it answers, and write its candidates into the answer.',
              severity: 'error',
            }
          : {
              title: 'The offer has no candidates',
              cause:
                'Nothing was gathered before the offer was sent. The far end can still be reached, if its own candidates are public.',
              fix: 'Wait for gathering before the call. If gathering ends with nothing, UDP is disallowed here, or the policy is relay without a TURN server that works.',
              severity: 'warning',
            },
      );
    }
  },
};
