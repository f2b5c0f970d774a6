import type { SdpRule } from './rule.ts';

export const mLineCount: SdpRule = {
  id: 'mline-count',
  source: 'RFC 3264, section 6; RFC 9429, section 5.3.1',
  check({ offer, answer }, report) {
    if (offer === undefined || answer === undefined) return;
    const asked = offer.media.length;
    const given = answer.media.length;
    if (asked === given) return;
    const kinds = offer.media.map(({ media }) => media).slice(0, 8);
    report('answer', {
      at: answer.media[asked]?.mLine,
      title: `The answer has ${given} media sections, the offer ${asked}`,
      cause: `An answer has one m= line for each of the offer’s, in the same order (${kinds.join(', ')}${asked > kinds.length ? ', …' : ''}). Browsers refuse it otherwise.`,
      fix: 'What the far end does not want it rejects with port 0; it never leaves it out.',
      severity: 'error',
    });
  },
};
