import type { Limits } from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';
import type { Timing } from './replayReplies.ts';

/** Verdicts about servers that did not answer: a closed port of this machine does the same. */
const aboutServers =
  /^(?:turn\.udp\.dead|turn\.tcp\.refused|turns\.tls|net\.udp-blocked|gather\.timeout|ice\.benign701)$/;

/** A wait that ran out need not be waited for as long again, ms. */
const shortLimits: Limits = { token: 1500, 'ice-config': 1500, offer: 1200, call: 1500, connection: 4000 };

/** Whether one of these verdicts is about servers that did not answer. */
export function concernsSilentServers(codes: readonly string[]): boolean {
  return codes.some((code) => aboutServers.test(code));
}

/** The recorded limits; compressed, that of the step that failed is short. */
export function replayLimits(
  limits: Limits,
  timing: Timing,
  failedStep: SessionStep | undefined,
  codes: readonly string[],
): Limits {
  if (timing === 'recorded') return limits;
  // A name that is looked up in vain takes the browser several seconds.
  if (codes.includes('ice.dns')) return { ...limits, connection: Math.min(limits.connection, 10_000) };
  const shorter = (step: SessionStep) => ({ [step]: Math.min(limits[step], shortLimits[step]) });
  const gatheringIsCutOff = limits.offer < 5_000 || concernsSilentServers(codes);
  return {
    ...limits,
    ...(failedStep !== undefined && shorter(failedStep)),
    ...(gatheringIsCutOff && shorter('offer')),
  };
}
