import { expect, test } from 'vitest';
import { optionsOf, readOptions } from './probeOptions.ts';

test('later options win, and session endpoints add up', () => {
  const settings = readOptions({ sessionEndpoint: '/a', debuggerUrl: 'https://one.example/' }, undefined, {
    sessionEndpoint: ['/b', '/c'],
    debuggerUrl: 'https://two.example/',
    badge: false,
    limits: { call: 500 },
  });
  expect(settings).toEqual({
    sessionEndpoints: ['/a', '/b', '/c'],
    debuggerUrl: 'https://two.example/',
    badge: false,
    limits: { token: 25_000, 'ice-config': 10_000, offer: 5_000, call: 500, connection: 30_000 },
  });
});

test('what is of the wrong type is left out', () => {
  expect(
    readOptions({ sessionEndpoint: [7, ''], debuggerUrl: {}, badge: 'no', limits: { call: 'x', tea: 5 } }),
  ).toEqual(readOptions());
  expect(readOptions(null, 7, 'text')).toEqual(readOptions());
});

test('a script element says where the debugger is, which endpoints there are, and whether it wants the badge', () => {
  const src = 'https://debugger.example/app/probe.js?v=1';
  expect(optionsOf({ src, dataset: {} })).toEqual({ debuggerUrl: 'https://debugger.example/app/' });
  expect(
    optionsOf({
      src,
      dataset: { sessionEndpoint: ' /a  /b ', debugger: 'https://other.example/', badge: 'off' },
    }),
  ).toEqual({ sessionEndpoint: ['/a', '/b'], debuggerUrl: 'https://other.example/', badge: false });
  expect(optionsOf({ src: '', dataset: { badge: '' } })).toEqual({ badge: true });
});

test('options that come later are added to those that hold', () => {
  const before = readOptions({ sessionEndpoint: '/a', debuggerUrl: 'https://one.example/', badge: false });
  const after = readOptions(
    { ...before, sessionEndpoint: before.sessionEndpoints },
    { sessionEndpoint: '/b' },
  );
  expect(after).toEqual({ ...before, sessionEndpoints: ['/a', '/b'] });
});
