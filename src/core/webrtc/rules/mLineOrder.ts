import { brief } from '../description.ts';
import type { SdpRule } from './rule.ts';

export const mLineOrder: SdpRule = {
  id: 'mline-order',
  source: 'RFC 3264, section 6; RFC 9429, section 5.3.1',
  check({ offer, answer }, report) {
    // With another number of sections the order says nothing.
    if (offer === undefined || answer === undefined || offer.media.length !== answer.media.length) return;
    for (const [index, asked] of offer.media.entries()) {
      const given = answer.media[index];
      if (given === undefined || given.media === asked.media) continue;
      report('answer', {
        at: given.mLine,
        title: `Section ${given.index} of the answer is ${brief(given.media)}, of the offer ${brief(asked.media)}`,
        cause: 'The answer’s m= lines stand in the order of the offer’s. Browsers refuse another order.',
        fix: 'The far end must answer section by section, in the offer’s order.',
        severity: 'error',
      });
    }
  },
};
