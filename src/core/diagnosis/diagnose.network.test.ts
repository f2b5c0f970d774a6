import { expect, test } from 'vitest';
import type { LogEntry, ProbeNote } from '../session/log.ts';
import { diagnose } from './diagnose.ts';
import {
  ended,
  envelope,
  type Literal,
  logOf,
  request,
  response,
  restError,
  verdict,
  wallClock,
} from './testing/literalLog.ts';

const opaque: ProbeNote = {
  topic: 'probe',
  request: 'r1',
  url: 'http://localhost:3000/api/session',
  result: 'opaque',
  plain: 'hidden',
  preflight: false,
  online: true,
};

const unreachable = {
  reason: 'unreachable',
  error: { name: 'TypeError', message: 'Failed to fetch' },
} as const;

/** e2 request, e3 rest-error, e4 probe, e5 step, e6 run */
function failed(found: Partial<ProbeNote>, pageUrl = 'https://debugger.example/'): readonly LogEntry[] {
  const url = found.url ?? opaque.url;
  const [started, ...rest] = logOf(
    'backend',
    request('session', { url }),
    restError('session', unreachable, { url }),
    { kind: 'note', step: 'token', ...opaque, ...found },
    ...ended('token', 'e3'),
  );
  return started?.kind === 'run-started' ? [{ ...started, pageUrl }, ...rest] : rest;
}

test('a host that answers where CORS has no say hid its reply, and the relay is the remedy', () => {
  const [first] = diagnose(failed({}));
  expect(first?.code).toBe('network.cors');
  expect(first?.variant).toBe('no-headers');
  expect(first?.certainty).toBe('proved');
  expect(first?.actor).toBe('backend');
  expect(first?.remedy).toContain('npm start -- --backend http://localhost:3000/api/session');
  expect(first?.remedy).toContain('access-control-allow-origin: https://debugger.example');
  expect(first?.action).toBeUndefined();
  expect(first?.evidence.map(({ entry }) => entry)).toEqual(['e2', 'e4', 'e3']);
});

test('where plain requests may be read, the preflight of this one was refused', () => {
  expect(verdict(failed({ plain: 'readable', preflight: true }))?.is).toBe('network.cors/preflight');
});

test('a plain request that failed where others may be read lacked the header this time, likely', () => {
  expect(verdict(failed({ plain: 'readable' }))).toMatchObject({
    is: 'network.cors/no-headers',
    certainty: 'likely',
  });
});

test('a host that answers neither request is unreachable, and CORS is ruled out', () => {
  const [first] = diagnose(failed({ result: 'failed' }));
  expect([first?.code, first?.action]).toEqual(['network.unreachable', 'retry-with-backoff']);
  expect(first?.ruledOut.map(({ code }) => code)).toContain('network.cors');
});

test('a public page without leave to reach this machine is told so, not that it is CORS', () => {
  expect(verdict(failed({ result: 'failed', localAccess: 'denied' }))).toMatchObject({
    is: 'network.local-access/refused',
    certainty: 'proved',
    evidence: ['e2', 'e4', 'e3'],
  });
  expect(verdict(failed({ result: 'failed', localAccess: 'prompt' }))?.certainty).toBe('likely');
});

test('a page of this machine needs no such leave', () => {
  const log = failed({ result: 'failed', localAccess: 'prompt' }, 'http://127.0.0.1:4173/');
  expect(verdict(log)?.is).toBe('network.unreachable/no-response');
});

test('plain http from an https page is mixed content', () => {
  const url = 'http://192.168.1.5:3000/api';
  expect(verdict(failed({ url, result: 'not-sent' }))?.is).toBe('network.mixed-content/blocked');
});

test('plain http to another machine is against the page’s own policy', () => {
  const url = 'http://192.168.1.5:3000/api';
  const [first] = diagnose(failed({ url, result: 'not-sent' }, 'http://127.0.0.1:4173/'));
  expect([first?.code, first?.variant]).toEqual(['network.mixed-content', 'policy']);
  expect(first?.remedy).toContain(`npm start -- --backend ${url}`);
});

test('a browser that is offline is told so', () => {
  const url = 'https://app.example/api';
  expect(verdict(failed({ url, result: 'failed', online: false }))).toMatchObject({
    is: 'network.offline/browser',
    certainty: 'proved',
  });
});

/** A token minted by a clock that differs by `ahead` s, refused at the call `at` ms after the run began. */
function refusedCall(ahead: number, from: 'iat' | 'date', at: number, iat: number, exp: number) {
  const skew: Literal = { kind: 'note', step: 'token', topic: 'clock-skew', ahead: ahead * 1_000, from };
  return logOf(
    'rest',
    {
      kind: 'token',
      token: 'token#1',
      from: 'client-secrets',
      issuedAt: iat,
      expiresAt: exp,
      wallClock,
      at: 100,
    },
    skew,
    request('calls', { at }),
    response(401, {
      headers: from === 'date' ? { date: new Date(wallClock + at - ahead * 1_000).toUTCString() } : {},
    }),
    restError('calls', { reason: 'http', status: 401, reading: envelope('Invalid ephemeral token') }),
    ...ended('call', 'e6'),
  );
}

const now = wallClock / 1_000;

test('a clock that is behind hides that the token had expired', () => {
  // By this clock 100 s of its 900 are left; the service is 300 s further.
  expect(verdict(refusedCall(-300, 'iat', 1_100_000, now + 300, now + 1_200))).toMatchObject({
    is: 'clock.skew/behind',
    certainty: 'proved',
    evidence: ['e3', 'e6'],
  });
});

test('a clock that is ahead makes a good token look expired', () => {
  expect(verdict(refusedCall(1_200, 'date', 500, now - 1_200, now - 300))?.is).toBe('clock.skew/ahead');
});

test('by iat alone a clock that is ahead is advice beside the verdict of expiry', () => {
  const found = diagnose(refusedCall(1_200, 'iat', 500, now - 1_200, now - 300));
  const ids = found.map(({ code, variant }) => `${code}/${variant}`);
  expect(ids[0]).toBe('invalid_ephemeral_token/expired');
  expect(ids).toContain('clock.skew/ahead');
});

test('a clock that is off and changes nothing is advice only', () => {
  const found = diagnose(refusedCall(-300, 'iat', 500, now + 300, now + 1_200));
  expect(found[0]?.code).toBe('invalid_ephemeral_token');
  expect(found.map(({ code }) => code)).toContain('clock.skew');
});
