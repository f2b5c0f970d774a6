import { nameOf } from '../description.ts';
import { type Codec, codecKey, codecsOf, isMediaCodec, isRtp } from './codecs.ts';
import type { SdpRule } from './rule.ts';

/** Both browsers take such an answer, connect, and stay silent (observed). */
export const noCommonCodec: SdpRule = {
  id: 'no-common-codec',
  source: 'RFC 3264, section 6.1; RFC 3551, section 6',
  check({ offer, answer }, report) {
    if (offer === undefined || answer === undefined) return;
    for (const [index, asked] of offer.media.entries()) {
      const given = answer.media[index];
      if (given === undefined || given.media !== asked.media) continue;
      if (given.rejected || asked.rejected || !isRtp(asked)) continue;
      const offered = codecsOf(asked).filter(isMediaCodec);
      const answered = codecsOf(given).filter(isMediaCodec);
      const known = new Set(offered.map(codecKey));
      if (offered.length === 0 || answered.some((codec) => known.has(codecKey(codec)))) continue;
      report('answer', {
        at: given.mLine,
        title: `The ${nameOf(given)} has no codec in common with the offer`,
        cause: `Offered: ${listed(offered)}. Answered: ${listed(answered)}. The browser takes such an answer without a word and connects, but nothing can be ${given.media === 'video' ? 'seen' : 'heard'}.`,
        fix: `The far end must answer with a codec of the offer${given.media === 'audio' ? ', for example opus/48000/2' : ''}.`,
        severity: 'error',
      });
    }
  },
};

function listed(codecs: readonly Codec[]): string {
  if (codecs.length === 0) return 'none that is described';
  const names = [...new Set(codecs.map(({ name }) => name))];
  return `${names.slice(0, 6).join(', ')}${names.length > 6 ? ', …' : ''}`;
}
