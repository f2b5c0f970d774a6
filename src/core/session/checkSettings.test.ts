import { expect, test } from 'vitest';
import { checkSettings } from './checkSettings.ts';
import { defaultLimits, defaultSettings, type Settings } from './settings.ts';

const limits = defaultLimits('rest');

/** Keys and messages for one change; foreign values come from URLs and scripts. */
function problems(change: { readonly [K in keyof Settings]?: unknown }): readonly string[] {
  const settings = { ...defaultSettings, ...change } as Settings;
  return checkSettings(settings, limits).map(({ key, message }) => `${key}: ${message}`);
}

test('the defaults are fine on the REST route', () => {
  expect(checkSettings(defaultSettings, limits)).toEqual([]);
  expect(problems({ email: '', instructions: 'Be kind.', baseUrl: 'http://localhost:8080/prefix/' })).toEqual(
    [],
  );
});

test.each([
  'https://[::1]:9',
  'https://[::ffff:192.0.2.1]',
  'https://a.test:65535',
  'https://a.test.',
  'HTTPS://A.test?x#y',
  'http://a',
])('the base URL %s is fine', (baseUrl) => {
  expect(problems({ baseUrl })).toEqual([]);
});

test('the backend route needs a session endpoint', () => {
  expect(problems({ route: 'backend' })).toEqual([
    'sessionEndpoint: There is no URL. Enter one such as https://your-app.example/api/orga-session.',
  ]);
  expect(problems({ route: 'backend', sessionEndpoint: 'https://your-app.test/api' })).toEqual([]);
  expect(problems({ sessionEndpoint: '/api' })).toEqual([
    'sessionEndpoint: "/api" is not an absolute URL. Enter one such as https://your-app.example/api/orga-session.',
  ]);
});

test.each([
  ['not a url', '"not a url" is not an absolute URL. Enter one such as https://api.orga-ai.com.'],
  ['/v1', '"/v1" is not an absolute URL. Enter one such as https://api.orga-ai.com.'],
  ['ftp://a.test', 'ftp: is not a scheme for requests. Enter a URL such as https://api.orga-ai.com.'],
  ['https://', '"" is not a host. Enter a URL such as https://api.orga-ai.com.'],
  ['https://a.test:99999', '"a.test:99999" is not a host. Enter a URL such as https://api.orga-ai.com.'],
  ['https://me:pw@a.test', 'The URL carries a user name or password. Leave them out.'],
  [' ', 'There is no URL. Enter one such as https://api.orga-ai.com.'],
  [7, '7 is not a URL. Enter one such as https://api.orga-ai.com.'],
  [
    'see https://a.test',
    '"see https://a.test" is not an absolute URL. Enter one such as https://api.orga-ai.com.',
  ],
  [
    'https://a.test/b c',
    '"https://a.test/b c" is not an absolute URL. Enter one such as https://api.orga-ai.com.',
  ],
  ['xhttp://a', 'xhttp: is not a scheme for requests. Enter a URL such as https://api.orga-ai.com.'],
  ['httpsx://a', 'httpsx: is not a scheme for requests. Enter a URL such as https://api.orga-ai.com.'],
  ['https://a.test:65536', '"a.test:65536" is not a host. Enter a URL such as https://api.orga-ai.com.'],
  ['https://a.test:x', '"a.test:x" is not a host. Enter a URL such as https://api.orga-ai.com.'],
  ['https://a:b:80', '"a:b:80" is not a host. Enter a URL such as https://api.orga-ai.com.'],
  ['https://-a.test', '"-a.test" is not a host. Enter a URL such as https://api.orga-ai.com.'],
  ['https://a,b', '"a,b" is not a host. Enter a URL such as https://api.orga-ai.com.'],
  ['https://.a', '".a" is not a host. Enter a URL such as https://api.orga-ai.com.'],
  ['https://a..b', '"a..b" is not a host. Enter a URL such as https://api.orga-ai.com.'],
])('the base URL %j is refused', (baseUrl, message) => {
  expect(problems({ baseUrl })).toEqual([`baseUrl: ${message}`]);
});

test('temperature is a number from 0 to 1', () => {
  expect(problems({ temperature: 0 })).toEqual([]);
  expect(problems({ temperature: 1 })).toEqual([]);
  expect(problems({ temperature: -0.1 })).toEqual([
    'temperature: -0.1 is out of range. Enter a number from 0 to 1.',
  ]);
  expect(problems({ temperature: 2 })).toEqual([
    'temperature: 2 is out of range. Enter a number from 0 to 1.',
  ]);
  expect(problems({ temperature: Number.NaN })).toEqual([
    'temperature: NaN is out of range. Enter a number from 0 to 1.',
  ]);
  expect(problems({ temperature: '0.5' })).toEqual([
    'temperature: "0.5" is out of range. Enter a number from 0 to 1.',
  ]);
});

test('an API key typed where a setting belongs is refused without being repeated', () => {
  for (const key of ['email', 'voice', 'model', 'instructions', 'baseUrl'] as const) {
    const [problem = '', ...others] = problems({ [key]: 'https://sk_orga_ai_CANARY7f3a9c2e51d84b60a7' });
    expect(others).toEqual([]);
    expect(problem).toContain('looks like an API key');
    expect(problem).not.toContain('CANARY');
  }
});

test('what Setup offers is taken', () => {
  for (const sessionMethod of ['GET', 'POST', 'PUT']) expect(problems({ sessionMethod })).toEqual([]);
  for (const sessionCredentials of ['omit', 'same-origin', 'include'])
    expect(problems({ sessionCredentials })).toEqual([]);
  for (const restWith of ['key', 'token']) expect(problems({ restWith })).toEqual([]);
  for (const iceTransportPolicy of ['all', 'relay']) expect(problems({ iceTransportPolicy })).toEqual([]);
  for (const retries of [0, 10]) expect(problems({ retries })).toEqual([]);
  expect(problems({ sessionMethod: 'POST', sessionBody: '{}', sessionHeaders: 'x-app: demo' })).toEqual([]);
  expect(problems({ correlationHeaders: ['x-request-id', 'a!1'] })).toEqual([]);
});

test.each([
  [
    { email: 'nobody' },
    'email: "nobody" is not an e-mail address. Enter one, or leave it empty to send none.',
  ],
  [
    { email: 'no one@a.test' },
    'email: "no one@a.test" is not an e-mail address. Enter one, or leave it empty to send none.',
  ],
  [
    { email: 'a@b.test or so' },
    'email: "a@b.test or so" is not an e-mail address. Enter one, or leave it empty to send none.',
  ],
  [{ email: null }, 'email: This is not an e-mail address. Enter one, or leave it empty.'],
  [{ model: '' }, 'model: It is empty. Enter a model, for example orga-1-beta.'],
  [{ voice: true }, 'voice: true is not a name. Enter a voice, for example alloy.'],
  [{ instructions: undefined }, 'instructions: Nothing is not a text.'],
  [{ sessionMethod: 'PATCH' }, 'sessionMethod: "PATCH" is not one of GET, POST, PUT. Choose one of them.'],
  [{ sessionHeaders: 'demo' }, 'sessionHeaders: Write one header a line, such as x-app: demo.'],
  [
    { sessionHeaders: 'authorization: x' },
    'sessionHeaders: authorization holds a secret. Write it under “Secret headers”: those are kept in memory only.',
  ],
  [{ sessionBody: '{}' }, 'sessionBody: A GET carries no body. Choose POST, or leave the body empty.'],
  [
    { sessionCredentials: 'all' },
    'sessionCredentials: "all" is not one of omit, same-origin, include. Choose one of them.',
  ],
  [{ restWith: 'hope' }, 'restWith: "hope" is not one of key, token. Choose one of them.'],
  [{ voice: ' ' }, 'voice: It is empty. Enter a voice, for example alloy.'],
  [{ modalities: [] }, 'modalities: None is chosen. Choose audio, video or both.'],
  [{ modalities: 'audio' }, 'modalities: "audio" is not a list. Choose audio, video or both.'],
  [{ modalities: ['smell'] }, 'modalities: "smell" is not a modality. Choose audio, video or both.'],
  [{ modalities: ['audio', 'audio'] }, 'modalities: One is named twice. Choose audio, video or both.'],
  [
    { iceTransportPolicy: 'none' },
    'iceTransportPolicy: "none" is not one of all, relay. Choose one of them.',
  ],
  [{ route: 'x' }, 'route: "x" is not one of rest, backend. Choose one of them.'],
  [{ retries: 1.5 }, 'retries: 1.5 is out of range. Enter a whole number from 0 to 10 retries.'],
  [{ retries: 11 }, 'retries: 11 is out of range. Enter a whole number from 0 to 10 retries.'],
  [{ retries: -1 }, 'retries: -1 is out of range. Enter a whole number from 0 to 10 retries.'],
  [{ history: 'x'.repeat(60) }, `history: "${'x'.repeat(60)}" is neither true nor false.`],
  [{ history: 'x'.repeat(61) }, `history: "${'x'.repeat(60)}…" is neither true nor false.`],
  [{ history: 'yes' }, 'history: "yes" is neither true nor false.'],
  [
    { correlationHeaders: ['x-request-id', 'x y'] },
    'correlationHeaders: "x y" is not a header name. Write names in lower case, such as x-request-id.',
  ],
  [
    { correlationHeaders: ['X-y'] },
    'correlationHeaders: "X-y" is not a header name. Write names in lower case, such as x-request-id.',
  ],
  [
    { correlationHeaders: [7] },
    'correlationHeaders: 7 is not a header name. Write names in lower case, such as x-request-id.',
  ],
  [{ correlationHeaders: {} }, 'correlationHeaders: This is not a list of header names.'],
  [
    { correlationHeaders: ['X Y'] },
    'correlationHeaders: "X Y" is not a header name. Write names in lower case, such as x-request-id.',
  ],
])('%j is refused', (change, problem) => {
  expect(problems(change)).toEqual([problem]);
});

test('each limit is a whole number of ms', () => {
  expect(checkSettings(defaultSettings, { ...limits, offer: 1, call: 600_000 })).toEqual([]);
  expect(checkSettings(defaultSettings, { ...limits, offer: 0, call: 1e9 })).toEqual([
    { key: 'limits.offer', message: '0 is out of range. Enter a whole number from 1 to 600,000 ms.' },
    { key: 'limits.call', message: '1000000000 is out of range. Enter a whole number from 1 to 600,000 ms.' },
  ]);
});

test('foreign values of any type are refused, not thrown at', () => {
  for (const value of [undefined, null, 7, 'x', true, [], {}]) {
    for (const key of Object.keys(defaultSettings)) {
      expect(Array.isArray(problems({ [key]: value }))).toBe(true);
    }
  }
});
