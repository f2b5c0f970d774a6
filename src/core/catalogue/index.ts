import { appNoSession } from './app.no-session.ts';
import { backendCachedToken } from './backend.cached-token.ts';
import { backendErrorHidden } from './backend.error-hidden.ts';
import { backendLoginRequired } from './backend.login-required.ts';
import { backendRouteMissing } from './backend.route-missing.ts';
import { backendSilent } from './backend.silent.ts';
import { browserNoWebrtc } from './browser.no-webrtc.ts';
import { cfgRefused } from './cfg.refused.ts';
import { clockSkew } from './clock.skew.ts';
import { connectionUnexplained } from './connection.unexplained.ts';
import { credentialUndefined } from './credential.undefined.ts';
import { dcRemoteClose } from './dc.remote-close.ts';
import { debuggerUnexpected } from './debugger.unexpected.ts';
import { dtlsFingerprint } from './dtls.fingerprint.ts';
import type { CatalogueEntry, Variant } from './entry.ts';
import { iceNocand } from './ice.nocand.ts';
import { iceUnreachable } from './ice.unreachable.ts';
import { invalidEphemeralToken } from './invalid_ephemeral_token.ts';
import { invalidRequestError } from './invalid_request_error.ts';
import { missing } from './missing.ts';
import { networkCors } from './network.cors.ts';
import { networkLocalAccess } from './network.local-access.ts';
import { networkMixedContent } from './network.mixed-content.ts';
import { networkOffline } from './network.offline.ts';
import { networkUnreachable } from './network.unreachable.ts';
import { notFoundError } from './not_found_error.ts';
import { orgaAIAuthenticationError } from './OrgaAIAuthenticationError.ts';
import { orgaAIServerError } from './OrgaAIServerError.ts';
import { proxyAnswered } from './proxy.answered.ts';
import { replyIncomplete } from './reply.incomplete.ts';
import { replyUnusable } from './reply.unusable.ts';
import { requestInvalid } from './request.invalid.ts';
import { sdpNotsdp } from './sdp.notsdp.ts';
import { sdpRejected } from './sdp.rejected.ts';
import { serviceRateLimited } from './service.rate-limited.ts';
import { settingsRefused } from './settings.refused.ts';
import { statusUnlisted } from './status.unlisted.ts';
import { timeoutError } from './timeout_error.ts';

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
  cfgRefused,
  sdpNotsdp,
  sdpRejected,
  iceUnreachable,
  iceNocand,
  dtlsFingerprint,
  dcRemoteClose,
  appNoSession,
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
