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
  expect(problems({ baseUrl: 'https://[::1]:9' })).toEqual([]);
});

test('the backend route needs a session endpoint', () => {
  expect(problems({ route: 'backend' })).toEqual([
    'sessionEndpoint: There is no URL. Enter one such as https://your-app.example/api/orga-session.',
  ]);
  expect(problems({ route: 'backend', sessionEndpoint: 'https://your-app.test/api' })).toEqual([]);
});

test.each([
  ['not a url', '"not a url" is not an absolute URL. Enter one such as https://api.orga-ai.com.'],
  ['/v1', '"/v1" is not an absolute URL. Enter one such as https://api.orga-ai.com.'],
  ['ftp://a.test', 'ftp: is not a scheme for requests. Enter a URL such as https://api.orga-ai.com.'],
  ['https://', '"" is not a host. Enter a URL such as https://api.orga-ai.com.'],
  ['https://a.test:99999', '"a.test:99999" is not a host. Enter a URL such as https://api.orga-ai.com.'],
  ['https://me:pw@a.test', 'The URL carries a user name or password. Leave them out.'],
])('the base URL %j is refused', (baseUrl, message) => {
  expect(problems({ baseUrl })).toEqual([`baseUrl: ${message}`]);
});

test('temperature is a number from 0 to 1', () => {
  expect(problems({ temperature: 0 })).toEqual([]);
  expect(problems({ temperature: 1 })).toEqual([]);
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

test.each([
  [
    { email: 'nobody' },
    'email: "nobody" is not an e-mail address. Enter one, or leave it empty to send none.',
  ],
  [{ voice: ' ' }, 'voice: It is empty. Enter a voice, for example alloy.'],
  [{ modalities: [] }, 'modalities: None is chosen. Choose audio, video or both.'],
  [{ modalities: ['smell'] }, 'modalities: "smell" is not a modality. Choose audio, video or both.'],
  [{ modalities: ['audio', 'audio'] }, 'modalities: One is named twice. Choose audio, video or both.'],
  [
    { iceTransportPolicy: 'none' },
    'iceTransportPolicy: "none" is not one of all, relay. Choose one of them.',
  ],
  [{ route: 'x' }, 'route: "x" is not one of rest, backend. Choose one of them.'],
  [{ retries: 1.5 }, 'retries: 1.5 is out of range. Enter a whole number from 0 to 10 retries.'],
  [{ history: 'yes' }, 'history: "yes" is neither true nor false.'],
  [
    { correlationHeaders: ['X Y'] },
    'correlationHeaders: "X Y" is not a header name. Write names in lower case, such as x-request-id.',
  ],
])('%j is refused', (change, problem) => {
  expect(problems(change)).toEqual([problem]);
});

test('each limit is a whole number of ms', () => {
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
