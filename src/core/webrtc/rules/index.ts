import { addressUnspecified } from './addressUnspecified.ts';
import { bundle } from './bundle.ts';
import { direction } from './direction.ts';
import { escapedCrlf } from './escapedCrlf.ts';
import { fingerprint } from './fingerprint.ts';
import { hostnameCandidate } from './hostnameCandidate.ts';
import { hostnameWithRelay } from './hostnameWithRelay.ts';
import { icePwd } from './icePwd.ts';
import { iceUfrag } from './iceUfrag.ts';
import { lfOnly } from './lfOnly.ts';
import { malformedCandidate } from './malformedCandidate.ts';
import { mdnsOnly } from './mdnsOnly.ts';
import { mid } from './mid.ts';
import { mLineCount } from './mLineCount.ts';
import { mLineOrder } from './mLineOrder.ts';
import { noCandidates } from './noCandidates.ts';
import { noCommonCodec } from './noCommonCodec.ts';
import { noFinalCrlf } from './noFinalCrlf.ts';
import { notSdp } from './notSdp.ts';
import { portLow } from './portLow.ts';
import { rejectedChannel } from './rejectedChannel.ts';
import { rejectedMedia } from './rejectedMedia.ts';
import { rtcpMux } from './rtcpMux.ts';
import type { SdpRule, TextRule } from './rule.ts';
import { sdpLine } from './sdpLine.ts';
import { setup } from './setup.ts';
import { tcpOnly } from './tcpOnly.ts';
import { truncated } from './truncated.ts';

/** About the bare text; the first that finds something ends the lint of that side. */
export const textRules: readonly TextRule[] = [notSdp, escapedCrlf];

/** About the end of the text; what is cut off is judged no further. */
export const endRule: SdpRule = truncated;

/** About what the descriptions say, by themselves and to each other. */
export const sdpRules: readonly SdpRule[] = [
  noFinalCrlf,
  lfOnly,
  sdpLine,
  mLineCount,
  mLineOrder,
  mid,
  bundle,
  setup,
  fingerprint,
  iceUfrag,
  icePwd,
  rtcpMux,
  noCommonCodec,
  direction,
  rejectedChannel,
  rejectedMedia,
  noCandidates,
  malformedCandidate,
  portLow,
  addressUnspecified,
  hostnameCandidate,
  hostnameWithRelay,
  tcpOnly,
  mdnsOnly,
];
