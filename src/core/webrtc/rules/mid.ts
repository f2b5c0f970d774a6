import { brief, type Description, nameOf } from '../description.ts';
import { descriptions, type Report, type SdpRule } from './rule.ts';

/** Each section has a `mid` of its own, and the answer repeats the offer’s. */
export const mid: SdpRule = {
  id: 'mid',
  source: 'RFC 5888, section 4; RFC 9429, section 5.3.1',
  check(input, report) {
    for (const description of descriptions(input)) checkAlone(description, report);
    const { offer, answer } = input;
    if (offer === undefined || answer === undefined) return;
    for (const [index, asked] of offer.media.entries()) {
      const given = answer.media[index];
      // Another kind of media is another rule's.
      if (given?.mid === undefined || asked.mid === undefined || given.media !== asked.media) continue;
      if (given.mid.value === asked.mid.value) continue;
      report('answer', {
        at: given.mid.line,
        title: `Section ${given.index} of the answer has mid ${brief(given.mid.value)}, of the offer ${brief(asked.mid.value)}`,
        cause: 'The answer repeats the offer’s mid. Browsers refuse another.',
        fix: `The far end must write a=mid:${brief(asked.mid.value)}.`,
        severity: 'error',
      });
    }
  },
};

function checkAlone({ side, media, bundles }: Description, report: Report): void {
  const seen = new Map<string, number>();
  for (const section of media) {
    if (section.mid === undefined) {
      const bundled = bundles.length > 0;
      report(side, {
        at: section.mLine,
        title: `The ${nameOf(section)} of the ${side} has no a=mid`,
        cause: bundled
          ? 'a=group:BUNDLE refers to sections by their mid; without one this section cannot be in it.'
          : 'Sections are told apart by their mid; without one a browser goes by their order.',
        fix: 'Write the a=mid of the offer.',
        severity: bundled && !section.rejected ? 'error' : 'warning',
      });
      continue;
    }
    const first = seen.get(section.mid.value);
    seen.set(section.mid.value, first ?? section.index);
    if (first === undefined) continue;
    report(side, {
      at: section.mid.line,
      title: `Sections ${first} and ${section.index} of the ${side} have the same mid`,
      cause: 'A mid names one section.',
      fix: 'Repeat the offer’s mids, each once.',
      severity: 'error',
    });
  }
}
