import type { CatalogueCode } from '../../src/core/catalogue/index.ts';
import { appNoSession } from './app.no-session.ts';
import { backendCachedToken } from './backend.cached-token.ts';
import { backendErrorHidden } from './backend.error-hidden.ts';
import { backendLoginRequired } from './backend.login-required.ts';
import { backendRouteMissing } from './backend.route-missing.ts';
import { backendSilent } from './backend.silent.ts';
import { cfgCred } from './cfg.cred.ts';
import { cfgRefused } from './cfg.refused.ts';
import { cfgUrl } from './cfg.url.ts';
import { clockSleep } from './clock.sleep.ts';
import { connectionUnexplained } from './connection.unexplained.ts';
import { credentialUndefined } from './credential.undefined.ts';
import { dcRemoteClose } from './dc.remote-close.ts';
import { dtlsFingerprint } from './dtls.fingerprint.ts';
import { gatherMdns } from './gather.mdns.ts';
import { gatherTimeout } from './gather.timeout.ts';
import { healthy } from './healthy.ts';
import { iceAdd } from './ice.add.ts';
import { iceBadpwd } from './ice.badpwd.ts';
import { iceBenign701 } from './ice.benign701.ts';
import { iceDns } from './ice.dns.ts';
import { iceHostname } from './ice.hostname.ts';
import { iceNocand } from './ice.nocand.ts';
import { icePortLow } from './ice.port-low.ts';
import { iceTcpOnlyDead } from './ice.tcp-only-dead.ts';
import { iceUnreachable } from './ice.unreachable.ts';
import { invalidEphemeralToken } from './invalid_ephemeral_token.ts';
import { invalidRequestError } from './invalid_request_error.ts';
import { mediaBusy } from './media.busy.ts';
import { mediaDenied } from './media.denied.ts';
import { mediaEnded } from './media.ended.ts';
import { mediaNoframes } from './media.noframes.ts';
import { mediaNone } from './media.none.ts';
import { mediaNotfound } from './media.notfound.ts';
import { mediaOverconstrained } from './media.overconstrained.ts';
import { mediaSilent } from './media.silent.ts';
import { missing } from './missing.ts';
import { netUdpBlocked } from './net.udp-blocked.ts';
import { networkUnreachable } from './network.unreachable.ts';
import { notFoundError } from './not_found_error.ts';
import { orgaAIAuthenticationError } from './OrgaAIAuthenticationError.ts';
import { orgaAIServerError } from './OrgaAIServerError.ts';
import { pcLimit } from './pc.limit.ts';
import { playBlocked } from './play.blocked.ts';
import { proxyAnswered } from './proxy.answered.ts';
import { relayNoturn } from './relay.noturn.ts';
import { replyIncomplete } from './reply.incomplete.ts';
import { replyUnusable } from './reply.unusable.ts';
import { requestInvalid } from './request.invalid.ts';
import type { Scenario, ScenariosOf } from './scenario.ts';
import { sdpCodec } from './sdp.codec.ts';
import { sdpDir } from './sdp.dir.ts';
import { sdpEscapedCrlf } from './sdp.escaped-crlf.ts';
import { sdpMline } from './sdp.mline.ts';
import { sdpNoFinalCrlf } from './sdp.no-final-crlf.ts';
import { sdpNoFp } from './sdp.no-fp.ts';
import { sdpNoRtcpMux } from './sdp.no-rtcp-mux.ts';
import { sdpNoUfrag } from './sdp.no-ufrag.ts';
import { sdpNotsdp } from './sdp.notsdp.ts';
import { sdpRejected } from './sdp.rejected.ts';
import { sdpRejectedDc } from './sdp.rejected-dc.ts';
import { sdpSetup } from './sdp.setup.ts';
import { sdpTruncated } from './sdp.truncated.ts';
import { serviceRateLimited } from './service.rate-limited.ts';
import { settingsRefused } from './settings.refused.ts';
import { sigGlare } from './sig.glare.ts';
import { sigState } from './sig.state.ts';
import { sigType } from './sig.type.ts';
import { statusUnlisted } from './status.unlisted.ts';
import { timeoutError } from './timeout_error.ts';
import { turnPortDisallowed } from './turn.port-disallowed.ts';
import { turnTcpRefused } from './turn.tcp.refused.ts';
import { turnUdpDead } from './turn.udp.dead.ts';
import { turnsTls } from './turns.tls.ts';

/**
 * Codes that no scenario can provoke, and why. End-to-end tests provoke them with the real thing, or with stubs in its
 * place.
 */
export const withoutScenario = {
  'browser.no-webrtc': 'The page would need a browser without WebRTC.',
  'debugger.unexpected': 'A mistake of our own, which no world makes.',
  'ctx.insecure': 'A page that is not secure has no worker, so there is no simulation on it.',
  'cfg.port-blocked': 'Only Firefox refuses such a port; the same list in Chromium is turn.port-disallowed.',
  'turn.auth': 'Needs a TURN server that looks at its credentials.',
  'turn.quota': 'Needs a TURN server with a quota.',
  'gather.none': 'Needs a browser that is forbidden to use UDP.',
  'ice.lna': 'Needs a browser that guards the local network, and a page from the internet.',
  'net.loss': 'Needs a network that fails in the middle of a call.',
  'net.blip': 'Needs a network that fails in the middle of a call, and recovers.',
  'net.restart-needed': 'Needs a network that comes back after the call has failed.',
  'clock.skew': 'Needs a service whose clock differs from this machine’s.',
  'network.cors': 'Needs a server that sends no CORS headers and can still be reached.',
  'network.local-access': 'Needs a browser that guards the local network.',
  'network.mixed-content': 'Needs a page on https: and a service on http:.',
  'network.offline': 'Needs a machine without a network.',
} as const satisfies Partial<Record<CatalogueCode, string>>;

type WithoutScenario = keyof typeof withoutScenario;

/** In the catalogue's order. An entry without a scenario does not compile. */
const byCode = {
  invalid_request_error: invalidRequestError,
  not_found_error: notFoundError,
  missing: missing,
  invalid_ephemeral_token: invalidEphemeralToken,
  OrgaAIAuthenticationError: orgaAIAuthenticationError,
  OrgaAIServerError: orgaAIServerError,
  timeout_error: timeoutError,
  'service.rate-limited': serviceRateLimited,
  'network.unreachable': networkUnreachable,
  'reply.unusable': replyUnusable,
  'reply.incomplete': replyIncomplete,
  'request.invalid': requestInvalid,
  'credential.undefined': credentialUndefined,
  'backend.error-hidden': backendErrorHidden,
  'backend.login-required': backendLoginRequired,
  'backend.route-missing': backendRouteMissing,
  'backend.silent': backendSilent,
  'backend.cached-token': backendCachedToken,
  'proxy.answered': proxyAnswered,
  'status.unlisted': statusUnlisted,
  'settings.refused': settingsRefused,
  'media.denied': mediaDenied,
  'media.notfound': mediaNotfound,
  'media.busy': mediaBusy,
  'media.overconstrained': mediaOverconstrained,
  'media.none': mediaNone,
  'media.ended': mediaEnded,
  'media.silent': mediaSilent,
  'media.noframes': mediaNoframes,
  'play.blocked': playBlocked,
  'cfg.url': cfgUrl,
  'cfg.cred': cfgCred,
  'cfg.refused': cfgRefused,
  'sdp.notsdp': sdpNotsdp,
  'sdp.truncated': sdpTruncated,
  'sdp.no-final-crlf': sdpNoFinalCrlf,
  'sdp.escaped-crlf': sdpEscapedCrlf,
  'sdp.mline': sdpMline,
  'sdp.setup': sdpSetup,
  'sdp.no-fp': sdpNoFp,
  'sdp.no-ufrag': sdpNoUfrag,
  'sdp.no-rtcp-mux': sdpNoRtcpMux,
  'sdp.codec': sdpCodec,
  'sdp.dir': sdpDir,
  'sdp.rejected-dc': sdpRejectedDc,
  'sdp.rejected': sdpRejected,
  'sig.state': sigState,
  'sig.glare': sigGlare,
  'sig.type': sigType,
  'ice.add': iceAdd,
  'pc.limit': pcLimit,
  'turn.udp.dead': turnUdpDead,
  'turn.tcp.refused': turnTcpRefused,
  'turn.port-disallowed': turnPortDisallowed,
  'turns.tls': turnsTls,
  'ice.dns': iceDns,
  'ice.benign701': iceBenign701,
  'gather.timeout': gatherTimeout,
  'gather.mdns': gatherMdns,
  'relay.noturn': relayNoturn,
  'net.udp-blocked': netUdpBlocked,
  'ice.nocand': iceNocand,
  'ice.port-low': icePortLow,
  'ice.hostname': iceHostname,
  'ice.tcp-only-dead': iceTcpOnlyDead,
  'ice.unreachable': iceUnreachable,
  'ice.badpwd': iceBadpwd,
  'dtls.fingerprint': dtlsFingerprint,
  'dc.remote-close': dcRemoteClose,
  'app.no-session': appNoSession,
  'clock.sleep': clockSleep,
  'connection.unexplained': connectionUnexplained,
} satisfies { readonly [C in Exclude<CatalogueCode, WithoutScenario>]: ScenariosOf<C> };

/** Every scenario: first the good ones, then those that fail. */
export const scenarios: readonly Scenario[] = [...healthy, ...Object.values(byCode).flat()];

/** Undefined when there is none with this id. */
export function findScenario(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
