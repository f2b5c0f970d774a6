import { iceCredential } from './iceCredential.ts';
import type { SdpRule } from './rule.ts';

export const iceUfrag: SdpRule = {
  id: 'ice-ufrag',
  source: 'RFC 8839, section 5.4',
  ...iceCredential('ice-ufrag', 4, 'user name fragment'),
};
