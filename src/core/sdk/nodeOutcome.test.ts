import { expect, test } from 'vitest';
import {
  connectionFailed,
  ended,
  logOf,
  refused,
  request,
  response,
  restError,
} from '../diagnosis/testing/literalLog.ts';
import type { BadReplyProblem, RestFailure } from '../session/failure.ts';
import type { LogEntry } from '../session/log.ts';
import { stepOfEndpoint } from '../session/stepOfEndpoint.ts';
import { sdkView } from './sdkView.ts';

const node = (log: readonly LogEntry[]) => sdkView(log)?.node;
const thrown = (status: number, message: string) => ({
  kind: 'throws',
  error: {
    className: 'OrgaAIServerError',
    chain: ['OrgaAIServerError', 'OrgaAIError', 'Error'],
    name: 'OrgaAIError',
    status,
    code: 'SERVER_ERROR',
    message,
  },
});

type At = 'client-secrets' | 'ice-config' | 'session';

const failedAt = (at: At, failure: RestFailure, body?: string) =>
  logOf(
    at === 'session' ? 'backend' : 'rest',
    request(at),
    ...(body === undefined ? [] : [response(200, { body })]),
    restError(at, failure),
    ...ended(stepOfEndpoint[at], body === undefined ? 'e3' : 'e4'),
  );
const reading = { format: 'json', answeredBy: 'unknown' } as const;
const badReply = (problem: BadReplyProblem) =>
  ({ reason: 'bad-reply', status: 200, problem, fields: [], reading }) as const;
const unreachable = (message: string) =>
  ({ reason: 'unreachable', error: { name: 'TypeError', message } }) as const;
const passedOn = (message: string, status = 500) =>
  refused('session', 500, { format: 'sdk-text', answeredBy: 'backend', passedOn: { message, status } });

test('a status at ice-config is thrown with the phrase of the reply, else with what Node would say', () => {
  const log = refused('ice-config', 403, reading, { response: { statusText: 'No Way' } });
  expect(node(log)?.published).toEqual(thrown(403, 'Failed to fetch ICE servers: No Way'));
  const http = { reason: 'http', status: 503, reading } as const;
  expect(node(failedAt('ice-config', http))?.published).toEqual(
    thrown(503, 'Failed to fetch ICE servers: Service Unavailable'),
  );
});

test.each([
  [unreachable('fetch failed'), 'fetch failed'],
  [unreachable('Failed to parse URL from x/v1'), 'Failed to parse URL from x/v1'],
  [{ reason: 'timeout', limit: 1, phase: 'headers' }, 'This operation was aborted'],
] as const)('no response at client-secrets (%j)', (failure, text) => {
  expect(node(failedAt('client-secrets', failure))?.published).toEqual(
    thrown(500, `Failed to get session config: ${text}`),
  );
});

test('a body that never ends is waited for without end', () => {
  const log = failedAt('ice-config', { reason: 'timeout', limit: 1, phase: 'body' });
  expect(node(log)?.published).toEqual({
    kind: 'pending',
    because: 'Its limit ends with the headers. A body that never ends is waited for without end.',
  });
});

const goesOn = {
  kind: 'goes-on',
  because:
    'It does not check the reply: it sends “Bearer undefined” to ice-config, whose 401 it throws as “Failed to fetch ICE servers: Unauthorized”.',
};
const withoutServers = {
  kind: 'resolves',
  value: '{"ephemeralToken":"…"}',
  because: 'It does not check the reply: iceServers is undefined and vanishes from the JSON.',
};
const bodyAbsent = { kind: 'unknown', because: 'The body of the reply is not in the log.' };

test.each<[At, string | undefined, BadReplyProblem, object]>([
  ['client-secrets', '{}', 'field-absent', goesOn],
  ['client-secrets', undefined, 'field-absent', goesOn],
  ['ice-config', '{}', 'field-absent', withoutServers],
  ['ice-config', '', 'empty', thrown(500, 'Failed to get session config: Unexpected end of JSON input')],
  [
    'client-secrets',
    ' null ',
    'wrong-shape',
    thrown(500, "Failed to get session config: Cannot read properties of null (reading 'ephemeral_token')"),
  ],
  [
    'ice-config',
    'null',
    'wrong-shape',
    thrown(500, "Failed to get session config: Cannot read properties of null (reading 'iceServers')"),
  ],
  ['client-secrets', undefined, 'html', bodyAbsent],
  ['client-secrets', undefined, 'empty', bodyAbsent],
  ['client-secrets', undefined, 'truncated', bodyAbsent],
  ['ice-config', undefined, 'not-json', bodyAbsent],
])('a 200 of %s with the body %j', (at, body, problem, expected) => {
  expect(node(failedAt(at, badReply(problem), body))?.published).toEqual(expected);
});

test.each([
  'Failed to fetch ephemeral token: Bad Gateway (edge)',
  'Failed to fetch ICE servers: Bad Gateway (edge)',
  'Failed to get session config: fetch failed',
  'Failed to get session config: Failed to parse URL from x',
  "Failed to get session config: Cannot read properties of null (reading 'iceServers')",
])('what the backend passes on, “%s”, is what its SDK threw', (message) => {
  const status = message.startsWith('Failed to fetch') ? 502 : 500;
  expect(node(passedOn(message, status))?.published).toEqual(thrown(status, message));
});

test('what stands before the SDK’s words in a reply is the backend’s own', () => {
  expect(node(passedOn('Oops: Failed to fetch ICE servers: Not Found'))?.published).toEqual(
    thrown(404, 'Failed to fetch ICE servers: Not Found'),
  );
  expect(node(passedOn('Oops: Failed to get session config: Failed to parse URL from x'))?.published).toEqual(
    thrown(500, 'Failed to get session config: Failed to parse URL from x'),
  );
});

test('a text of JSON.parse that is passed on without the SDK’s prefix gets it back', () => {
  expect(node(passedOn('Unexpected end of JSON input'))?.published).toEqual(
    thrown(500, 'Failed to get session config: Unexpected end of JSON input'),
  );
});

test('a status that is passed on without the SDK’s words is thrown as Node would phrase it', () => {
  expect(node(passedOn('ephemeral token is no good', 401))?.published).toEqual(
    thrown(401, 'Failed to fetch ICE servers: Unauthorized'),
  );
});

test('the constructor wants an email in the published version only, and a key in both', () => {
  const wants = (message: string) => ({
    kind: 'throws',
    error: { className: 'OrgaAIError', chain: ['OrgaAIError', 'Error'], name: 'OrgaAIError', message },
  });
  expect(node(passedOn('User email is required'))).toEqual({
    published: wants('User email is required'),
    newer: { kind: 'goes-on', because: 'The newer version takes no email and starts without one.' },
    same: false,
  });
  expect(node(passedOn('API key is required'))).toEqual({
    published: wants('API key is required'),
    newer: wants('API key is required'),
    same: true,
  });
});

const silent = {
  kind: 'unknown',
  because: 'Your backend did not answer, so it cannot be seen what it met.',
};
const saysNothing = {
  kind: 'unknown',
  because: 'Your backend passed on nothing of what it met, if it met anything.',
};

test.each([
  [{ reason: 'timeout', limit: 1, phase: 'headers' }, silent],
  [unreachable('Failed to fetch'), silent],
  [{ reason: 'http', status: 500, reading }, saysNothing],
  [badReply('html'), saysNothing],
] as const)('of a session endpoint with %j nobody knows what it met', (failure, expected) => {
  expect(node(failedAt('session', failure))?.published).toEqual(expected);
});

test('behind the credentials it takes no part, and before anything is sent neither', () => {
  const notInvolved = (where: string) => ({
    kind: 'not-involved',
    because: `No Node SDK takes part at ${where}: it only obtains credentials.`,
  });
  expect(node(refused('calls', 500, reading))?.published).toEqual(notInvolved('the call'));
  expect(node(logOf('rest', ...ended('offer', 'e99')))?.published).toEqual(notInvolved('the step offer'));
  const dtls = { reason: 'dtls', dtlsState: 'failed' } as const;
  expect(node(connectionFailed('v=0', [], dtls))?.published).toEqual(notInvolved('the step connection'));
  const failure = { reason: 'settings', key: 'baseUrl', message: 'no URL' } as const;
  const log = logOf('rest', { kind: 'settings-refused', failure }, ...ended('token', 'e2'));
  expect(node(log)?.published).toEqual({ kind: 'not-involved', because: 'Nothing was sent.' });
});
