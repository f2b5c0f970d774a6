import { firstLine } from '../sdp.ts';
import type { TextRule } from './rule.ts';

/** Line ends written out as `\r\n` or `%0D%0A`: the text was encoded once too often. */
export const escapedCrlf: TextRule = {
  id: 'escaped-crlf',
  source: 'RFC 8866, section 5',
  check(text, side) {
    const first = firstLine(text);
    const encoded = /(?:\\n|%0A)[a-z](?:=|%3D)/i.exec(first)?.[0];
    if (encoded === undefined) {
      if (!/^(?:["']v|v%3D)/i.test(first)) return undefined;
      return {
        title: `The ${side} is still encoded`,
        cause:
          'SDP begins with “v=0”; here a quotation mark or an encoded “=” stands in the first characters.',
        fix: 'Decode the reply once, and hand on the string inside.',
        severity: 'error',
      };
    }
    const percent = encoded.startsWith('%');
    return {
      title: `The line ends of the ${side} are ${percent ? 'percent-encoded' : 'escaped'}`,
      cause: percent
        ? 'Lines are separated by the characters %0D%0A instead of by line ends: the text is URL-encoded.'
        : 'Lines are separated by the characters \\r\\n, spelt out, instead of by line ends: the text was put into JSON twice, or taken out of JSON without a parser.',
      fix: percent
        ? 'Decode it with decodeURIComponent, once.'
        : 'Take the text out with JSON.parse, once for each time it was put in.',
      severity: 'error',
    };
  },
};
