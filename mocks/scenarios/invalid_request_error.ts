import type { ScenariosOf } from './scenario.ts';
import { envelopeFault } from './upstream.ts';

const malformed = envelopeFault(400, 'The request is malformed.', 'invalid_request_error');

/** A key that was once good. */
const revokedKey = 'sk_orga_ai_0b1c2d3e4f5a6b7c8d9e0f1a2b';

/** Shaped like an ephemeral token, from a session long ago. */
const oldToken =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI2OGRhNjM3YTAwMDAwMDAwMDAwMDAwMDAiLCJhcGlfa2V5X2lkIjoiNjhkYTY1ZDMwMDAwMDAwMDAwMDAwMDAwIiwic2NvcGUiOiJhcGkiLCJpYXQiOjE3NjI4NjA4ODMsImV4cCI6MTc2Mjg2MTc4M30.CANARY0123456789abcdef0123456789abcdef01234';

export const invalidRequestError = [
  {
    id: 'token.invalid_request_error.malformed',
    title: '400 · Token request malformed',
    story: 'Your backend’s HTTP client mangles the request for a token, and the service cannot read it.',
    route: 'rest',
    world: { faults: { 'client-secrets': [malformed] } },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'malformed',
      step: 'token',
      httpStatus: 400,
    },
  },
  {
    id: 'token.invalid_request_error.wrong-key',
    title: '401 · Wrong API key',
    story: 'Your backend asks for a token with an API key that was revoked.',
    route: 'rest',
    world: {},
    request: { alterations: [{ endpoint: 'client-secrets', credential: { literal: revokedKey } }] },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'wrong-key',
      step: 'token',
      httpStatus: 401,
    },
  },
  {
    id: 'token.invalid_request_error.token-as-key',
    title: '401 · Ephemeral token used as API key',
    story: 'Your code asks for a new token with an old one, where the API key belongs.',
    route: 'rest',
    world: {},
    request: { alterations: [{ endpoint: 'client-secrets', credential: { literal: oldToken } }] },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'token-as-key',
      step: 'token',
      httpStatus: 401,
    },
  },
  {
    id: 'ice-config.invalid_request_error.malformed',
    title: '400 · ICE config request malformed',
    story: 'A gateway between your backend and the service mangles the request for ICE servers.',
    route: 'rest',
    world: { faults: { 'ice-config': [malformed] } },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'malformed',
      step: 'ice-config',
      httpStatus: 400,
    },
  },
  {
    id: 'ice-config.invalid_request_error.api-key',
    title: '401 · API key sent to ICE config',
    story: 'Your backend asks for ICE servers with its API key, where the ephemeral token belongs.',
    route: 'rest',
    world: {},
    request: { alterations: [{ endpoint: 'ice-config', credential: 'api-key' }] },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'api-key',
      step: 'ice-config',
      httpStatus: 401,
    },
  },
  {
    id: 'ice-config.invalid_request_error.no-authorization',
    title: '403 · ICE config without Authorization',
    story: 'Your backend asks for ICE servers and forgets the Authorization header.',
    route: 'rest',
    world: {},
    request: { alterations: [{ endpoint: 'ice-config', omitAuthorization: true }] },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'no-authorization',
      step: 'ice-config',
      httpStatus: 403,
    },
  },
  {
    id: 'ice-config.invalid_request_error.not-a-token',
    title: '401 · ICE config with something that is no token',
    story: 'Your backend sends the user’s own session id where the ephemeral token belongs.',
    route: 'rest',
    world: {},
    request: { alterations: [{ endpoint: 'ice-config', credential: { literal: 'user-session-4711' } }] },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'not-a-token',
      step: 'ice-config',
      httpStatus: 401,
    },
  },
  {
    id: 'call.invalid_request_error.offer',
    title: '400 · Call with an unusable offer',
    story: 'Your app sends its own object as the offer, and what arrives is not SDP.',
    world: {},
    request: { alterations: [{ endpoint: 'calls', offerSdp: '[object RTCSessionDescription]' }] },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'offer',
      step: 'call',
      httpStatus: 400,
    },
  },
  {
    id: 'call.invalid_request_error.param',
    title: '400 · Call with a parameter out of range',
    story: 'Your app asks for a temperature of 2, and the service names the parameter.',
    world: {},
    request: { alterations: [{ endpoint: 'calls', params: { temperature: 2 } }] },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'param',
      step: 'call',
      httpStatus: 400,
    },
  },
  {
    id: 'call.invalid_request_error.not-a-token',
    title: '401 · Call with something that is no token',
    story: 'Your app sends the user’s own session id where the ephemeral token belongs.',
    world: {},
    request: { alterations: [{ endpoint: 'calls', credential: { literal: 'user-session-4711' } }] },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'not-a-token',
      step: 'call',
      httpStatus: 401,
    },
  },
  {
    id: 'call.invalid_request_error.api-key',
    title: '401 · API key sent with the call',
    story:
      'Your page has the API key, which it never should, and sends it where the ephemeral token belongs.',
    world: {},
    request: { alterations: [{ endpoint: 'calls', credential: 'api-key' }] },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'api-key',
      step: 'call',
      httpStatus: 401,
    },
  },
  {
    id: 'call.invalid_request_error.no-authorization',
    title: '403 · Call without Authorization',
    story: 'Your app posts its offer and forgets the Authorization header.',
    world: {},
    request: { alterations: [{ endpoint: 'calls', omitAuthorization: true }] },
    expect: {
      outcome: 'failed',
      code: 'invalid_request_error',
      variant: 'no-authorization',
      step: 'call',
      httpStatus: 403,
    },
  },
] as const satisfies ScenariosOf<'invalid_request_error'>;
