import { expect, test } from 'vitest';
import { lintSdp } from './lintSdp.ts';
import { told } from './testing/linted.ts';
import { answerLines, sdpText } from './testing/literalSdp.ts';

test('a section that is bundled with another, or whose group has two lines, needs nothing of its own', () => {
  const bare = /^a=(?:ice-ufrag|ice-pwd|setup|fingerprint)/;
  const second = answerLines.slice(16).filter((line) => !bare.test(line));
  const third = ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:2', 'a=sctp-port:5000'];
  const all = sdpText([...answerLines.slice(0, 16), ...second, ...third], [/BUNDLE 0 1/, 'BUNDLE 0 1 2']);
  expect(lintSdp({ offer: undefined, answer: all })).toEqual([]);
  const others = told(lintSdp({ offer: undefined, answer: all.replace('BUNDLE 0 1 2', 'BUNDLE 0 1') }));
  expect(others.map(([where]) => where)).toEqual([
    'error fingerprint answer 21/3',
    'error ice-ufrag answer 21/3',
    'error ice-pwd answer 21/3',
    'warning setup answer 21/3',
  ]);
});
