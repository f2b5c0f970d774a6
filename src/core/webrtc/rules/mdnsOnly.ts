import { addressKind } from '../address.ts';
import { candidatesOf } from './candidateUse.ts';
import type { SdpRule } from './rule.ts';

/** This browser keeps its addresses to itself, and no server has said what it looks like from outside. */
export const mdnsOnly: SdpRule = {
  id: 'mdns-only',
  source: 'draft-ietf-mmusic-mdns-ice-candidates, section 3',
  check({ offer }, report) {
    if (offer === undefined) return;
    const all = candidatesOf(offer);
    if (all.length === 0 || all.some(({ candidate }) => addressKind(candidate.address) !== 'mdns')) return;
    report('offer', {
      at: all[0]?.line,
      title: 'The offer has .local candidates only',
      cause:
        'Without permission for the microphone a browser hides its addresses behind .local names, which a far end elsewhere cannot look up. It then depends on this browser’s checks reaching the far end.',
      fix: 'None needed if it connects. Otherwise: a STUN or TURN server that answers, or the microphone permission.',
      severity: 'info',
    });
  },
};
