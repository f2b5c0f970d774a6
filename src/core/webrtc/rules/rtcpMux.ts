import { nameOf } from '../description.ts';
import { isRtp } from './codecs.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** Browsers send RTP and RTCP over one port only (rtcpMuxPolicy `require`). */
export const rtcpMux: SdpRule = {
  id: 'rtcp-mux',
  source: 'RFC 5761, section 5.1.1; RFC 9429, section 5.8',
  check(input, report) {
    for (const { side, media } of descriptions(input)) {
      for (const section of media) {
        if (section.rejected || !isRtp(section) || section.attributes.has('rtcp-mux')) continue;
        report(side, {
          at: section.mLine,
          title: `The ${nameOf(section)} of the ${side} has no a=rtcp-mux`,
          cause: 'Browsers send RTP and RTCP over one port and refuse an answer that does not agree.',
          fix: 'The far end must write a=rtcp-mux in each audio and video section.',
          severity: side === 'answer' ? 'error' : 'warning',
        });
      }
    }
  },
};
