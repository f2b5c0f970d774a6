import { candidatesOf, isHostname, isReachable } from './candidateUse.ts';
import type { SdpRule } from './rule.ts';

/** With the policy `relay` a browser looks no candidate's name up. */
export const hostnameWithRelay: SdpRule = {
  id: 'hostname-with-relay',
  source: 'libwebrtc, P2PTransportChannel::AddRemoteCandidate',
  check({ answer, relayOnly }, report) {
    if (answer === undefined || !relayOnly) return;
    const all = candidatesOf(answer);
    const named = all.find(({ candidate }) => isHostname(candidate));
    if (named === undefined) return;
    const other = all.some(({ candidate }) => isReachable(candidate, true));
    report('answer', {
      at: named.line,
      title: 'A name as candidate, with the policy relay',
      cause: `With iceTransportPolicy relay, Chromium does not look up the names of candidates, by design${other ? '; the others are used.' : ', and there is no other candidate: it stays in “new” for ever.'}`,
      fix: 'The far end must announce an IP address, or the policy must be all.',
      severity: other ? 'warning' : 'error',
    });
  },
};
