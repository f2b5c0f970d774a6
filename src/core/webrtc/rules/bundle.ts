import { brief } from '../description.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** The BUNDLE group names sections that are there, and an answer bundles nothing that was not offered so. */
export const bundle: SdpRule = {
  id: 'bundle',
  source: 'RFC 9143, sections 7.1 and 7.3',
  check(input, report) {
    const { offer, answer } = input;
    const offered = new Set(offer?.bundles.flatMap(({ mids }) => mids));
    // A mid that the offer does not have at all is another rule's.
    const unbundled = new Set(
      offer?.media.flatMap(({ mid }) => (mid === undefined || offered.has(mid.value) ? [] : [mid.value])),
    );
    for (const { side, media, bundles } of descriptions(input)) {
      const sections = new Map(media.map((section) => [section.mid?.value.trim(), section]));
      for (const { mids, line } of bundles) {
        for (const mid of mids) {
          const section = sections.get(mid);
          if (section === undefined) {
            report(side, {
              at: line,
              title: `The ${side} bundles mid ${brief(mid)}, which no section has`,
              cause: 'a=group:BUNDLE names a section that is not there. Browsers refuse that.',
              fix: 'The group must name the mids of the sections below it, and no others.',
              severity: 'error',
            });
          } else if (side === 'answer' && section.rejected) {
            report(side, {
              at: line,
              title: `The answer bundles mid ${brief(mid)}, which it rejects`,
              cause: 'A section with port 0 must not be in the BUNDLE group.',
              fix: 'The far end must take it out of the group.',
              severity: 'warning',
            });
          } else if (unbundled.has(mid)) {
            report(side, {
              at: line,
              title: `The answer bundles mid ${brief(mid)}, the offer does not`,
              cause: 'An answer can only bundle what was offered in a group.',
              fix: 'The far end must take it out of the group.',
              severity: 'error',
            });
          }
        }
      }
    }
    if (offered.size === 0 || answer === undefined || answer.bundles.length > 0) return;
    if (answer.media.filter(({ rejected }) => !rejected).length < 2) return;
    report('answer', {
      title: 'The answer does not bundle',
      cause:
        'Without a=group:BUNDLE each section needs a transport of its own: more candidates, more checks, more ways to fail. With bundlePolicy max-bundle a browser refuses it.',
      fix: 'The far end should accept the offer’s BUNDLE group.',
      severity: 'warning',
    });
  },
};
