import { expect, test } from 'vitest';
import { answered } from '../testing/linted.ts';

test('rejected-channel: events cannot travel', () => {
  expect(answered([/BUNDLE 0 1/, 'BUNDLE 0'], [/^m=application 9/, 'm=application 0'])).toEqual([
    [
      'error rejected-channel answer 17/2',
      'The answer rejects the data channel',
      'The m=application line has port 0. Chromium then closes the channel with an error, in Firefox it stays “connecting” for ever.',
      'The far end must accept the section: the events of a session travel over it.',
    ],
  ]);
});
