import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import {
  ended,
  envelope,
  logOf,
  refused,
  request,
  response,
  restError,
  verdict,
} from './testing/literalLog.ts';

const html = { format: 'html', answeredBy: 'unknown' } as const;
const notFound = envelope('Not Found', { type: 'not_found_error' });

test('a 400 of ice-config is a malformed request, not a matter of the token', () => {
  const log = refused('ice-config', 400, envelope('Malformed request'));
  expect(verdict(log)).toEqual({
    is: 'invalid_request_error/malformed',
    certainty: 'proved',
    step: 'ice-config',
    evidence: ['e2', 'e4'],
  });
  expect(diagnose(log)[0]?.action).toBeUndefined();
});

test('an offer that does not begin with v= is unusable', () => {
  const body = '{"offer":{"sdp":"not an offer","type":"offer"},"params":{}}';
  expect(verdict(refused('calls', 400, envelope('Bad request'), { body }))).toEqual({
    is: 'invalid_request_error/offer',
    certainty: 'proved',
    step: 'call',
    evidence: ['e2', 'e4'],
  });
});

test('a 400 that speaks of the offer is about the offer', () => {
  expect(verdict(refused('calls', 400, envelope('Invalid SDP offer')))).toMatchObject({
    is: 'invalid_request_error/offer',
    certainty: 'likely',
  });
});

test('a 400 with param names the field', () => {
  const log = refused('calls', 400, envelope('Unknown voice', { param: 'params.voice' }));
  expect(verdict(log)).toEqual({
    is: 'invalid_request_error/param',
    certainty: 'proved',
    step: 'call',
    evidence: ['e2', 'e4'],
  });
  expect(diagnose(log)[0]?.cause).toContain('params.voice');
});

test('a 404 that speaks of the user is an unknown email', () => {
  const reading = envelope('User not found.', { type: 'not_found_error' });
  expect(verdict(refused('client-secrets', 404, reading))).toEqual({
    is: 'not_found_error/user',
    certainty: 'proved',
    step: 'token',
    evidence: ['e2', 'e4'],
  });
});

test('a path before /v1/realtime is a wrong base path', () => {
  const url = 'https://api.orga-ai.com/api/v1/realtime/calls';
  expect(verdict(refused('calls', 404, notFound, { url }))).toEqual({
    is: 'not_found_error/base-path',
    certainty: 'proved',
    step: 'call',
    evidence: ['e2', 'e4'],
  });
});

test('a page instead of the API at the right path is probably a wrong host', () => {
  expect(verdict(refused('calls', 404, html))).toMatchObject({
    is: 'not_found_error/base-path',
    certainty: 'likely',
  });
});

test.each([
  ['client-secrets', '/ephemeral-token', 'POST /v1/realtime/client-secrets'],
  ['ice-config', '/ice-config', 'GET /v1/realtime/ice-config'],
  ['calls', '/realtime', 'POST /v1/realtime/calls'],
] as const)('the legacy path of %s is recognised and the modern one suggested', (endpoint, path, modern) => {
  const log = refused(endpoint, 404, notFound, { url: `https://api.orga-ai.com${path}?email=x` });
  expect(verdict(log)).toMatchObject({ is: 'not_found_error/legacy-path', certainty: 'proved' });
  expect(diagnose(log)[0]?.remedy).toContain(modern);
});

test('the legacy host is recognised', () => {
  const url = 'https://staging.orga-ai.com/v1/realtime/calls';
  expect(verdict(refused('calls', 404, notFound, { url }))?.is).toBe('not_found_error/legacy-path');
});

test('a 404 of the API itself at the right path has no better explanation', () => {
  expect(verdict(refused('calls', 404, notFound))).toEqual({
    is: 'not_found_error/other',
    certainty: 'proved',
    step: 'call',
    evidence: ['e2', 'e4'],
  });
});

test.each([
  ['client-secrets', ['query', 'email'], 'email'],
  ['calls', ['body', 'offer'], 'offer'],
  ['calls', ['body', 'params'], 'params'],
  ['calls', ['body'], 'body'],
  ['calls', ['body', 'offer', 'sdp'], 'other'],
] as const)('a 422 of %s with a missing %s', (endpoint, loc, variant) => {
  const reading = {
    format: 'detail',
    answeredBy: 'orga',
    detail: [{ type: 'missing', loc, msg: 'Field required' }],
  } as const;
  expect(verdict(refused(endpoint, 422, reading))).toEqual({
    is: `missing/${variant}`,
    certainty: 'proved',
    step: endpoint === 'calls' ? 'call' : 'token',
    evidence: ['e2', 'e4'],
  });
});

test('a 422 with json_invalid is a body that is not JSON', () => {
  const detail = [{ type: 'json_invalid', loc: ['body', 1], msg: 'JSON decode error' }];
  const log = refused('calls', 422, { format: 'detail', answeredBy: 'orga', detail });
  expect(verdict(log)).toEqual({
    is: 'request.invalid/json-invalid',
    certainty: 'proved',
    step: 'call',
    evidence: ['e2', 'e4'],
  });
});

test('another 422 is an invalid field', () => {
  const detail = [{ type: 'float_type', loc: ['body', 'params', 'temperature'], msg: 'Not a number' }];
  const log = refused('calls', 422, { format: 'detail', answeredBy: 'orga', detail });
  expect(verdict(log)).toMatchObject({ is: 'request.invalid/other', certainty: 'proved' });
});

test('a 422 with both kinds is missing first', () => {
  const detail = [
    { type: 'float_type', loc: ['body', 'params', 'temperature'], msg: 'Not a number' },
    { type: 'missing', loc: ['body', 'offer'], msg: 'Field required' },
  ];
  const codes = diagnose(refused('calls', 422, { format: 'detail', answeredBy: 'orga', detail })).map(
    ({ code }) => code,
  );
  expect(codes).toEqual(['missing', 'request.invalid']);
});

test.each([
  ['client-secrets', 500, '500'],
  ['ice-config', 502, '502'],
  ['calls', 503, '503'],
  ['calls', 504, '504'],
  ['calls', 524, 'network-timeout'],
  ['calls', 522, 'network-timeout'],
  ['calls', 507, 'other'],
] as const)('a %s answering %i is OrgaAIServerError', (endpoint, status, variant) => {
  const log = refused(endpoint, status, envelope('Sorry', { type: 'server_error' }));
  const step = { 'client-secrets': 'token', 'ice-config': 'ice-config', calls: 'call' }[endpoint];
  expect(verdict(log)).toEqual({
    is: `OrgaAIServerError/${variant}`,
    certainty: 'proved',
    step,
    evidence: ['e3', 'e4'],
  });
  const [first] = diagnose(log);
  expect(first?.action).toBe('retry-with-backoff');
  expect(first?.nearestRow).toBe(endpoint === 'calls' ? 'OrgaAIServerError' : undefined);
  expect(first?.warning).toContain('debug: true');
});

test('a 503 in HTML is still a failed service, likely', () => {
  expect(verdict(refused('ice-config', 503, html))).toMatchObject({
    is: 'OrgaAIServerError/503',
    certainty: 'likely',
  });
});

test('a 429 with Retry-After says how long to wait', () => {
  const log = refused('calls', 429, envelope('Slow down'), { response: { retryAfter: 7 } });
  expect(verdict(log)).toEqual({
    is: 'service.rate-limited/retry-after',
    certainty: 'proved',
    step: 'call',
    evidence: ['e3', 'e4'],
  });
  expect(diagnose(log)[0]?.remedy).toContain('Retry after 7 s');
  expect(diagnose(log)[0]?.action).toBeUndefined();
});

test('a 429 without Retry-After says so', () => {
  expect(verdict(refused('client-secrets', 429, html))).toEqual({
    is: 'service.rate-limited/no-retry-after',
    certainty: 'proved',
    step: 'token',
    evidence: ['e3', 'e4'],
  });
});

test('a 403 in HTML is a proxy’s page, not a refused credential', () => {
  expect(verdict(refused('calls', 403, html))).toEqual({
    is: 'proxy.answered/page',
    certainty: 'likely',
    step: 'call',
    evidence: ['e3', 'e4'],
  });
});

test.each([
  [408, '408', 'proved'],
  [413, '413', 'proved'],
  [418, 'other', 'likely'],
] as const)('a %i is a status that nobody lists', (status, variant, certainty) => {
  expect(verdict(refused('calls', status, envelope('No')))).toEqual({
    is: `status.unlisted/${variant}`,
    certainty,
    step: 'call',
    evidence: ['e2', 'e4'],
  });
});

test('no headers in time is timeout_error, and the class that the SDK throws comes second', () => {
  const log = logOf(
    'rest',
    request('ice-config'),
    restError('ice-config', { reason: 'timeout', limit: 10_000, phase: 'headers' }),
    ...ended('ice-config', 'e3'),
  );
  expect(verdict(log)).toEqual({
    is: 'timeout_error/no-response',
    certainty: 'proved',
    step: 'ice-config',
    evidence: ['e2', 'e3'],
  });
  expect(diagnose(log).map(({ code, variant }) => `${code}/${variant}`)).toEqual([
    'timeout_error/no-response',
    'OrgaAIServerError/network-timeout',
  ]);
});

test('at the call a timeout is only the nearest row', () => {
  const log = logOf(
    'rest',
    request('calls'),
    restError('calls', { reason: 'timeout', limit: 10_000, phase: 'headers' }),
    ...ended('call', 'e3'),
  );
  expect(diagnose(log).map(({ nearestRow }) => nearestRow)).toEqual(['timeout_error', 'OrgaAIServerError']);
  expect(diagnose(log)[0]?.cause).toContain('No Node SDK takes part');
});

test('a body that never ends is a stalled body', () => {
  const log = logOf(
    'rest',
    request('calls'),
    response(200),
    restError('calls', { reason: 'timeout', limit: 10_000, phase: 'body', status: 200 }),
    ...ended('call', 'e4'),
  );
  expect(verdict(log)).toEqual({
    is: 'timeout_error/stalled-body',
    certainty: 'proved',
    step: 'call',
    evidence: ['e3', 'e4'],
  });
});

test('a request without any response is ours, not timeout_error', () => {
  const error = { name: 'TypeError', message: 'Failed to fetch' };
  const log = logOf(
    'rest',
    request('calls'),
    restError('calls', { reason: 'unreachable', error }),
    ...ended('call', 'e3'),
  );
  expect(verdict(log)).toEqual({
    is: 'network.unreachable/no-response',
    certainty: 'proved',
    step: 'call',
    evidence: ['e2', 'e3'],
  });
  expect(diagnose(log)[0]?.action).toBe('retry-with-backoff');
});

test('a refused setting is named', () => {
  const failure = { reason: 'settings', key: 'temperature', message: 'must be 0 to 1.' } as const;
  const log = logOf('rest', { kind: 'settings-refused', step: 'token', failure }, ...ended('token', 'e2'));
  expect(verdict(log)).toEqual({
    is: 'settings.refused/value',
    certainty: 'proved',
    step: 'token',
    evidence: ['e2'],
  });
});

test('an exception that nobody foresaw has a verdict', () => {
  const failure = { reason: 'unexpected', error: { name: 'RangeError', message: 'boom' } } as const;
  const log = logOf('rest', { kind: 'unexpected', step: 'offer', failure }, ...ended('offer', 'e2'));
  expect(verdict(log)).toEqual({
    is: 'debugger.unexpected/exception',
    certainty: 'likely',
    step: 'offer',
    evidence: ['e2'],
  });
});

test('a failed run that says nothing has a verdict', () => {
  expect(verdict(logOf('rest', { kind: 'run', state: 'failed' }))?.is).toBe('debugger.unexpected/exception');
});

test('a run that connected, was stopped or goes on has none', () => {
  const failure = restError('calls', { reason: 'unreachable', error: { name: 'TypeError', message: '' } });
  const failed = { kind: 'step', step: 'call', state: 'failed', failedBy: 'e2' } as const;
  const again = { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 500 } as const;
  expect(diagnose([])).toEqual([]);
  expect(diagnose(logOf('rest', request('calls')))).toEqual([]);
  expect(diagnose(logOf('rest', failure, failed, again))).toEqual([]);
  expect(diagnose(logOf('rest', failure, failed, again, { kind: 'run', state: 'connected' }))).toEqual([]);
  expect(diagnose(logOf('rest', request('calls'), { kind: 'run', state: 'stopped', by: 'user' }))).toEqual(
    [],
  );
});
