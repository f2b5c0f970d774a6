import { brief, type Description, inherited, nameOf } from '../description.ts';
import { descriptions, type Report, type SdpRule } from './rule.ts';

/** Who begins the DTLS handshake: `actpass` in the offer, a decision in the answer. */
export const setup: SdpRule = {
  id: 'setup',
  source: 'RFC 8842, sections 5.2 and 5.3; RFC 4145, section 4',
  check(input, report) {
    for (const description of descriptions(input)) checkAlone(description, report);
    const { offer, answer } = input;
    if (offer === undefined || answer === undefined) return;
    for (const [index, asked] of offer.media.entries()) {
      const given = answer.media[index];
      if (given === undefined || !given.ownTransport) continue;
      const ours = inherited(offer, asked, 'setup')?.value.trim();
      const theirs = inherited(answer, given, 'setup');
      const role = theirs?.value.trim();
      if (theirs === undefined || role !== ours || (role !== 'active' && role !== 'passive')) continue;
      report('answer', {
        at: theirs.line,
        section: given.index,
        title: `Both sides are ${role}`,
        cause: `Offer and answer both say a=setup:${role}, so ${role === 'active' ? 'both begin the DTLS handshake' : 'nobody begins the DTLS handshake'}.`,
        fix: `The far end must answer a=setup:${role === 'active' ? 'passive' : 'active'}.`,
        severity: 'error',
      });
    }
  },
};

function checkAlone(description: Description, report: Report): void {
  const { side, media, session } = description;
  for (const section of media) {
    if (section.rejected) continue;
    const own = section.attributes.get('setup')?.[0];
    const given = section.ownTransport ? (own ?? session.attributes.get('setup')?.[0]) : own;
    if (given === undefined) {
      if (section.ownTransport) missing(side, nameOf(section), section.mLine, report);
      continue;
    }
    const role = given.value.trim();
    const allowed = side === 'offer' ? ['actpass'] : ['active', 'passive'];
    if (allowed.includes(role)) continue;
    report(side, {
      at: given.line,
      section: section.index,
      title: `a=setup:${brief(role)} in the ${side}`,
      cause:
        side === 'answer'
          ? 'The answer decides who begins the DTLS handshake: active or passive. Browsers refuse anything else.'
          : 'An offer leaves the choice to the answer: actpass.',
      fix: side === 'answer' ? 'The far end must answer active (or passive).' : 'Offer a=setup:actpass.',
      severity: ['active', 'passive'].includes(role) ? 'warning' : 'error',
    });
  }
}

function missing(
  side: 'offer' | 'answer',
  name: string,
  at: Parameters<Report>[1]['at'],
  report: Report,
): void {
  report(side, {
    at,
    title: `The ${name} of the ${side} has no a=setup`,
    cause: `Who begins the DTLS handshake is not said. ${
      side === 'answer' ? 'Chromium then takes the far end for active' : 'It then counts as active'
    }; other peers refuse it.`,
    fix: `Write a=setup:${side === 'answer' ? 'active' : 'actpass'}.`,
    severity: 'warning',
  });
}
