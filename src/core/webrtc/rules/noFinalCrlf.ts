import { descriptions, type SdpRule } from './rule.ts';

/** The last line has no end: the text was trimmed. Chromium refuses it, Firefox does not (observed). */
export const noFinalCrlf: SdpRule = {
  id: 'no-final-crlf',
  source: 'RFC 8866, section 5; observed in Chromium 156',
  check(input, report) {
    for (const { side, lines } of descriptions(input)) {
      const last = lines.at(-1);
      if (last?.eol !== '') continue;
      report(side, {
        at: last,
        title: `The last line of the ${side} does not end`,
        cause:
          'Every line of SDP ends with CR LF, the last one too. Somebody trimmed the text. Chromium refuses it (“Invalid SDP line”), Firefox takes it.',
        fix: 'Do not trim SDP. Where it cannot be helped, append "\\r\\n".',
        severity: 'error',
      });
    }
  },
};
