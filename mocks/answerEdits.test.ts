import { expect, test } from 'vitest';
import { editAnswer } from './answerEdits.ts';

const lines = [
  'v=0',
  'a=group:BUNDLE 0 1',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 0',
  'c=IN IP4 0.0.0.0',
  'a=rtpmap:111 opus/48000/2',
  'a=rtpmap:0 PCMU/8000',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdefghijklmnopqrstuvwx',
  'a=fingerprint:sha-256 0A:1B',
  'a=setup:active',
  'a=mid:0',
  'a=sendrecv',
  'a=rtcp-mux',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'c=IN IP4 0.0.0.0',
  'a=mid:1',
  'a=max-message-size:262144',
  '',
];
const sdp = lines.join('\r\n');

/** What an edit takes away and what it adds, line by line. */
function changes(edited: string): { readonly gone: readonly string[]; readonly new: readonly string[] } {
  const now = edited.split('\r\n');
  return {
    gone: lines.filter((line) => !now.includes(line)),
    new: now.filter((line) => !lines.includes(line)),
  };
}

test.each([
  ['setup', ['a=setup:active'], ['a=setup:actpass']],
  ['no-fp', ['a=fingerprint:sha-256 0A:1B'], []],
  ['no-ufrag', ['a=ice-ufrag:abcd'], []],
  ['no-rtcp-mux', ['a=rtcp-mux'], []],
  ['inactive', ['a=sendrecv'], ['a=inactive']],
  ['recvonly', ['a=sendrecv'], ['a=recvonly']],
  ['bad-bandwidth', [], ['b=AS:fast']],
  ['mid', ['a=group:BUNDLE 0 1', 'a=mid:0'], ['a=group:BUNDLE sound 1', 'a=mid:sound']],
  [
    'rejected-dc',
    ['a=group:BUNDLE 0 1', 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel'],
    ['a=group:BUNDLE 0', 'm=application 0 UDP/DTLS/SCTP webrtc-datachannel'],
  ],
  [
    'no-common-codec',
    ['m=audio 9 UDP/TLS/RTP/SAVPF 111 0', 'a=rtpmap:111 opus/48000/2', 'a=rtpmap:0 PCMU/8000'],
    ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 x-unheard-of/48000/2'],
  ],
] as const)('%s changes these lines and no others', (edit, gone, added) => {
  expect(changes(editAnswer(sdp, [edit]))).toEqual({ gone, new: added });
});

test('the section of the data channel leaves the answer and the bundle', () => {
  const edited = editAnswer(sdp, ['mline-count']);
  expect(edited).not.toContain('m=application');
  expect(edited).toContain('a=group:BUNDLE 0\r\n');
});

test('the sections change places', () => {
  const kinds = [...editAnswer(sdp, ['mline-order']).matchAll(/^m=(\w+)/gm)].map(([, kind]) => kind);
  expect(kinds).toEqual(['application', 'audio']);
});

test('the text ends without a line end, in the middle of a line, or on one line', () => {
  expect(editAnswer(sdp, ['no-final-crlf'])).toMatch(/262144$/);
  expect(editAnswer(sdp, ['truncated'])).toMatch(/\r\na=fingerprint:sha-$/);
  expect(editAnswer(sdp, ['escaped-crlf']).split('\n')).toHaveLength(1);
  expect(editAnswer(sdp, ['escaped-crlf'])).toMatch(/^v=0\\r\\n/);
});

test('an answer that is none begins as what it is', () => {
  expect(JSON.parse(editAnswer(sdp, ['json']))).toHaveProperty('error');
  expect(editAnswer(sdp, ['html'])).toMatch(/^<!doctype html>/);
  expect(editAnswer(sdp, ['empty']).trim()).toBe('');
});

test('edits are made one after the other', () => {
  expect(changes(editAnswer(sdp, ['no-fp', 'setup'])).gone).toEqual([
    'a=fingerprint:sha-256 0A:1B',
    'a=setup:active',
  ]);
});
