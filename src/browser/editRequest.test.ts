import { expect, test } from 'vitest';
import { createRedactor } from '../core/redaction.ts';
import { defaultLimits, defaultSettings, type Settings } from '../core/session/settings.ts';
import { createAttempt } from './attempt.ts';
import { editRequest, nextRequest } from './editRequest.ts';
import { requestFor } from './requestFor.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjEwMDAsImV4cCI6MTkwMH0.c2lnbmF0dXJlLTE';
const icePwd = 'abcdefghijklmnopqrstuv12';
const offer = { sdp: `v=0\r\na=ice-pwd:${icePwd}\r\n`, type: 'offer', candidates: [] };

function attemptWith(settings: Partial<Settings> = {}, headers?: string) {
  const redactor = createRedactor();
  redactor.name('token', jwt);
  return createAttempt(1, {
    from: 'token',
    plan: {
      settings: { ...defaultSettings, baseUrl: 'https://api.test', ...settings },
      limits: defaultLimits('rest'),
      from: 'token',
      secrets: { apiKey: 'sk_orga_ai_1234567890', ...(headers === undefined ? {} : { headers }) },
    },
    held: { token: jwt },
    controls: {
      signal: new AbortController().signal,
      mayBegin: async () => undefined,
      report: () => 'e1',
      redactor,
      tokenMemory: { recall: async () => [], remember: async () => {}, takeRefusal: () => undefined },
      beforeRequest: async () => {},
    },
  });
}

test('the next request is shown without a secret', () => {
  const text = nextRequest('call', attemptWith(), offer)?.text;
  expect(text).toMatchObject({
    endpoint: 'calls',
    method: 'POST',
    origin: 'https://api.test',
    path: '/v1/realtime/calls',
    pathIsFixed: false,
    credentials: 'Authorization: Bearer token#1',
    headers: 'Content-Type: application/json',
  });
  expect(JSON.stringify(text)).not.toContain(jwt);
  expect(JSON.stringify(text)).not.toContain(icePwd);
  const body: unknown = JSON.parse(text?.body ?? '');
  expect(body).toMatchObject({ offer: { type: 'offer' }, params: { voice: 'alloy' } });
});

test('stand-ins become the secrets of this request again, and no others', () => {
  const attempt = attemptWith();
  attempt.controls.redactor.name('token', 'another-secret-of-this-tab');
  const body = nextRequest('call', attempt, offer)?.text.body ?? '';
  const { request } = requestFor('calls', offer, attempt);
  const sent = editRequest(
    request,
    { body: `${body.replace('alloy', 'nova')} token#1 token#2 token#10` },
    attempt,
  );
  expect(sent.body).toContain(icePwd);
  expect(sent.body).toContain('"voice": "nova"');
  expect(sent.body?.endsWith(`${jwt} token#2 token#10`)).toBe(true);
  expect(sent.headers).toEqual(request.headers);
  expect(sent.altered).toEqual(['body edited by the user']);
});

test('headers and path are replaced, the credential and the host stay', () => {
  const attempt = attemptWith();
  const { request } = requestFor('ice-config', undefined, attempt);
  const sent = editRequest(request, { path: '//elsewhere.test/x', headers: 'x-app: demo' }, attempt);
  expect(new URL(sent.url).host).toBe('api.test');
  expect(sent.headers).toEqual({ Authorization: `Bearer ${jwt}`, 'x-app': 'demo' });
  expect(sent.altered).toEqual(['path edited by the user', 'headers edited by the user']);
});

test('an empty body is sent as none', () => {
  const attempt = attemptWith();
  const { request } = requestFor('calls', offer, attempt);
  expect(editRequest(request, { body: '' }, attempt).body).toBeUndefined();
});

test('secret headers of the session endpoint are shown as stand-ins and kept', () => {
  const settings = { route: 'backend', sessionEndpoint: 'https://app.test/api?x=1' } as const;
  const attempt = attemptWith(settings, 'x-team: hidden-4711');
  const text = nextRequest('token', attempt)?.text;
  expect(text).toMatchObject({
    origin: 'https://app.test',
    path: '/api?x=1',
    credentials: 'x-team: secret#1',
  });
  const { request } = requestFor('session', undefined, attempt);
  expect(editRequest(request, { headers: '' }, attempt).headers).toEqual({ 'x-team': 'hidden-4711' });
});

test('steps that send nothing have no next request', () => {
  const backend = attemptWith({ route: 'backend', sessionEndpoint: 'https://app.test/api' });
  expect(nextRequest('offer', attemptWith())).toBeUndefined();
  expect(nextRequest('connection', attemptWith())).toBeUndefined();
  expect(nextRequest('ice-config', backend)).toBeUndefined();
  expect(nextRequest('ice-config', attemptWith({ fetchIceConfig: false }))).toBeUndefined();
});
