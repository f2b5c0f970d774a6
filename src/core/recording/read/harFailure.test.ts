import { expect, test } from 'vitest';
import type { HarExchange } from './harEntry.ts';
import { noReply } from './harFailure.ts';
import { harExchange } from './testing/harExchange.ts';

const page = 'https://page.example';
const told = (rest: Partial<HarExchange>, from = page, preflight?: Partial<HarExchange>) =>
  noReply(
    {
      endpoint: 'calls',
      redirected: false,
      exchange: harExchange(rest),
      ...(preflight === undefined ? {} : { preflight: harExchange({ method: 'OPTIONS', ...preflight }) }),
    },
    from,
  );
const unreachable = (message = 'Failed to fetch') => ({
  reason: 'unreachable',
  error: { name: 'TypeError', message },
});

const allowed = { 'access-control-allow-origin': '*' };

test('a reply is read by its own page, by one that it allows, and where nobody knows the page', () => {
  expect(told({ responseHeaders: { date: 'x' } }, 'https://app.example')).toBeUndefined();
  expect(told({ responseHeaders: allowed })).toBeUndefined();
  expect(told({ responseHeaders: { date: 'x' } }, '')).toBeUndefined();
  expect(told({ responseHeaders: {} })).toBeUndefined();
});

test('a reply without the header is hidden from another page', () => {
  expect(told({ responseHeaders: { date: 'x' } })).toEqual({
    failure: unreachable(),
    probe: { result: 'opaque', plain: 'hidden', online: true },
  });
});

test.each(['net::ERR_ABORTED', 'NS_BINDING_ABORTED', 'request was Cancelled'])(
  '%s is the page’s own doing, or the SDK’s limit',
  (error) => {
    expect(told({ status: 0, error, took: 9_499 })).toEqual({ failure: undefined });
    for (const took of [9_500, 9_500.4])
      expect(told({ status: 0, error, took })).toEqual({
        failure: { reason: 'timeout', limit: 9_500, phase: 'headers' },
      });
  },
);

test.each(['net::ERR_INTERNET_DISCONNECTED', 'NS_ERROR_OFFLINE'])('%s is no network at all', (error) => {
  expect(told({ status: 0, error })).toEqual({
    failure: unreachable(`Failed to fetch (${error})`),
    probe: { result: 'failed', online: false },
  });
});

test.each([
  'net::ERR_NAME_NOT_RESOLVED',
  'net::ERR_CONNECTION_REFUSED',
  'net::ERR_ADDRESS_UNREACHABLE',
  'net::ERR_CERT_DATE_INVALID',
  'net::ERR_SSL_PROTOCOL_ERROR',
  'net::ERR_TIMED_OUT',
  'NS_ERROR_UNKNOWN_HOST',
  'NS_ERROR_NET_RESET',
  'net::ERR_TUNNEL_CONNECTION_FAILED',
  'NS_ERROR_PROXY_CONNECTION',
])('%s is a host that does not answer', (error) => {
  expect(told({ status: 0, error })).toEqual({
    failure: unreachable(`Failed to fetch (${error})`),
    probe: { result: 'failed', online: true },
  });
});

test.each([
  [404, allowed],
  [199, allowed],
  [300, allowed],
  [204, { allow: 'POST' }],
])('a preflight with %i and %j allows nothing', (status, responseHeaders) => {
  expect(told({ status: 0, error: 'net::ERR_FAILED' }, page, { status, responseHeaders })).toEqual({
    failure: unreachable('Failed to fetch (net::ERR_FAILED)'),
    probe: { result: 'opaque', plain: 'readable', online: true },
  });
});

test('without anything that explains it a request just got nowhere', () => {
  const nowhere = { failure: unreachable() };
  expect(told({ status: 0 })).toEqual(nowhere);
  expect(told({ status: 0 }, page, { status: 200, responseHeaders: allowed })).toEqual(nowhere);
  expect(told({ status: 0 }, page, { status: 299, responseHeaders: allowed })).toEqual(nowhere);
  expect(told({ status: 0 }, page, { status: 0 })).toEqual(nowhere);
  expect(told({ status: 0 }, 'https://app.example', { status: 404 })).toEqual(nowhere);
  expect(told({ status: 0 }, '', { status: 404 })).toEqual(nowhere);
});
