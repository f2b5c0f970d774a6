import { expect, test } from 'vitest';
import { jsonError } from './jsonError.ts';
import { type NodeSdkCause, nodeSdkError } from './nodeSdk.ts';

const serverError = (status: number, message: string) => ({
  className: 'OrgaAIServerError',
  chain: ['OrgaAIServerError', 'OrgaAIError', 'Error'],
  name: 'OrgaAIError',
  status,
  code: 'SERVER_ERROR',
  message,
});

const refused: NodeSdkCause = { kind: 'http', status: 401, statusText: 'Unauthorized' };

test.each([
  ['client-secrets', { ...refused, status: 403, statusText: 'Forbidden' }, 403, 'ephemeral token: Forbidden'],
  ['ice-config', refused, 401, 'ICE servers: Unauthorized'],
] as const)('a status of %s is thrown with its phrase', (at, cause, status, text) => {
  expect(nodeSdkError(at, cause, 'published')).toEqual(serverError(status, `Failed to fetch ${text}`));
});

test.each([
  [{ kind: 'network' }, 'fetch failed'],
  [{ kind: 'timeout' }, 'This operation was aborted'],
  [{ kind: 'json', text: 'Unexpected end of JSON input' }, 'Unexpected end of JSON input'],
] as const)('without a usable response (%j) it says 500 all the same', (cause, text) => {
  expect(nodeSdkError('ice-config', cause, 'newer')).toEqual(
    serverError(500, `Failed to get session config: ${text}`),
  );
});

test('what its constructor throws has neither status nor code', () => {
  const cause = { kind: 'constructor', message: 'User email is required' } as const;
  expect(nodeSdkError('client-secrets', cause, 'published')).toEqual({
    className: 'OrgaAIError',
    chain: ['OrgaAIError', 'Error'],
    name: 'OrgaAIError',
    message: 'User email is required',
  });
});

test('an empty body is put otherwise by Node than by Chromium, what is JSON is no error', () => {
  expect(jsonError('', 'node')).toBe('Unexpected end of JSON input');
  expect(jsonError('', 'browser')).toBe(
    "Failed to execute 'json' on 'Response': Unexpected end of JSON input",
  );
  expect(jsonError('{}', 'node')).toBeUndefined();
  expect(jsonError('<p>', 'node')).toBe('Unexpected token \'<\', "<p>" is not valid JSON');
});
