import { descriptions, type SdpRule } from './rule.ts';

/** Lines that do not end with CR LF. Browsers take LF; a CR alone ends no line for them. */
export const lfOnly: SdpRule = {
  id: 'lf-only',
  source: 'RFC 8866, section 5',
  check(input, report) {
    for (const { side, lines } of descriptions(input)) {
      const bare = lines.find(({ eol }) => eol === '\r');
      if (bare !== undefined) {
        report(side, {
          at: bare,
          title: `A line of the ${side} ends with CR alone`,
          cause: 'Every line of SDP ends with CR LF. For a browser a CR alone ends no line.',
          fix: 'Pass the text on unchanged, or put "\\r\\n" at the end of each line.',
          severity: 'error',
        });
      }
      const feed = lines.find(({ eol }) => eol === '\n');
      if (feed === undefined) continue;
      const all = lines.every(({ eol }) => eol === '\n' || eol === '');
      report(side, {
        at: feed,
        title: all
          ? `The lines of the ${side} end with LF alone`
          : `Some lines of the ${side} end with LF alone`,
        cause: 'Every line of SDP ends with CR LF. Browsers take LF too, other parsers do not.',
        fix: 'Pass the text on unchanged, or put "\\r\\n" at the end of each line.',
        severity: 'warning',
      });
    }
  },
};
