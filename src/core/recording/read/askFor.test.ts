import { expect, test } from 'vitest';
import { ask, askForLog, askForWords } from './askFor.ts';

const finding = (code: string) => ({ code, title: '', why: '' });

test.each([
  ['Error: Failed to start session', 'error', [], [ask.onError, ask.har]],
  ['ConnectionError', 'unknown', [], [ask.onError, ask.har]],
  ['SessionCreationError: x', 'json', [], [ask.onError, ask.har]],
  ['Failed to start session', 'error', ['http.500'], [ask.har]],
  ['{}', 'json', ['ice.unreachable'], [ask.status, ask.har]],
  ['curl', 'curl', ['ice.unreachable'], [ask.har]],
  ['Failed to fetch session config: 500', 'error', ['http.500'], [ask.backendLog, ask.har]],
  ['hello', 'unknown', [], [ask.more, ask.har]],
  ['x', 'error', ['http.500', 'ice.unreachable'], [ask.dump]],
  ['x', 'error', ['sdp.rejected'], [ask.dump]],
  ['x', 'error', ['dtls.fingerprint'], [ask.dump]],
  ['x', 'error', ['connection.limit'], [ask.dump]],
  ['x', 'error', ['service.', 'my.ice.unreachable', 'icecream'], [ask.har]],
] as const)('beside %j, which is %s with %j, more is asked for', (text, kind, codes, wanted) => {
  expect(askForWords(text, kind, codes.map(finding))).toEqual(wanted);
});

test.each([
  ['har', [ask.dump]],
  ['webrtc-internals', [ask.har]],
  ['rtcstats', [ask.har]],
  ['sdp', [ask.answer, ask.dump]],
  ['debugger', []],
] as const)('beside a whole log of %s there is asked for what it does not show', (source, wanted) => {
  expect(askForLog(source)).toEqual(wanted);
});
