import type { ConnectionFailure } from '../src/core/session/failure.ts';

/**
 * What each scenario must end with, typed by hand from the specification and the issue; never read from the
 * scenario or the catalogue. `level` is the level of the log row that tells the failure.
 */
export interface Expectation {
  readonly id: string;
  readonly outcome: 'connected' | 'failed';
  readonly step?: 'token' | 'ice-config' | 'offer' | 'call' | 'connection';
  readonly status?: number;
  readonly code?: string;
  readonly variant?: string;
  readonly level?: 'warn' | 'error';
  /** of the log's connection failure */
  readonly reason?: Reason;
}

type Reason = ConnectionFailure['reason'];

type Step = NonNullable<Expectation['step']>;

function connected(id: string): Expectation {
  return { id, outcome: 'connected' };
}

function failed(
  id: string,
  step: Step,
  status: number | undefined,
  code: string,
  variant: string,
  reason?: Reason,
): Expectation {
  const level = status === 422 ? 'warn' : 'error';
  return {
    id,
    outcome: 'failed',
    step,
    code,
    variant,
    level,
    ...(status === undefined ? {} : { status }),
    ...(reason === undefined ? {} : { reason }),
  };
}

export const expectations: readonly Expectation[] = [
  connected('healthy'),
  connected('healthy.backend'),
  connected('healthy.slow'),
  connected('healthy.new-token'),
  connected('healthy.retried'),

  failed('token.invalid_request_error.malformed', 'token', 400, 'invalid_request_error', 'malformed'),
  failed('token.invalid_request_error.wrong-key', 'token', 401, 'invalid_request_error', 'wrong-key'),
  failed('token.invalid_request_error.token-as-key', 'token', 401, 'invalid_request_error', 'token-as-key'),
  failed(
    'ice-config.invalid_request_error.malformed',
    'ice-config',
    400,
    'invalid_request_error',
    'malformed',
  ),
  failed('ice-config.invalid_request_error.api-key', 'ice-config', 401, 'invalid_request_error', 'api-key'),
  failed(
    'ice-config.invalid_request_error.no-authorization',
    'ice-config',
    403,
    'invalid_request_error',
    'no-authorization',
  ),
  failed(
    'ice-config.invalid_request_error.not-a-token',
    'ice-config',
    401,
    'invalid_request_error',
    'not-a-token',
  ),
  failed('call.invalid_request_error.offer', 'call', 400, 'invalid_request_error', 'offer'),
  failed('call.invalid_request_error.not-a-token', 'call', 401, 'invalid_request_error', 'not-a-token'),
  failed('call.invalid_request_error.api-key', 'call', 401, 'invalid_request_error', 'api-key'),
  failed(
    'call.invalid_request_error.no-authorization',
    'call',
    403,
    'invalid_request_error',
    'no-authorization',
  ),
  failed('call.invalid_request_error.param', 'call', 400, 'invalid_request_error', 'param'),

  failed('token.not_found_error.user', 'token', 404, 'not_found_error', 'user'),
  failed('token.not_found_error.base-path', 'token', 404, 'not_found_error', 'base-path'),
  failed('token.not_found_error.legacy-path', 'token', 404, 'not_found_error', 'legacy-path'),
  failed('ice-config.not_found_error.base-path', 'ice-config', 404, 'not_found_error', 'base-path'),
  failed('ice-config.not_found_error.legacy-path', 'ice-config', 404, 'not_found_error', 'legacy-path'),
  failed('call.not_found_error.base-path', 'call', 404, 'not_found_error', 'base-path'),
  failed('call.not_found_error.legacy-path', 'call', 404, 'not_found_error', 'legacy-path'),

  failed('token.missing.email', 'token', 422, 'missing', 'email'),
  failed('call.missing.offer', 'call', 422, 'missing', 'offer'),
  failed('call.missing.params', 'call', 422, 'missing', 'params'),
  failed('call.missing.body', 'call', 422, 'missing', 'body'),

  failed(
    'ice-config.invalid_ephemeral_token.expired',
    'ice-config',
    401,
    'invalid_ephemeral_token',
    'expired',
  ),
  failed('ice-config.invalid_ephemeral_token.used', 'ice-config', 401, 'invalid_ephemeral_token', 'used'),
  failed(
    'ice-config.invalid_ephemeral_token.unexplained',
    'ice-config',
    401,
    'invalid_ephemeral_token',
    'unexplained',
  ),
  failed(
    'ice-config.invalid_ephemeral_token.identifier',
    'ice-config',
    401,
    'invalid_ephemeral_token',
    'identifier',
  ),
  failed('call.invalid_ephemeral_token.expired', 'call', 401, 'invalid_ephemeral_token', 'expired'),
  failed('call.invalid_ephemeral_token.used', 'call', 401, 'invalid_ephemeral_token', 'used'),
  failed(
    'call.invalid_ephemeral_token.expired-between',
    'call',
    401,
    'invalid_ephemeral_token',
    'expired-between',
  ),
  failed('call.invalid_ephemeral_token.unexplained', 'call', 401, 'invalid_ephemeral_token', 'unexplained'),
  failed('call.invalid_ephemeral_token.identifier', 'call', 401, 'invalid_ephemeral_token', 'identifier'),

  failed('token.OrgaAIAuthenticationError.401.backend', 'token', 401, 'OrgaAIAuthenticationError', '401'),
  failed('token.OrgaAIAuthenticationError.403.backend', 'token', 403, 'OrgaAIAuthenticationError', '403'),
  failed(
    'token.OrgaAIAuthenticationError.no-key.backend',
    'token',
    500,
    'OrgaAIAuthenticationError',
    'no-key',
  ),

  failed('token.OrgaAIServerError.500', 'token', 500, 'OrgaAIServerError', '500'),
  failed('token.OrgaAIServerError.502', 'token', 502, 'OrgaAIServerError', '502'),
  failed('token.OrgaAIServerError.503', 'token', 503, 'OrgaAIServerError', '503'),
  failed('token.OrgaAIServerError.504', 'token', 504, 'OrgaAIServerError', '504'),
  failed('token.OrgaAIServerError.network-timeout', 'token', 524, 'OrgaAIServerError', 'network-timeout'),
  failed('ice-config.OrgaAIServerError.500', 'ice-config', 500, 'OrgaAIServerError', '500'),
  failed('ice-config.OrgaAIServerError.502', 'ice-config', 502, 'OrgaAIServerError', '502'),
  failed('ice-config.OrgaAIServerError.503', 'ice-config', 503, 'OrgaAIServerError', '503'),
  failed('ice-config.OrgaAIServerError.504', 'ice-config', 504, 'OrgaAIServerError', '504'),
  failed(
    'ice-config.OrgaAIServerError.network-timeout',
    'ice-config',
    524,
    'OrgaAIServerError',
    'network-timeout',
  ),
  failed('call.OrgaAIServerError.500', 'call', 500, 'OrgaAIServerError', '500'),
  failed('call.OrgaAIServerError.502', 'call', 502, 'OrgaAIServerError', '502'),
  failed('call.OrgaAIServerError.503', 'call', 503, 'OrgaAIServerError', '503'),
  failed('call.OrgaAIServerError.504', 'call', 504, 'OrgaAIServerError', '504'),
  failed('call.OrgaAIServerError.network-timeout', 'call', 524, 'OrgaAIServerError', 'network-timeout'),
  failed('token.OrgaAIServerError.500.backend', 'token', 500, 'OrgaAIServerError', '500'),
  failed('token.OrgaAIServerError.502.backend', 'token', 502, 'OrgaAIServerError', '502'),
  failed('token.OrgaAIServerError.503.backend', 'token', 503, 'OrgaAIServerError', '503'),
  failed('token.OrgaAIServerError.504.backend', 'token', 504, 'OrgaAIServerError', '504'),
  failed(
    'token.OrgaAIServerError.network-timeout.backend',
    'token',
    524,
    'OrgaAIServerError',
    'network-timeout',
  ),

  failed('token.timeout_error.no-response', 'token', undefined, 'timeout_error', 'no-response'),
  failed('token.timeout_error.stalled-body', 'token', 200, 'timeout_error', 'stalled-body'),
  failed('ice-config.timeout_error.no-response', 'ice-config', undefined, 'timeout_error', 'no-response'),
  failed('ice-config.timeout_error.stalled-body', 'ice-config', 200, 'timeout_error', 'stalled-body'),
  failed('call.timeout_error.no-response', 'call', undefined, 'timeout_error', 'no-response'),
  failed('call.timeout_error.stalled-body', 'call', 200, 'timeout_error', 'stalled-body'),
  failed('token.timeout_error.aborted.backend', 'token', 500, 'timeout_error', 'aborted'),

  failed('token.service.rate-limited.retry-after', 'token', 429, 'service.rate-limited', 'retry-after'),
  failed('call.service.rate-limited.retry-after', 'call', 429, 'service.rate-limited', 'retry-after'),
  failed('call.service.rate-limited.no-retry-after', 'call', 429, 'service.rate-limited', 'no-retry-after'),
  failed(
    'token.service.rate-limited.no-retry-after.backend',
    'token',
    429,
    'service.rate-limited',
    'no-retry-after',
  ),
  failed(
    'ice-config.service.rate-limited.no-retry-after',
    'ice-config',
    429,
    'service.rate-limited',
    'no-retry-after',
  ),
  failed('token.network.unreachable.no-response', 'token', undefined, 'network.unreachable', 'no-response'),
  failed(
    'ice-config.network.unreachable.no-response',
    'ice-config',
    undefined,
    'network.unreachable',
    'no-response',
  ),
  failed('call.network.unreachable.no-response', 'call', undefined, 'network.unreachable', 'no-response'),
  failed('call.network.unreachable.without-cors', 'call', undefined, 'network.unreachable', 'no-response'),
  failed(
    'token.network.unreachable.no-response.backend',
    'token',
    undefined,
    'network.unreachable',
    'no-response',
  ),
  failed(
    'token.network.unreachable.fetch-failed.backend',
    'token',
    500,
    'network.unreachable',
    'fetch-failed',
  ),

  failed('token.reply.unusable.html', 'token', 200, 'reply.unusable', 'html'),
  failed('token.reply.unusable.error-with-200', 'token', 200, 'reply.unusable', 'error-with-200'),
  failed('token.reply.unusable.html.backend', 'token', 200, 'reply.unusable', 'html'),
  failed('ice-config.reply.unusable.empty', 'ice-config', 200, 'reply.unusable', 'empty'),
  failed('ice-config.reply.unusable.not-json', 'ice-config', 200, 'reply.unusable', 'not-json'),
  failed('call.reply.unusable.truncated', 'call', 200, 'reply.unusable', 'truncated'),
  failed('call.reply.unusable.html', 'call', 200, 'reply.unusable', 'html'),
  failed('call.reply.unusable.error-with-200', 'call', 200, 'reply.unusable', 'error-with-200'),
  failed('token.reply.incomplete.token-absent', 'token', 200, 'reply.incomplete', 'token-absent'),
  failed('token.reply.incomplete.token-absent.backend', 'token', 200, 'reply.incomplete', 'token-absent'),
  failed('token.reply.incomplete.snake-case.backend', 'token', 200, 'reply.incomplete', 'snake-case'),
  failed(
    'ice-config.reply.incomplete.ice-servers-shape',
    'ice-config',
    200,
    'reply.incomplete',
    'ice-servers-shape',
  ),
  failed(
    'token.reply.incomplete.ice-servers-shape.backend',
    'token',
    200,
    'reply.incomplete',
    'ice-servers-shape',
  ),
  failed('call.reply.incomplete.answer-absent', 'call', 200, 'reply.incomplete', 'answer-absent'),
  failed(
    'call.reply.incomplete.conversation-id-absent',
    'call',
    200,
    'reply.incomplete',
    'conversation-id-absent',
  ),
  failed('call.request.invalid.json-invalid', 'call', 422, 'request.invalid', 'json-invalid'),
  failed('call.credential.undefined.sent.backend', 'call', 401, 'credential.undefined', 'sent'),
  failed('ice-config.credential.undefined.sent', 'ice-config', 401, 'credential.undefined', 'sent'),

  failed('token.backend.error-hidden.opaque.backend', 'token', 500, 'backend.error-hidden', 'opaque'),
  failed('token.backend.login-required.refused.backend', 'token', 401, 'backend.login-required', 'refused'),
  failed(
    'token.backend.login-required.redirected.backend',
    'token',
    200,
    'backend.login-required',
    'redirected',
  ),
  failed('token.backend.route-missing.not-found.backend', 'token', 404, 'backend.route-missing', 'not-found'),
  failed('token.backend.silent.no-response.backend', 'token', undefined, 'backend.silent', 'no-response'),
  failed('call.backend.cached-token.used.backend', 'call', 401, 'backend.cached-token', 'used'),
  failed('token.proxy.answered.page', 'token', 403, 'proxy.answered', 'page'),
  failed('call.proxy.answered.page', 'call', 403, 'proxy.answered', 'page'),
  failed('call.status.unlisted.408', 'call', 408, 'status.unlisted', '408'),
  failed('call.status.unlisted.413', 'call', 413, 'status.unlisted', '413'),
  failed('token.settings.refused.value', 'token', undefined, 'settings.refused', 'value'),

  failed('offer.cfg.refused.constructor', 'offer', undefined, 'cfg.refused', 'constructor', 'configuration'),
  failed('connection.sdp.notsdp.text', 'connection', undefined, 'sdp.notsdp', 'text', 'sdp'),
  failed('connection.sdp.rejected.other', 'connection', undefined, 'sdp.rejected', 'other', 'sdp'),
  failed(
    'connection.ice.unreachable.no-answer',
    'connection',
    undefined,
    'ice.unreachable',
    'no-answer',
    'timeout',
  ),
  failed('connection.ice.nocand.answer', 'connection', undefined, 'ice.nocand', 'answer', 'timeout'),
  failed(
    'connection.dtls.fingerprint.mismatch',
    'connection',
    undefined,
    'dtls.fingerprint',
    'mismatch',
    'dtls',
  ),
  failed(
    'connection.dc.remote-close.closed',
    'connection',
    undefined,
    'dc.remote-close',
    'closed',
    'channel',
  ),
  failed('connection.app.no-session.silent', 'connection', undefined, 'app.no-session', 'silent', 'timeout'),
  failed(
    'connection.connection.unexplained.channel',
    'connection',
    undefined,
    'connection.unexplained',
    'channel',
    'timeout',
  ),
];
