import { expect, test } from 'vitest';
import { blockedPort } from './blockedPort.ts';
import { readServerUrl } from './serverUrl.ts';

const silent = 'Chromium leaves TURN servers below port 1024 out without a word, other than 53, 80 and 443.';
const refused =
  'Firefox throws a SyntaxError for a port of its block list, and then there is no peer connection.';

test.each([
  ['turn:a.test:465', 465, `${silent} ${refused}`],
  ['turns:a.test:1', 1, `${silent} ${refused}`],
  ['turn:a.test:1000', 1_000, silent],
  ['turn:a.test:1023', 1_023, silent],
  ['turn:a.test:5060', 5_060, refused],
  ['stun:a.test:25', 25, refused],
])('%s: browsers do not go there', (url, port, cause) => {
  expect(blockedPort.check(readServerUrl(url))).toEqual({
    title: `Browsers do not go to port ${port}`,
    cause,
    fix: 'Let the server listen on 3478, 5349, 443 or 80.',
    severity: 'error',
  });
});

test.each([
  'turn:a.test',
  'turn:a.test:53',
  'turn:a.test:80',
  'turns:a.test:443',
  'turn:a.test:1024',
  'stun:a.test:1000',
  'turn:a.test:99999',
  'http:a.test:25',
])('%s is left alone', (url) => {
  expect(blockedPort.check(readServerUrl(url))).toBeUndefined();
});
