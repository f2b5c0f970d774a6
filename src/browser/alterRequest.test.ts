import { expect, test } from 'vitest';
import type { RequestAlteration } from '../core/session/alteration.ts';
import { defaultSettings } from '../core/session/settings.ts';
import { buildRequest } from './request.ts';

const parts = {
  settings: {
    ...defaultSettings,
    baseUrl: 'https://api.orga-ai.test',
    sessionEndpoint: 'https://your-app.test/api',
  },
  apiKey: 'sk_orga_ai_x',
  token: 'a.b.c',
  offer: { sdp: 'v=0', type: 'offer', candidates: [] },
};

function altered(alteration: RequestAlteration) {
  const request = buildRequest(alteration.endpoint, parts, [alteration]);
  const body: unknown = request.body === undefined ? undefined : JSON.parse(request.body);
  return { ...request, body };
}

test('an alteration of another endpoint changes nothing', () => {
  const request = buildRequest('ice-config', parts, [{ endpoint: 'calls', omitAuthorization: true }]);
  expect(request.headers).toEqual({ Authorization: 'Bearer a.b.c' });
  expect(request.altered).toEqual([]);
});

test('the Authorization header can be left out', () => {
  const request = altered({ endpoint: 'ice-config', omitAuthorization: true });
  expect(request.headers).toEqual({});
  expect(request.bearer).toBeUndefined();
  expect(request.altered).toEqual(['Authorization header left out']);
});

test('the API key can be sent where the token belongs', () => {
  const request = altered({ endpoint: 'calls', credential: 'api-key' });
  expect(request.headers.Authorization).toBe('Bearer sk_orga_ai_x');
  expect(request.altered).toEqual(['API key sent as the credential']);
});

test('a literal credential is not named in the log', () => {
  const request = altered({ endpoint: 'calls', credential: { literal: 'hunter2' } });
  expect(request.headers.Authorization).toBe('Bearer hunter2');
  expect(request.altered).toEqual(['credential replaced']);
});

test('the offer can be left out, the parameters stay', () => {
  const request = altered({ endpoint: 'calls', omitField: 'offer' });
  expect(request.body).toMatchObject({ params: { voice: 'alloy' } });
  expect(request.body).not.toHaveProperty('offer');
  expect(request.altered).toEqual(['field offer left out']);
});

test('the email can be left out', () => {
  const request = altered({ endpoint: 'client-secrets', omitField: 'email' });
  expect(request.url).toBe('https://api.orga-ai.test/v1/realtime/client-secrets');
  expect(request.altered).toEqual(['query parameter email left out']);
});

test('the SDP can be replaced, the rest of the offer stays', () => {
  const request = altered({ endpoint: 'calls', offerSdp: 'nonsense' });
  expect(request.body).toMatchObject({ offer: { sdp: 'nonsense', type: 'offer' } });
  expect(request.altered).toEqual(['offer.sdp replaced']);
});

test('a parameter can be set', () => {
  const request = altered({ endpoint: 'calls', params: { voice: 'nobody' } });
  expect(request.body).toMatchObject({ params: { voice: 'nobody', model: 'orga-1-beta' } });
  expect(request.altered).toEqual(['params.voice set to "nobody"']);
});

test('the body can be a text of any kind, or left out', () => {
  expect(buildRequest('calls', parts, [{ endpoint: 'calls', body: '{"offer":' }]).body).toBe('{"offer":');
  expect(altered({ endpoint: 'calls', omitBody: true }).body).toBeUndefined();
});

test('a legacy path keeps base and query', () => {
  const request = altered({ endpoint: 'client-secrets', path: '/ephemeral-token' });
  expect(request.url).toBe('https://api.orga-ai.test/ephemeral-token?email=dev%40example.com');
  expect(request.altered).toEqual(['path /ephemeral-token in place of the right one']);
});

test('a path of the session endpoint is resolved on its origin', () => {
  expect(altered({ endpoint: 'session', path: '/api/nowhere' }).url).toBe(
    'https://your-app.test/api/nowhere',
  );
});
