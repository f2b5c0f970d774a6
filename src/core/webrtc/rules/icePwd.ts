import { iceCredential } from './iceCredential.ts';
import type { SdpRule } from './rule.ts';

export const icePwd: SdpRule = {
  id: 'ice-pwd',
  source: 'RFC 8839, section 5.4',
  ...iceCredential('ice-pwd', 22, 'password'),
};
