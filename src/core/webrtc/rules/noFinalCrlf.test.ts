import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer, offer, told } from '../testing/linted.ts';

function toldOf(text: string) {
  return told(lintSdp({ offer, answer: text }));
}

test('a trimmed answer lacks the end of its last line', () => {
  expect(toldOf(answer.trimEnd())).toEqual([
    [
      'error no-final-crlf answer 24/2',
      'The last line of the answer does not end',
      'Every line of SDP ends with CR LF, the last one too. Somebody trimmed the text. Chromium refuses it (“Invalid SDP line”), Firefox takes it.',
      'Do not trim SDP. Where it cannot be helped, append "\\r\\n".',
    ],
  ]);
});
