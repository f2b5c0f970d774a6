import { type Description, type MediaSection, words } from '../description.ts';
import { isCompleteLine } from './completeLine.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** The text stops in the middle. Found from its end alone: what is merely trimmed stops after a whole line. */
export const truncated: SdpRule = {
  id: 'truncated',
  source: 'RFC 8866, section 9',
  check(input, report) {
    for (const description of descriptions(input)) {
      const cause = whyCut(description);
      if (cause === undefined) continue;
      report(description.side, {
        at: description.lines.at(-1),
        title: `The ${description.side} is cut off`,
        cause,
        fix: 'Look for what limits the length on its way: a database column, a log, a proxy, a body that was read before its end.',
        severity: 'error',
      });
    }
  },
};

function whyCut({ lines, media, bundles }: Description): string | undefined {
  const last = lines.at(-1);
  if (last === undefined) return undefined;
  const open = last.eol === '' || last.eol === '\r';
  if (open && !isCompleteLine(last)) return `The text stops inside line ${last.number}.`;
  const section = media.at(-1);
  const announced = bundles.reduce((most, { mids }) => Math.max(most, mids.length), 0);
  if (announced > media.length && (open || section?.mid === undefined || isIncomplete(section))) {
    return `a=group:BUNDLE names ${announced} media sections, the text stops ${media.length === 0 ? 'before the first' : `in section ${media.length}`}.`;
  }
  if (open && section !== undefined && !section.rejected && isIncomplete(section)) {
    return `The last ${section.media} section lacks what its m= line announces.`;
  }
  return undefined;
}

function isIncomplete({ media, attributes, formats }: MediaSection): boolean {
  if (media === 'application') return !attributes.has('sctp-port') && !attributes.has('sctpmap');
  const described = new Set((attributes.get('rtpmap') ?? []).map(({ value }) => words(value)[0]));
  return formats.some((format) => /^(?:9[6-9]|1[01]\d|12[0-7])$/.test(format) && !described.has(format));
}
