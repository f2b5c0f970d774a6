import { expect, test } from 'vitest';
import { type Literal, logOf, request, type Sent } from '../../diagnosis/testing/literalLog.ts';
import type { CredentialFacts, Endpoint } from '../../session/log.ts';
import { defaultSettings } from '../../session/settings.ts';
import { replayAlterations } from './replayRequest.ts';

const settings = { ...defaultSettings, email: '' };
const usual = {
  voice: 'alloy',
  model: 'orga-1-beta',
  temperature: 0.5,
  return_transcription: false,
  instructions: null,
  modalities: ['audio', 'video'],
  history: true,
};
const offer = { sdp: 'v=0\r\n', type: 'offer' };
const goodBody = JSON.stringify({ offer, params: usual });

function alterations(...requests: readonly Literal[]) {
  return replayAlterations(logOf('rest', ...requests), settings);
}

/** What a call had wrong with this body. */
function ofCall(body: unknown, more: Partial<typeof defaultSettings> = {}) {
  const sent = request('calls', { body: typeof body === 'string' ? body : JSON.stringify(body) });
  return replayAlterations(logOf('rest', sent), { ...settings, ...more });
}

test('requests as they ought to be have nothing wrong', () => {
  expect(
    alterations(request('client-secrets'), request('ice-config'), request('calls', { body: goodBody })),
  ).toEqual([]);
  expect(alterations()).toEqual([]);
});

test('the session endpoint is the developer’s own: nothing is wrong with how it is asked', () => {
  const credential = { kind: 'other' } as const;
  expect(alterations(request('session', { credential, url: 'https://app.example/anywhere' }))).toEqual([]);
});

test('of several requests to an endpoint the last one counts, each endpoint for itself', () => {
  const omitted = { kind: 'none' } as const;
  expect(
    alterations(
      request('calls', { credential: omitted }),
      request('ice-config', { credential: omitted }),
      request('calls', { body: goodBody }),
    ),
  ).toEqual([{ endpoint: 'ice-config', omitAuthorization: true }]);
});

test.each([
  ['https://api.orga-ai.com/v2/calls?a=/b#c', '/v2/calls'],
  ['HTTP+x.1-2://api.orga-ai.com/', '/'],
  ['https://api.orga-ai.com/v1/realtime/ice-config/', '/v1/realtime/ice-config/'],
])('%s has another path', (url, path) => {
  expect(alterations(request('ice-config', { url }))).toEqual([{ endpoint: 'ice-config', path }]);
});

test.each([
  'https://user@api.orga-ai.com:8443/v1/realtime/ice-config?a=b',
  'https://a/v1/realtime/ice-config#x',
  'https://api.orga-ai.com',
  'https://api.orga-ai.com?/v2',
  'nowhere',
  '/v2/ice-config',
  'from https://api.orga-ai.com/v2',
])('%s has no path of its own', (url) => {
  expect(alterations(request('ice-config', { url }))).toEqual([]);
});

const foreign = expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.from-a-recording$/) as string;

test.each<readonly [Endpoint, CredentialFacts['kind'], object | undefined]>([
  ['client-secrets', 'api-key', undefined],
  ['client-secrets', 'token', { credential: { literal: foreign } }],
  ['client-secrets', 'none', { omitAuthorization: true }],
  ['client-secrets', 'other', { credential: { literal: 'credential-of-another-kind' } }],
  ['ice-config', 'api-key', { credential: 'api-key' }],
  ['ice-config', 'token', undefined],
  ['ice-config', 'none', { omitAuthorization: true }],
  ['ice-config', 'undefined', undefined],
])('%s with the credential “%s” is sent so again', (endpoint, kind, wrong) => {
  expect(alterations(request(endpoint, { credential: { kind } }))).toEqual(
    wrong === undefined ? [] : [{ endpoint, ...wrong }],
  );
});

test('“undefined” is sent on purpose only where there was a token', () => {
  const token: Literal = { kind: 'token', token: 'token#1', from: 'client-secrets', wallClock: 1 };
  const sent = request('ice-config', { credential: { kind: 'undefined' } });
  expect(alterations(token, sent)).toEqual([
    { endpoint: 'ice-config', credential: { literal: 'undefined' } },
  ]);
});

test('an Authorization header without a credential in it was not left out', () => {
  const sent = request('ice-config', { credential: { kind: 'none' } });
  const withHeaders = (headers: object) => alterations({ ...sent, headers } as Literal);
  expect(withHeaders({ 'x-a': 'b', AUTHORIZATION: '' })).toEqual([]);
  expect(withHeaders({ 'x-a': 'b' })).toEqual([{ endpoint: 'ice-config', omitAuthorization: true }]);
});

test('a user without an e-mail address is left out again, where there was one to send', () => {
  const asked = (sent: Sent, email: string) =>
    replayAlterations(logOf('rest', request('client-secrets', sent)), { ...settings, email });
  const url = 'https://api.orga-ai.com/v1/realtime/client-secrets';
  expect(asked({}, 'dev@example.com')).toEqual([{ endpoint: 'client-secrets', omitField: 'email' }]);
  expect(asked({ url: `${url}?myemail=1` }, 'dev@example.com')).toHaveLength(1);
  expect(asked({ url: `${url}?email=dev%40example.com` }, 'dev@example.com')).toEqual([]);
  expect(asked({ url: `${url}?a=b&email=` }, 'dev@example.com')).toEqual([]);
  expect(asked({}, '')).toEqual([]);
  const others = logOf('rest', request('ice-config'));
  expect(replayAlterations(others, { ...settings, email: 'dev@example.com' })).toEqual([]);
});

test.each<readonly [string, unknown, object]>([
  ['is empty', '', { omitBody: true }],
  ['is no JSON', '{"offer":', { body: '{"offer":' }],
  ['is an array', '[1]', { body: '[1]' }],
  ['is null', 'null', { body: 'null' }],
  ['has no offer', { params: usual }, { omitField: 'offer' }],
  ['has an offer that is a text', { offer: 'v=0', params: usual }, { omitField: 'offer' }],
  ['has no parameters', { offer }, { omitField: 'params' }],
  ['has a list of parameters', { offer, params: [] }, { omitField: 'params' }],
  ['has another offer', { offer: { sdp: 'o=- v=' }, params: usual }, { offerSdp: 'o=- v=' }],
])('a body that %s is sent so again', (_, body, wrong) => {
  expect(ofCall(body)).toEqual([{ endpoint: 'calls', ...wrong }]);
});

test('a call without any body is sent without one', () => {
  expect(alterations(request('calls'))).toEqual([{ endpoint: 'calls', omitBody: true }]);
});

test('an offer without SDP says nothing about the one that is made', () => {
  expect(ofCall({ offer: { type: 'offer' }, params: usual })).toEqual([]);
});

test('what was cut off for its length was once whole', () => {
  expect(ofCall('x'.repeat(65_536))).toEqual([]);
  expect(ofCall('x'.repeat(65_535))).toEqual([{ endpoint: 'calls', body: 'x'.repeat(65_535) }]);
});

test('parameters that no setting gives are sent again', () => {
  const params = {
    ...usual,
    voice: 'nova',
    temperature: 9,
    history: 'yes',
    speed: 2,
    debug: true,
    nothing: null,
    list: ['a'],
  };
  expect(ofCall({ offer, params })).toEqual([
    {
      endpoint: 'calls',
      params: { voice: 'nova', temperature: 9, history: 'yes', speed: 2, debug: true },
    },
  ]);
});

test('parameters that the settings give are no others', () => {
  const params = {
    voice: 'nova',
    model: 'm',
    temperature: 0,
    return_transcription: true,
    instructions: 'Be kind.',
    history: false,
  };
  const chosen = { ...params, transcription: true };
  expect(ofCall({ offer, params }, chosen)).toEqual([]);
  expect(ofCall({ offer, params })).toEqual([{ endpoint: 'calls', params }]);
});

test('a parameter named __proto__ reaches into nothing', () => {
  expect(ofCall('{"offer":{},"params":{"__proto__":"x"}}')).toEqual([]);
});
