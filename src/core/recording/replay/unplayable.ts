import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { LogEntryOf } from '../../session/log.ts';

/** What no simulation in a page can bring about, and what it needs; by catalogue code. */
const needs: Readonly<Record<string, string>> = {
  'browser.no-webrtc': 'a browser without WebRTC',
  'debugger.unexpected': 'a mistake of this debugger’s own',
  'ctx.insecure': 'a page that is not secure',
  'cfg.port-blocked': 'a browser that refuses this port',
  'turn.auth': 'a TURN server that looks at its credentials',
  'turn.quota': 'a TURN server with a quota',
  'gather.none': 'a browser that may not use UDP',
  'ice.lna': 'a browser that guards the local network, and a page from the internet',
  'net.loss': 'a network that fails in the middle of a call',
  'net.blip': 'a network that fails and recovers',
  'net.restart-needed': 'a network that comes back after the call has failed',
  'clock.skew': 'a service with another clock',
  'network.cors': 'a server of another origin without CORS headers',
  'network.local-access': 'a browser that guards the local network',
  'network.mixed-content': 'a page on https: and a service on http:',
  'network.offline': 'a machine without a network',
};

/** Settings of a live session that the simulation replaces by its own. */
const replaced = new Set(['baseUrl', 'sessionEndpoint', 'restWith', 'relay', 'token', 'apiKey']);

/** Why the verdict cannot be the same; empty where it can. */
export function unplayable(
  verdict: Diagnosis | undefined,
  started: LogEntryOf<'run-started'> | undefined,
): readonly string[] {
  if (verdict === undefined) return [];
  const what = needs[verdict.code];
  if (what !== undefined) {
    return [
      `“${verdict.title}” needs ${what}, which a simulated page has not: the verdict will be another one.`,
    ];
  }
  const refused = verdict.code === 'settings.refused' && started?.target === 'live';
  return refused && [...replaced].some((key) => verdict.cause.includes(key))
    ? ['What was refused is a setting of the live target, which the simulation replaces by its own.']
    : [];
}
