import { expect, test } from 'vitest';
import type { Endpoint } from '../../session/log.ts';
import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import { createForeignLog } from './foreignLog.ts';
import { harPage, tellHarBegin } from './harBegin.ts';
import type { SessionExchange } from './harEndpoint.ts';
import type { HarExchange } from './harEntry.ts';
import { harExchange } from './testing/harExchange.ts';

const found = (endpoint: Endpoint, rest: Partial<HarExchange> = {}): SessionExchange => ({
  endpoint,
  exchange: harExchange(rest),
  redirected: false,
});

const pageOf = (headers: readonly HarExchange['headers'][], page = '', browser = '') =>
  harPage(
    headers.map((each) => found('calls', { headers: each })),
    { page, browser, ownFile: false },
  );

test('the page is known by the file, else by the first request that names it', () => {
  expect(
    pageOf(
      [
        {},
        { 'user-agent': 'Chrome/156', origin: 'https://App.example', referer: 'https://app.example/talk' },
        { 'user-agent': 'Other', origin: 'https://other.example', referer: 'https://other.example/' },
      ],
      'https://app.example/talk?a=b',
      'Firefox 140',
    ),
  ).toEqual({ userAgent: 'Chrome/156', url: 'https://app.example/talk?a=b', origin: 'https://app.example' });
  expect(pageOf([{ referer: 'https://app.example:8443/talk' }], '', 'Firefox 140')).toEqual({
    userAgent: 'Firefox 140',
    url: 'https://app.example:8443/talk',
    origin: 'https://app.example:8443',
  });
  expect(pageOf([{ origin: 'https://app.example' }])).toEqual({
    userAgent: '',
    url: 'https://app.example',
    origin: 'https://app.example',
  });
  expect(pageOf([{ origin: 'https://real.example' }], 'https://app.example/')).toEqual({
    userAgent: '',
    url: 'https://app.example/',
    origin: 'https://real.example',
  });
  expect(pageOf([{}], 'HTTP://App.example?x#y')).toMatchObject({ origin: 'http://app.example' });
});

test('without a page nothing is known of it; a text that is no address has no origin', () => {
  expect(pageOf([{}])).toEqual({ userAgent: '', url: '', origin: '' });
  expect(pageOf([{ origin: 'null' }])).toEqual({ userAgent: '', url: 'null', origin: '' });
  expect(pageOf([{ referer: 'see https://app.example' }])).toMatchObject({ origin: '' });
  expect(pageOf([{ 'user-agent': 'x'.repeat(600) }]).userAgent).toHaveLength(500);
});

const page = { userAgent: 'Chrome/156', url: 'https://app.example/', origin: 'https://app.example' };

function begun(...all: readonly SessionExchange[]) {
  const out = createForeignLog(1_000);
  tellHarBegin(out, all, { at: 1_000, page, from: 'ice-config' });
  return out.entries;
}

test('a run on the REST route begins with the address of the service', () => {
  expect(begun(found('calls', { url: 'https://proxy.example/orga/v1/realtime/calls?a=b' }))).toEqual([
    {
      id: 'e1',
      at: 0,
      attempt: 1,
      kind: 'run-started',
      run: 1,
      wallClock: 1_000,
      target: 'watched',
      route: 'rest',
      from: 'ice-config',
      settings: { ...defaultSettings, route: 'rest', email: '', baseUrl: 'https://proxy.example/orga' },
      limits: defaultLimits('rest'),
      userAgent: 'Chrome/156',
      pageUrl: 'https://app.example/',
    },
  ]);
});

test('a run with a session endpoint begins with its address, and with the service’s where it is there', () => {
  const session = found('session', { url: 'https://app.example/api/start' });
  const settings = {
    ...defaultSettings,
    route: 'backend',
    email: '',
    sessionEndpoint: 'https://app.example/api/start',
  };
  expect(begun(session)[0]).toMatchObject({ route: 'backend', settings, limits: defaultLimits('backend') });
  const call = found('calls', { url: 'https://eu.example/v1/realtime/calls\n' });
  expect(begun(session, call)[0]).toMatchObject({ settings: { ...settings, baseUrl: 'https://eu.example' } });
});
