import type { SdpLine } from '../sdp.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** Lines that are not `letter=value`, and the lines without which there is no session. */
export const sdpLine: SdpRule = {
  id: 'line',
  source: 'RFC 8866, sections 5 and 9',
  check(input, report) {
    for (const { side, lines, session } of descriptions(input)) {
      for (const line of lines) {
        const why = whyNot(line);
        if (why === undefined) continue;
        report(side, {
          at: line,
          title: `Line ${line.number} of the ${side} ${why.title}`,
          cause: why.cause,
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

function whyNot({
  raw,
  type,
  value,
}: SdpLine): { readonly title: string; readonly cause: string } | undefined {
  if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(raw)) {
    return {
      title: 'holds a control character',
      cause: 'NUL and other control characters have no place in SDP; browsers stop there.',
    };
  }
  if (type === '') {
    return {
      title: 'is no line of SDP',
      cause:
        'A line is a letter, “=” and a value, without white space around the “=”; there are no empty lines.',
    };
  }
  if (type === 'b' && !/^[\w-]+:\d+\s*$/.test(value)) {
    return {
      title: 'is no bandwidth',
      cause: 'b= is a name, a colon and a whole number, for example b=AS:128.',
    };
  }
  if (type === 'm' && !/^\S+ \d+(?:\/\d+)? \S+ \S/.test(value)) {
    return {
      title: 'is no media line',
      cause:
        'm= is kind, port, protocol and at least one format, for example m=audio 9 UDP/TLS/RTP/SAVPF 111.',
    };
  }
  return undefined;
}
