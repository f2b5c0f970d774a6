import { expect, test } from 'vitest';
import { isServiceText, passedOnInObject, passedOnInText } from './sdkTexts.ts';

const tooLong = `Failed to get session config: ${'x'.repeat(600)}`;

test.each([
  ['Invalid API key', { message: 'Invalid API key' }],
  [' fetch failed. ', { message: 'fetch failed.' }],
  ['OrgaAIError:  Invalid email format', { name: 'OrgaAIError', message: 'Invalid email format' }],
  ['TypeError: fetch failed', { message: 'fetch failed' }],
  ['The operation was aborted due to timeout', { message: 'The operation was aborted due to timeout' }],
  ['signal is aborted without reason', { message: 'signal is aborted without reason' }],
  [
    'at 12:00 Failed to fetch ICE servers: Unauthorized \nat line 7',
    { message: 'Failed to fetch ICE servers: Unauthorized' },
  ],
  [
    '[OrgaAIServerError] Failed to fetch ephemeral token: Bad Gateway',
    { name: 'OrgaAIServerError', message: 'Failed to fetch ephemeral token: Bad Gateway' },
  ],
  [
    'OrgaAIAuthenticationError: Invalid API key or user email',
    { name: 'OrgaAIAuthenticationError', message: 'Invalid API key or user email' },
  ],
  [tooLong, { message: tooLong.slice(0, 500) }],
])('%j passes on what the SDK said', (text, passedOn) => {
  expect(passedOnInText(text)).toStrictEqual(passedOn);
});

test.each([
  '',
  'OrgaAIError',
  'the fetch failed',
  'fetch failed again',
  'Wrong: fetch failed',
  'fetch Error: failed',
])('%j passes nothing on', (text) => {
  expect(passedOnInText(text)).toBeUndefined();
});

test.each([
  [{ name: 'OrgaAIError' }, { name: 'OrgaAIError' }],
  [
    { code: 'SERVER_ERROR', status: '502' },
    { code: 'SERVER_ERROR', status: 502 },
  ],
  [
    { name: 'OrgaAIServerError', code: 'AUTHENTICATION_ERROR', status: 401, message: 'No' },
    { name: 'OrgaAIServerError', code: 'AUTHENTICATION_ERROR', status: 401, message: 'No' },
  ],
  [
    { message: 'Oops', reason: 'OrgaAIError: fetch failed' },
    { name: 'OrgaAIError', message: 'fetch failed' },
  ],
  [{ code: 'SERVER_ERROR', status: '5020', error: 7 }, { code: 'SERVER_ERROR' }],
  [{ code: 'SERVER_ERROR', status: ' 502' }, { code: 'SERVER_ERROR' }],
  [
    { code: 'SERVER_ERROR', detail: 'x'.repeat(501) },
    { code: 'SERVER_ERROR', message: 'x'.repeat(500) },
  ],
])('%j passes on what the SDK said', (value, passedOn) => {
  expect(passedOnInObject(value)).toStrictEqual(passedOn);
});

test.each(['message', 'error', 'detail', 'details', 'reason', 'msg', 'error_description', 'title'])(
  'a backend may put the text into %s',
  (member) => {
    expect(passedOnInObject({ [member]: 'fetch failed' })).toStrictEqual({ message: 'fetch failed' });
  },
);

test.each([
  [{}],
  [{ name: 'TypeError', code: 'E_FAIL', status: 500, message: 'No' }],
  [{ text: 'fetch failed' }],
])('%j passes nothing on', (value) => {
  expect(passedOnInObject(value)).toBeUndefined();
});

const message = 'Incorrect or inactive API key provided.';

test.each([
  [{ message }, true],
  [{ message: 'incorrect or inactive api key provided' }, true],
  [{ message, name: 'OrgaAIError' }, false],
  [{ message, code: 'SERVER_ERROR' }, false],
  [{ message: `Said: ${message}` }, false],
  [{ message: `${message} Again` }, false],
  [{}, false],
])('%j is the service’s own text: %s', (passedOn, own) => {
  expect(isServiceText(passedOn)).toBe(own);
});
