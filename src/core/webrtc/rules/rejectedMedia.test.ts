import { expect, test } from 'vitest';
import { lintSdp } from '../lintSdp.ts';
import { answer, answered, offer, told } from '../testing/linted.ts';

test('rejected-media: no sound is an error, another kind good to know', () => {
  expect(answered([/BUNDLE 0 1/, 'BUNDLE 1'], [/^m=audio 9/, 'm=audio 0'])).toContainEqual([
    'error rejected-media answer 6/1',
    'The answer rejects the audio section (mid 0)',
    'The m= line has port 0: no sound in either direction.',
    'Check that the offer has a codec that the far end knows, and that the session wants audio.',
  ]);
  const video = 'm=video 0 UDP/TLS/RTP/SAVPF 0\r\na=mid:2\r\n';
  expect(told(lintSdp({ offer: offer + video, answer: answer + video }))).toEqual([
    [
      'info rejected-media answer 25/3',
      'The answer rejects the video section (mid 2)',
      'The m= line has port 0: this section is not used.',
      'Nothing, where the session does not need it.',
    ],
  ]);
});
