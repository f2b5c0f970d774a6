import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { verdict } from '../diagnosis/testing/literalLog.ts';
import { sameFailure, unanswered } from '../diagnosis/testing/literalLook.ts';
import type { LogEntry } from '../session/log.ts';

function first(log: readonly LogEntry[]) {
  return diagnose(log)[0];
}

const noCors = {
  code: 'network.cors',
  variant: 'no-headers',
  title: 'The reply lacks the CORS headers that this page needs',
  because: 'a request in which CORS has no say failed too',
};

test('a public page without leave for this machine’s network', () => {
  const url = 'http://192.168.1.5:3000/api';
  expect(first(unanswered({ url, result: 'failed', localAccess: 'denied' }))).toEqual({
    code: 'network.local-access',
    variant: 'refused',
    certainty: 'proved',
    actor: 'browser',
    title: 'The browser has no leave to reach the local network',
    cause:
      'This page comes from debugger.example, and 192.168.1.5:3000 is this machine or its network. Going there needs a permission, which was denied; so the browser sent nothing.',
    remedy:
      'Open the site settings beside the address bar, allow “Local network access”, and run again. Or run the debugger on this machine with npm start: then both are local.',
    causedBy: { step: 'token', entry: 'e3' },
    evidence: [
      { entry: 'e2', says: 'a public page asked a local address' },
      { entry: 'e4', says: 'Second look at /api: no answer either, local network access: denied' },
      sameFailure,
    ],
    ruledOut: [noCors],
    discrepancies: [],
  });
  const asked = first(unanswered({ url, result: 'failed', localAccess: 'prompt' }));
  expect(asked?.certainty).toBe('likely');
  expect(asked?.cause).toContain('a permission, which nobody has given yet; so');
});

test.each([
  ['the permission was granted', { localAccess: 'granted' }],
  ['the browser has no such permission', {}],
  ['the host is a public one', { localAccess: 'denied', url: 'https://app.example/api' }],
  ['the page is local too', { localAccess: 'denied', pageUrl: 'http://192.168.1.9/' }],
  ['the page has no host', { localAccess: 'denied', pageUrl: 'about:blank' }],
] as const)('leave for the local network is not the matter where %s', (_, found) => {
  const log = unanswered({ url: 'http://192.168.1.5:3000/api', result: 'failed', ...found });
  expect(verdict(log)?.is).toBe('network.unreachable/no-response');
});

test('plain http from an https page is mixed content', () => {
  const url = 'HTTP://backend.example:3000/api';
  expect(first(unanswered({ url, result: 'not-sent' }))).toEqual({
    code: 'network.mixed-content',
    variant: 'blocked',
    certainty: 'proved',
    actor: 'browser',
    title: 'An https page may not ask a plain http address',
    cause:
      'This page was loaded by https and HTTP://backend.example:3000/api is plain http: mixed content, which the browser blocks before anything is sent.',
    remedy:
      'Serve backend.example:3000 by https; or let this machine relay your backend, in a terminal: npm start -- --backend HTTP://backend.example:3000/api, and open the address that it prints.',
    causedBy: { step: 'token', entry: 'e3' },
    evidence: [
      { entry: 'e2', says: 'plain http, from an https page' },
      { entry: 'e4', says: 'Second look at /api: not sent: the browser would not let it out' },
      sameFailure,
    ],
    ruledOut: [],
    discrepancies: [],
  });
});

test('plain http to another machine is against the page’s own policy', () => {
  const url = 'http://backend.example/api';
  expect(first(unanswered({ url, result: 'not-sent', pageUrl: 'http://localhost:4173/' }))).toEqual({
    code: 'network.mixed-content',
    variant: 'policy',
    certainty: 'proved',
    actor: 'browser',
    title: 'This page talks to https and to this machine only',
    cause:
      'http://backend.example/api is plain http to another machine. The debugger’s own Content-Security-Policy lets the page connect to https, and by plain http to localhost only, so that no token crosses a network in clear.',
    remedy:
      'Give the address by https; or let this machine relay your backend, in a terminal: npm start -- --backend http://backend.example/api.',
    causedBy: { step: 'token', entry: 'e3' },
    evidence: [
      { entry: 'e2', says: 'plain http, beyond this machine' },
      { entry: 'e4', says: 'Second look at /api: not sent: the browser would not let it out' },
      sameFailure,
    ],
    ruledOut: [],
    discrepancies: [],
  });
});

test.each([
  ['http://localhost:3000/api', 'not-sent', 'network.unreachable/no-response'],
  ['http://127.0.0.1/api', 'not-sent', 'network.unreachable/no-response'],
  ['http://app.localhost.example/api', 'not-sent', 'network.mixed-content/blocked'],
  ['http://my-localhost/api', 'not-sent', 'network.mixed-content/blocked'],
  ['https://app.example/?to=http://app.example', 'not-sent', 'network.unreachable/no-response'],
  ['http://app.example/api', 'failed', 'network.unreachable/no-response'],
] as const)('a second look at %s that was %s makes it %s', (url, result, is) => {
  expect(verdict(unanswered({ url, result }))?.is).toBe(is);
});

test('a browser that is offline', () => {
  expect(first(unanswered({ result: 'failed', online: false }))).toEqual({
    code: 'network.offline',
    variant: 'browser',
    certainty: 'proved',
    actor: 'network',
    title: 'This browser is offline',
    cause: 'The browser reports that it is offline, and app.example did not answer a second request either.',
    remedy:
      'Connect this machine to the network, or switch off offline mode in the developer tools (Network panel); then run again.',
    causedBy: { step: 'token', entry: 'e3' },
    evidence: [
      { entry: 'e2', says: 'the request that got no response' },
      { entry: 'e4', says: 'Second look at /api: no answer either, the browser is offline' },
      sameFailure,
    ],
    ruledOut: [noCors],
    discrepancies: [],
    action: 'retry-with-backoff',
  });
});

test('this machine is reached without a network, so that offline is only likely', () => {
  const found = first(unanswered({ url: 'http://localhost:3000/api', result: 'failed', online: false }));
  expect(found?.certainty).toBe('likely');
  expect(found?.cause).toContain(
    'either. This machine is reached without a network too, unless the developer tools’ offline mode is on.',
  );
});

test('a host that answers is not offline', () => {
  expect(verdict(unanswered({ plain: 'hidden', online: false }))?.is).toBe('network.cors/no-headers');
});
