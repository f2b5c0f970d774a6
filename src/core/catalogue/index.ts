import { appNoSession } from './app.no-session.ts';
import { backendCachedToken } from './backend.cached-token.ts';
import { backendErrorHidden } from './backend.error-hidden.ts';
import { backendLoginRequired } from './backend.login-required.ts';
import { backendRouteMissing } from './backend.route-missing.ts';
import { backendSilent } from './backend.silent.ts';
import { browserNoWebrtc } from './browser.no-webrtc.ts';
import { cfgCred } from './cfg.cred.ts';
import { cfgPortBlocked } from './cfg.port-blocked.ts';
import { cfgRefused } from './cfg.refused.ts';
import { cfgUrl } from './cfg.url.ts';
import { clockSkew } from './clock.skew.ts';
import { clockSleep } from './clock.sleep.ts';
import { connectionUnexplained } from './connection.unexplained.ts';
import { credentialUndefined } from './credential.undefined.ts';
import { ctxInsecure } from './ctx.insecure.ts';
import { dcRemoteClose } from './dc.remote-close.ts';
import { debuggerUnexpected } from './debugger.unexpected.ts';
import { dtlsFingerprint } from './dtls.fingerprint.ts';
import type { CatalogueEntry, Variant } from './entry.ts';
import { gatherMdns } from './gather.mdns.ts';
import { gatherNone } from './gather.none.ts';
import { gatherTimeout } from './gather.timeout.ts';
import { iceAdd } from './ice.add.ts';
import { iceBadpwd } from './ice.badpwd.ts';
import { iceBenign701 } from './ice.benign701.ts';
import { iceDns } from './ice.dns.ts';
import { iceHostname } from './ice.hostname.ts';
import { iceLna } from './ice.lna.ts';
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
import { netBlip } from './net.blip.ts';
import { netLoss } from './net.loss.ts';
import { netRestartNeeded } from './net.restart-needed.ts';
import { netUdpBlocked } from './net.udp-blocked.ts';
import { networkCors } from './network.cors.ts';
import { networkLocalAccess } from './network.local-access.ts';
import { networkMixedContent } from './network.mixed-content.ts';
import { networkOffline } from './network.offline.ts';
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
import { turnAuth } from './turn.auth.ts';
import { turnPortDisallowed } from './turn.port-disallowed.ts';
import { turnQuota } from './turn.quota.ts';
import { turnTcpRefused } from './turn.tcp.refused.ts';
import { turnUdpDead } from './turn.udp.dead.ts';
import { turnsTls } from './turns.tls.ts';

/** Every known failure: first the seven of the specification, in its order, then ours. */
export const catalogue = [
  invalidRequestError,
  notFoundError,
  missing,
  invalidEphemeralToken,
  orgaAIAuthenticationError,
  orgaAIServerError,
  timeoutError,
  serviceRateLimited,
  networkUnreachable,
  networkCors,
  networkLocalAccess,
  networkMixedContent,
  networkOffline,
  clockSkew,
  replyUnusable,
  replyIncomplete,
  requestInvalid,
  credentialUndefined,
  backendErrorHidden,
  backendLoginRequired,
  backendRouteMissing,
  backendSilent,
  backendCachedToken,
  proxyAnswered,
  statusUnlisted,
  settingsRefused,
  mediaDenied,
  mediaNotfound,
  mediaBusy,
  mediaOverconstrained,
  mediaNone,
  mediaEnded,
  mediaSilent,
  mediaNoframes,
  playBlocked,
  ctxInsecure,
  cfgUrl,
  cfgCred,
  cfgPortBlocked,
  cfgRefused,
  sdpNotsdp,
  sdpTruncated,
  sdpNoFinalCrlf,
  sdpEscapedCrlf,
  sdpMline,
  sdpSetup,
  sdpNoFp,
  sdpNoUfrag,
  sdpNoRtcpMux,
  sdpCodec,
  sdpDir,
  sdpRejectedDc,
  sdpRejected,
  sigState,
  sigGlare,
  sigType,
  iceAdd,
  pcLimit,
  turnAuth,
  turnQuota,
  turnUdpDead,
  turnTcpRefused,
  turnPortDisallowed,
  turnsTls,
  iceDns,
  iceBenign701,
  gatherTimeout,
  gatherNone,
  gatherMdns,
  relayNoturn,
  netUdpBlocked,
  iceNocand,
  icePortLow,
  iceHostname,
  iceLna,
  iceTcpOnlyDead,
  iceUnreachable,
  iceBadpwd,
  dtlsFingerprint,
  dcRemoteClose,
  netLoss,
  netBlip,
  netRestartNeeded,
  appNoSession,
  clockSleep,
  connectionUnexplained,
  browserNoWebrtc,
  debuggerUnexpected,
] as const satisfies readonly CatalogueEntry[];

type Known = (typeof catalogue)[number];

export type CatalogueCode = Known['code'];

/** Written as a text: keys such as '401' have number types. */
export type VariantOf<C extends CatalogueCode> =
  `${Extract<keyof Extract<Known, { readonly code: C }>['variants'], string | number>}`;

/** The entry of a code. */
export function findEntry(code: string): CatalogueEntry | undefined {
  return catalogue.find((entry) => entry.code === code);
}

/** A variant of a code, by its id. */
export function findVariant(code: string, variant: string): Variant | undefined {
  const variants = findEntry(code)?.variants ?? {};
  return Object.hasOwn(variants, variant) ? variants[variant] : undefined;
}
