import type { SdpRule } from './rule.ts';

/** The answer says no to the data channel. */
export const rejectedChannel: SdpRule = {
  id: 'rejected-channel',
  source: 'RFC 3264, section 6; RFC 8841, section 7',
  check({ answer }, report) {
    for (const section of answer?.media ?? []) {
      if (section.media !== 'application' || !section.rejected) continue;
      report('answer', {
        at: section.mLine,
        title: 'The answer rejects the data channel',
        cause:
          'The m=application line has port 0. Chromium then closes the channel with an error, in Firefox it stays “connecting” for ever.',
        fix: 'The far end must accept the section: the events of a session travel over it.',
        severity: 'error',
      });
    }
  },
};
