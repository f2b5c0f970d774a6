import type { CatalogueCode } from '../../src/core/catalogue/index.ts';
import { appNoSession } from './app.no-session.ts';
import { backendCachedToken } from './backend.cached-token.ts';
import { backendErrorHidden } from './backend.error-hidden.ts';
import { backendLoginRequired } from './backend.login-required.ts';
import { backendRouteMissing } from './backend.route-missing.ts';
import { backendSilent } from './backend.silent.ts';
import { cfgRefused } from './cfg.refused.ts';
import { connectionUnexplained } from './connection.unexplained.ts';
import { credentialUndefined } from './credential.undefined.ts';
import { dcRemoteClose } from './dc.remote-close.ts';
import { dtlsFingerprint } from './dtls.fingerprint.ts';
import { healthy } from './healthy.ts';
import { iceNocand } from './ice.nocand.ts';
import { iceUnreachable } from './ice.unreachable.ts';
import { invalidEphemeralToken } from './invalid_ephemeral_token.ts';
import { invalidRequestError } from './invalid_request_error.ts';
import { missing } from './missing.ts';
import { networkUnreachable } from './network.unreachable.ts';
import { notFoundError } from './not_found_error.ts';
import { orgaAIAuthenticationError } from './OrgaAIAuthenticationError.ts';
import { orgaAIServerError } from './OrgaAIServerError.ts';
import { proxyAnswered } from './proxy.answered.ts';
import { replyIncomplete } from './reply.incomplete.ts';
import { replyUnusable } from './reply.unusable.ts';
import { requestInvalid } from './request.invalid.ts';
import type { Scenario, ScenariosOf } from './scenario.ts';
import { sdpNotsdp } from './sdp.notsdp.ts';
import { sdpRejected } from './sdp.rejected.ts';
import { serviceRateLimited } from './service.rate-limited.ts';
import { settingsRefused } from './settings.refused.ts';
import { statusUnlisted } from './status.unlisted.ts';
import { timeoutError } from './timeout_error.ts';

/** These cannot be provoked from outside the page, or only by a real network: the tests put stubs or servers there. */
type WithoutScenario =
  | 'browser.no-webrtc'
  | 'clock.skew'
  | 'debugger.unexpected'
  | 'network.cors'
  | 'network.local-access'
  | 'network.mixed-content'
  | 'network.offline';

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
  'cfg.refused': cfgRefused,
  'sdp.notsdp': sdpNotsdp,
  'sdp.rejected': sdpRejected,
  'ice.unreachable': iceUnreachable,
  'ice.nocand': iceNocand,
  'dtls.fingerprint': dtlsFingerprint,
  'dc.remote-close': dcRemoteClose,
  'app.no-session': appNoSession,
  'connection.unexplained': connectionUnexplained,
} satisfies { readonly [C in Exclude<CatalogueCode, WithoutScenario>]: ScenariosOf<C> };

/** Every scenario: first the good ones, then those that fail. */
export const scenarios: readonly Scenario[] = [...healthy, ...Object.values(byCode).flat()];

/** Undefined when there is none with this id. */
export function findScenario(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id);
}
