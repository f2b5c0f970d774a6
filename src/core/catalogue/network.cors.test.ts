import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { verdict } from '../diagnosis/testing/literalLog.ts';
import { sameFailure, unanswered } from '../diagnosis/testing/literalLook.ts';
import type { LogEntry } from '../session/log.ts';

function first(log: readonly LogEntry[]) {
  return diagnose(log)[0];
}

test('a backend whose reply the browser hid is told which header it lacks', () => {
  const found = diagnose(unanswered({ plain: 'hidden' }));
  expect(found.map(({ code }) => code)).toEqual(['network.cors', 'network.unreachable']);
  expect(found[0]).toEqual({
    code: 'network.cors',
    variant: 'no-headers',
    certainty: 'proved',
    actor: 'backend',
    title: 'The reply lacks the CORS headers that this page needs',
    cause:
      'app.example answers, but no page of https://debugger.example may read what it says: its reply has no access-control-allow-origin for it. The same happens where it redirects to another origin, such as a login page. All that the browser shows is “Failed to fetch”.',
    remedy:
      'If your app’s own page has the same origin as the backend, it needs no CORS and this is so only here: let this machine relay your backend, in a terminal: npm start -- --backend https://app.example/api. Or answer with access-control-allow-origin: https://debugger.example.',
    causedBy: { step: 'token', entry: 'e3' },
    evidence: [
      { entry: 'e2', says: 'your session endpoint was asked across origins' },
      { entry: 'e4', says: 'Second look at /api: the host answers, and lets no page read it' },
      sameFailure,
    ],
    ruledOut: [],
    discrepancies: [],
  });
});

test('at Orga’s API nobody’s backend is spoken of, and the relay is that of the API', () => {
  const url = 'https://api.orga-ai.com/v1/realtime/calls';
  expect(diagnose(unanswered({ endpoint: 'calls', url, plain: 'hidden' }))[0]).toMatchObject({
    actor: 'orga',
    cause:
      'api.orga-ai.com answers, but no page of https://debugger.example may read what it says: its reply has no access-control-allow-origin for it. All that the browser shows is “Failed to fetch”.',
    remedy:
      'Orga’s REST requests belong in a backend, where there is no CORS: let this machine relay the API: serve this page with npm start, and switch on “Through the relay on this machine” in Setup. Or answer with access-control-allow-origin: https://debugger.example.',
    evidence: [{ entry: 'e2', says: '/calls was asked across origins' }, { entry: 'e4' }, { entry: 'e3' }],
  });
});

test('with cookies the headers are others', () => {
  const found = first(unanswered({ plain: 'readable', cookies: 'include' }));
  expect(found).toMatchObject({ code: 'network.cors', certainty: 'likely' });
  expect(found?.cause).toContain(
    ': with cookies it needs access-control-allow-credentials: true, and this origin by name instead of *. The',
  );
  expect(found?.remedy).toMatch(
    /access-control-allow-origin: https:\/\/debugger\.example and access-control-allow-credentials: true\.$/,
  );
});

test.each([
  ['https://debugger.example/x?y', 'https://debugger.example'],
  ['HTTP://localhost:4173#z', 'HTTP://localhost:4173'],
  ['', 'this origin'],
  ['file of https://debugger.example', 'this origin'],
])('the origin of the page at “%s” is %s', (pageUrl, origin) => {
  expect(diagnose(unanswered({ plain: 'hidden', pageUrl }))[0]?.cause).toContain(
    `no page of ${origin} may read`,
  );
});

test('a log without the run’s beginning names no origin', () => {
  const log = unanswered({ plain: 'hidden' }).slice(1);
  expect(first(log)?.cause).toContain('no page of this origin may read');
});

test('a refused preflight names method and headers that it must allow', () => {
  const headers = { Authorization: 'Bearer token#1', 'X-Tenant': 'a' };
  expect(diagnose(unanswered({ plain: 'readable', preflight: true, headers }))[0]).toEqual({
    code: 'network.cors',
    variant: 'preflight',
    certainty: 'likely',
    actor: 'backend',
    title: 'The host refused the CORS preflight',
    cause:
      'app.example lets pages of https://debugger.example read its plain replies, but this request is not plain: before GET with authorization, x-tenant the browser asks by OPTIONS, and was not told yes. The request itself was never sent, or its own reply lacked the header.',
    remedy:
      'Answer OPTIONS with 204, access-control-allow-origin: https://debugger.example, access-control-allow-methods: GET and access-control-allow-headers: authorization, x-tenant, before any login check; or let this machine relay your backend, in a terminal: npm start -- --backend https://app.example/api.',
    causedBy: { step: 'token', entry: 'e3' },
    evidence: [
      { entry: 'e2', says: 'this request needs a preflight' },
      { entry: 'e4', says: 'Second look at /api: the host answers, and a plain request may read it' },
      sameFailure,
    ],
    ruledOut: [],
    discrepancies: [],
  });
});

test('a preflight for the method alone names no headers', () => {
  const found = first(unanswered({ plain: 'readable', preflight: true }));
  expect(found?.cause).toContain('before GET the browser asks by OPTIONS');
  expect(found?.remedy).toContain('access-control-allow-methods: GET, before any login check');
});

test.each([
  ['a reply that no page may read, before any preflight', { plain: 'hidden', preflight: true }, 'no-headers'],
  ['a plain request, its reply readable', { plain: 'readable', preflight: false }, 'no-headers'],
] as const)('%s is no preflight', (_, found, variant) => {
  expect(verdict(unanswered(found))?.is).toBe(`network.cors/${variant}`);
});

test('a look at another request says nothing of this one', () => {
  expect(verdict(unanswered({ plain: 'hidden', request: 'r0' }))).toMatchObject({
    is: 'network.unreachable/no-response',
    evidence: ['e2', 'e3'],
  });
});
