import { expect, test } from 'vitest';
import { isLoopbackHost, readRelayTargets } from './relayTargets.mjs';

test('without anything the relay goes to the API, and has neither key nor backend', () => {
  const { upstream, apiKey, backend } = readRelayTargets({}, {});
  expect([upstream.href, apiKey, backend]).toEqual(['https://api.orga-ai.com/', undefined, undefined]);
});

test('key, upstream, backend and its headers are read', () => {
  const targets = readRelayTargets(
    {
      backend: 'http://localhost:3000/api/session?app=1#top',
      'backend-header': ['Cookie: sid=1', 'x-app:demo'],
      upstream: 'http://127.0.0.1:4010/base',
    },
    { ORGA_API_KEY: ' sk_orga_ai_1 ', ORGA_BASE_URL: 'https://ignored.example' },
  );
  expect(targets.upstream.href).toBe('http://127.0.0.1:4010/base');
  expect(targets.apiKey).toBe('sk_orga_ai_1');
  expect(targets.backend?.url.href).toBe('http://localhost:3000/api/session?app=1');
  expect(targets.backend?.headers).toEqual({ cookie: 'sid=1', 'x-app': 'demo' });
});

test.each([
  [{ upstream: 'http://api.example' }, '--upstream http://api.example/ would send the key in clear'],
  [{ upstream: 'api.example' }, '--upstream api.example is not a URL'],
  [{ upstream: 'https://u:p@api.example' }, '--upstream carries a user name or password'],
  [{ backend: 'ftp://x' }, '--backend ftp: is not a scheme'],
  [{ backend: 'http://me:pw@localhost:3000/' }, '--backend carries a user name or password'],
  [{ backend: 'https://x.example/?key=sk_orga_ai_1' }, '--backend holds an API key'],
  [{ 'backend-header': ['cookie: a=1'] }, '--backend-header needs --backend URL'],
  [{ backend: 'http://localhost/', 'backend-header': ['cookie'] }, '--backend-header takes one header'],
  [{ backend: 'http://localhost/', 'backend-header': ['host: x'] }, '--backend-header host is not yours'],
])('%j is refused with one clear line', (values, message) => {
  expect(() => readRelayTargets(values, {})).toThrow(message);
});

test('what is wrong with a secret is told without it', () => {
  expect(() => readRelayTargets({}, { ORGA_API_KEY: 'sk_orga_ai_ä' })).toThrow(
    /^ORGA_API_KEY holds a character/,
  );
  expect(() =>
    readRelayTargets({ backend: 'http://localhost/', 'backend-header': ['cookie:\u0000s3cret'] }, {}),
  ).toThrow(/^(?!.*s3cret)/);
});

test('only names that mean this machine whatever a name server says are loopback', () => {
  expect(['localhost', '127.0.0.1', '127.9.9.9', '[::1]', 'LOCALHOST'].map(isLoopbackHost)).not.toContain(
    false,
  );
  expect(
    ['localhost.evil.example', '127.0.0.1.evil.example', '0.0.0.0', '10.0.0.1', ''].map(isLoopbackHost),
  ).not.toContain(true);
});
