import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import {
  ended,
  envelope,
  type Literal,
  logOf,
  request,
  response,
  restError,
} from '../diagnosis/testing/literalLog.ts';

/** …, request, 401, rest-error of a call with “Bearer undefined” */
function sentUndefined(route: 'rest' | 'backend', ...before: readonly Literal[]) {
  return diagnose(
    logOf(
      route,
      ...before,
      request('calls', { request: 'r9', credential: { kind: 'undefined' } }),
      response(401, { request: 'r9' }),
      restError(
        'calls',
        { reason: 'http', status: 401, reading: envelope('Invalid ephemeral token') },
        { request: 'r9' },
      ),
      ...ended('call', `e${before.length + 4}`),
    ),
  );
}

const refusal = 'POST /v1/realtime/calls was answered 401, invalid_request_error, “Invalid ephemeral token”';

test('the reply of the session endpoint that held no token is the cause', () => {
  const [first, ...others] = sentUndefined('backend', request('session'), response(200));
  expect(others.map(({ code, variant }) => `${code}/${variant}`)).toEqual(['invalid_request_error/other']);
  const { ruledOut, ...rest } = first ?? {};
  expect(ruledOut?.map(({ code, variant, because }) => `${code}/${variant}: ${because}`)).toEqual([
    'invalid_request_error/api-key: the text “undefined” was sent',
    'invalid_request_error/not-a-token: the text “undefined” was sent',
    'invalid_request_error/no-authorization: the text “undefined” was sent',
    'invalid_ephemeral_token/expired: no token was sent: the text “undefined” was sent',
    'invalid_ephemeral_token/used: no token was sent: the text “undefined” was sent',
  ]);
  expect(rest).toEqual({
    code: 'credential.undefined',
    variant: 'sent',
    certainty: 'proved',
    actor: 'backend',
    title: '“Bearer undefined” was sent: there was no token',
    cause:
      'The reply of your session endpoint held no token. The code went on as the SDK’s sample does, and /calls was sent the text “undefined” (or “null”).',
    remedy:
      'In your backend, check response.ok and the token before answering; in the page, check the reply before using it. A new token does not help as long as that reply has none.',
    causedBy: { step: 'token', entry: 'e3' },
    evidence: [
      { entry: 'e3', says: 'the reply that should have held the token' },
      { entry: 'e4', says: 'the credential is the text “undefined” or “null”' },
      { entry: 'e6', says: refusal },
    ],
    discrepancies: [],
  });
});

const iceConfig = [request('ice-config', { request: 'r2' }), response(200, { request: 'r2' })];

test('the last reply of client-secrets is the cause, not that of another request', () => {
  const twice = [
    request('client-secrets', { request: 'r0' }),
    response(500, { request: 'r0' }),
    request('client-secrets'),
    response(200),
  ];
  expect(sentUndefined('rest', ...twice, ...iceConfig)[0]).toMatchObject({
    actor: 'browser',
    cause:
      'The reply of /client-secrets held no token. The code went on as the SDK’s sample does, and /calls was sent the text “undefined” (or “null”).',
    remedy:
      'Check that the reply has ephemeral_token before using it, and look at what /client-secrets really answered.',
    causedBy: { step: 'token', entry: 'e5' },
    evidence: [{ entry: 'e5' }, { entry: 'e8' }, { entry: 'e10' }],
  });
});

test('a token request without any reply is the cause too', () => {
  const error = { name: 'TypeError', message: 'Failed to fetch' };
  const failed = [
    request('client-secrets'),
    restError('client-secrets', { reason: 'unreachable', error }),
    request('ice-config', { request: 'r2' }),
    restError('ice-config', { reason: 'unreachable', error }, { request: 'r2' }),
  ];
  expect(sentUndefined('rest', ...failed)[0]?.causedBy).toEqual({ step: 'token', entry: 'e3' });
});

test('where no token was asked for, the variable was empty', () => {
  expect(sentUndefined('rest', ...iceConfig)[0]).toMatchObject({
    actor: 'browser',
    cause:
      'The request to /calls carried the text “undefined” (or “null”) as its credential: the variable was empty.',
    causedBy: { step: 'call', entry: 'e6' },
    evidence: [{ entry: 'e4' }, { entry: 'e6' }],
  });
});

test('a reply of the token that came later is not the cause', () => {
  const log = logOf(
    'rest',
    request('client-secrets'),
    request('calls', { request: 'r9', credential: { kind: 'undefined' } }),
    response(200),
    response(401, { request: 'r9' }),
    restError('calls', { reason: 'http', status: 401, reading: envelope('No') }, { request: 'r9' }),
    ...ended('call', 'e6'),
  );
  expect(diagnose(log)[0]).toMatchObject({
    code: 'credential.undefined',
    causedBy: { step: 'call', entry: 'e6' },
  });
});
