import { expect, test } from 'vitest';
import { candidatesInSdp, withCandidates } from './sdpCandidates.ts';

const one = 'candidate:1 1 udp 5 192.0.2.1 9000 typ host';
const other = 'candidate:2 1 udp 5 192.0.2.2 9000 typ host';

const sdp = [
  'v=0',
  's=m=x',
  'a=candidate:0 1 udp 5 192.0.2.9 9000 typ host',
  'm=audio 9 RTP/AVP 0',
  'a=x-a=mid:7',
  'a=mid:au',
  `a=${one}`,
  `a=${other}`,
  `a=x-a=${one}`,
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  `a=${one}`,
  '',
].join('\r\n');

test('the candidates of the media sections are read, with the mid of each section', () => {
  expect(candidatesInSdp(sdp)).toEqual([
    { candidate: one, mid: 'au' },
    { candidate: other, mid: 'au' },
    { candidate: one },
  ]);
  expect(candidatesInSdp(sdp.replaceAll('\r\n', '\n'))).toEqual(candidatesInSdp(sdp));
  expect(candidatesInSdp('')).toEqual([]);
  expect(candidatesInSdp('v=0\r\na=candidate:1\r\n')).toEqual([]);
});

const bare = (end: string) =>
  [
    'v=0',
    's=x m=',
    'm=audio 9 RTP/AVP 0',
    'a=xa=mid:1',
    'a=mid:au',
    'm=application 9 X y',
    'a=mid:1',
    '',
  ].join(end);

test.each(['\r\n', '\n'])(
  'candidates are put at the end of the sections of their mids, with line ends %j',
  (end) => {
    const lines = [
      'v=0',
      's=x m=',
      'm=audio 9 RTP/AVP 0',
      'a=xa=mid:1',
      'a=mid:au',
      `a=${one}`,
      `a=${other}`,
    ];
    expect(
      withCandidates(bare(end), [
        { candidate: one, mid: 'au' },
        { candidate: one, mid: '1' },
        { candidate: `a=${other}`, mid: 'au' },
        { candidate: other, mid: 'none' },
      ]),
    ).toBe([...lines, 'm=application 9 X y', 'a=mid:1', `a=${one}`, ''].join(end));
  },
);

test('what a section has, or what has no end to be put behind, stays as it is', () => {
  expect(withCandidates(sdp, [{ candidate: one, mid: 'au' }])).toBe(sdp);
  expect(withCandidates(bare('\r\n'), [])).toBe(bare('\r\n'));
  const open = 'v=0\r\nm=audio 9 RTP/AVP 0\r\na=mid:au';
  expect(withCandidates(open, [{ candidate: one, mid: 'au' }])).toBe(open);
});

test('a candidate without a mid goes to the sections without one, never into the session', () => {
  expect(withCandidates('v=0\r\ns=m=x\r\nm=audio 9 RTP/AVP 0\r\n', [{ candidate: 'candidate:a=1' }])).toBe(
    'v=0\r\ns=m=x\r\nm=audio 9 RTP/AVP 0\r\na=candidate:a=1\r\n',
  );
});
