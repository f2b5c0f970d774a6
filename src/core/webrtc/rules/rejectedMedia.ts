import { nameOf } from '../description.ts';
import type { SdpRule } from './rule.ts';

/** The answer says no to sound or picture. */
export const rejectedMedia: SdpRule = {
  id: 'rejected-media',
  source: 'RFC 3264, section 6',
  check({ answer }, report) {
    for (const section of answer?.media ?? []) {
      if (section.media === 'application' || !section.rejected) continue;
      const audio = section.media === 'audio';
      report('answer', {
        at: section.mLine,
        title: `The answer rejects the ${nameOf(section)}`,
        cause: `The m= line has port 0: ${audio ? 'no sound in either direction' : 'this section is not used'}.`,
        fix: audio
          ? 'Check that the offer has a codec that the far end knows, and that the session wants audio.'
          : 'Nothing, where the session does not need it.',
        severity: audio ? 'error' : 'info',
      });
    }
  },
};
