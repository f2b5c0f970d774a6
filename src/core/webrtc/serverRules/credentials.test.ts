import { expect, test } from 'vitest';
import { credentials } from './credentials.ts';
import { readServerUrl } from './serverUrl.ts';

test.each([
  [undefined, undefined, 'no username and no credential'],
  [undefined, 'c', 'no username'],
  ['u', undefined, 'no credential'],
  ['', '', 'an empty username and an empty credential'],
  ['', 'c', 'an empty username'],
  ['u', '', 'an empty credential'],
  [undefined, '', 'no username and an empty credential'],
  ['', undefined, 'no credential and an empty username'],
])('a TURN server with user name %j and credential %j has %s', (username, credential, what) => {
  for (const url of ['turn:a.test', 'turns:a.test']) {
    expect(credentials.check(readServerUrl(url, username, credential))).toEqual({
      title: `A TURN server with ${what}`,
      cause: 'A TURN server wants to know who asks. Browsers throw an InvalidAccessError.',
      fix: 'Pass on username and credential as ice-config gave them; they stand beside urls.',
      severity: 'error',
    });
  }
});

test('with both, and for STUN, there is nothing to say', () => {
  expect(credentials.check(readServerUrl('turn:a.test', 'u', 'c'))).toBeUndefined();
  expect(credentials.check(readServerUrl('stun:a.test'))).toBeUndefined();
});
