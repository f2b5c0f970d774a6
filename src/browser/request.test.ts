import { expect, test } from 'vitest';
import { defaultSettings } from '../core/session/settings.ts';
import { buildRequest, type SessionOffer } from './request.ts';

const settings = {
  ...defaultSettings,
  baseUrl: 'https://api.orga-ai.test',
  sessionEndpoint: 'https://your-app.test/api?x=1',
};
const offer: SessionOffer = {
  sdp: 'v=0\r\n',
  type: 'offer',
  candidates: [{ candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0 }],
};
const parts = { settings, apiKey: 'sk_orga_ai_x', token: 'a.b.c', offer };

test('client-secrets is a POST with a JSON content type and no body', () => {
  expect(buildRequest('client-secrets', parts)).toEqual({
    endpoint: 'client-secrets',
    method: 'POST',
    url: 'https://api.orga-ai.test/v1/realtime/client-secrets?email=dev%40example.com',
    headers: { Authorization: 'Bearer sk_orga_ai_x', 'Content-Type': 'application/json' },
    body: undefined,
    bearer: 'sk_orga_ai_x',
    credentials: 'omit',
    altered: [],
  });
});

test('an empty email sends no query', () => {
  const { url } = buildRequest('client-secrets', { ...parts, settings: { ...settings, email: '' } });
  expect(url).toBe('https://api.orga-ai.test/v1/realtime/client-secrets');
});

test('a base URL keeps its path prefix and loses its last slash', () => {
  const { url } = buildRequest('ice-config', {
    ...parts,
    settings: { ...settings, baseUrl: 'https://proxy.test/orga/' },
  });
  expect(url).toBe('https://proxy.test/orga/v1/realtime/ice-config');
});

test('ice-config has no content type', () => {
  const { method, headers, body } = buildRequest('ice-config', parts);
  expect({ method, headers, body }).toEqual({
    method: 'GET',
    headers: { Authorization: 'Bearer a.b.c' },
    body: undefined,
  });
});

test('the session endpoint gets a bare GET', () => {
  const { method, url, headers, bearer } = buildRequest('session', parts);
  expect({ method, url, headers, bearer }).toEqual({
    method: 'GET',
    url: 'https://your-app.test/api?x=1',
    headers: {},
    bearer: undefined,
  });
});

test('calls carries the offer and the parameters under the names of the wire', () => {
  expect(buildRequest('calls', parts).body).toBe(
    '{"offer":{"sdp":"v=0\\r\\n","type":"offer","candidates":[{"candidate":"candidate:1","sdpMid":"0","sdpMLineIndex":0}]},' +
      '"params":{"voice":"alloy","model":"orga-1-beta","temperature":0.5,"return_transcription":false,' +
      '"instructions":null,"modalities":["audio","video"],"history":true}}',
  );
});

test('without a token the text undefined is sent, as the SDKs do', () => {
  const { headers } = buildRequest('calls', { ...parts, token: undefined });
  expect(headers.Authorization).toBe('Bearer undefined');
});
