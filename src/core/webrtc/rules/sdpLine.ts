import { descriptions, type SdpRule } from './rule.ts';

/** Lines that are not `letter=value`, and the lines without which there is no session. */
export const sdpLine: SdpRule = {
  id: 'line',
  source: 'RFC 8866, sections 5 and 9',
  check(input, report) {
    for (const { side, lines, session } of descriptions(input)) {
      for (const line of lines) {
        const control = /[\0-\x08\x0b\x0c\x0e-\x1f]/.test(line.raw);
        if (line.type !== '' && !control) continue;
        report(side, {
          at: line,
          title: control
            ? `Line ${line.number} of the ${side} holds a control character`
            : `Line ${line.number} of the ${side} is no line of SDP`,
          cause: control
            ? 'NUL and other control characters have no place in SDP; browsers stop there.'
            : 'A line is a letter, “=” and a value, without white space around the “=”; there are no empty lines.',
          fix: 'Find what put it there on the way from the peer to here.',
          severity: 'error',
        });
      }
      const absent = ['o', 's', 't'].filter((type) => !session.lines.some((line) => line.type === type));
      if (absent.length === 0) continue;
      report(side, {
        title: `The ${side} lacks ${absent.map((type) => `${type}=`).join(', ')}`,
        cause: 'v=, o=, s= and t= begin every session description.',
        fix: 'Pass the description on unchanged.',
        severity: 'error',
      });
    }
  },
};
