import { expect, test } from 'vitest';
import { endpointOf } from './endpointOf.ts';

const base = 'https://app.example/shop/';

test.each([
  ['https://api.orga-ai.com/v1/realtime/calls', 'calls'],
  ['https://proxy.example/orga/v1/realtime/ice-config', 'ice-config'],
  ['/v1/realtime/client-secrets?email=a%40b.example', 'client-secrets'],
  ['/api/orga-client-secrets', 'session'],
  ['https://api.orga-ai.com/v1/realtime/calls/extra', undefined],
  ['/api/users', undefined],
  ['http://[', undefined],
])('%s is %s', (url, endpoint) => {
  expect(endpointOf(url, [], base)).toBe(endpoint);
});

test('a page names its own endpoints by path, by URL, or by how they begin', () => {
  expect(endpointOf('https://app.example/api/token?x=1', ['/api/token'], base)).toBe('session');
  expect(endpointOf('api/token', ['api/token'], base)).toBe('session');
  expect(endpointOf('/api/token/', ['https://app.example/api/token'], base)).toBe('session');
  expect(endpointOf('/rooms/7/token', ['/rooms/*'], base)).toBe('session');
  expect(endpointOf('https://other.example/api/token', ['/api/token'], base)).toBeUndefined();
});
