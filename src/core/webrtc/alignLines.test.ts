import { expect, test } from 'vitest';
import { alignLines } from './alignLines.ts';
import { tokenizeSdp } from './sdp.ts';

/** The rows for two lists of lines: what stands on the left, how the sides relate, what stands on the right. */
function rows(offer: readonly string[], answer: readonly string[]) {
  const lines = (side: readonly string[]) => tokenizeSdp(side.map((line) => `${line}\r\n`).join('')).lines;
  return alignLines(lines(offer), lines(answer)).map((row) => [
    row.offer?.raw,
    row.relation,
    row.answer?.raw,
  ]);
}

test('the same line, and a changed one of the same type, stand beside each other', () => {
  expect(rows(['v=0', 's=-', 't=0 0'], ['v=0', 's=x', 't=0 0'])).toEqual([
    ['v=0', 'same', 'v=0'],
    ['s=-', 'changed', 's=x'],
    ['t=0 0', 'same', 't=0 0'],
  ]);
});

test.each([
  ['a=rtpmap:111 opus/48000/2', 'a=rtpmap:111 OPUS/48000/2'],
  ['a=fmtp:111 a=1', 'a=fmtp:111 a=2'],
  ['a=rtcp-fb:96 nack', 'a=rtcp-fb:96 ccm'],
  ['a=extmap:1 urn:a', 'a=extmap:1 urn:b'],
  ['a=ssrc:7 cname:a', 'a=ssrc:7 cname:b'],
  ['a=ssrc-group:FID 1 2', 'a=ssrc-group:FID 3 4'],
  ['a=mid:0', 'a=mid:1'],
  ['a=fingerprint:sha-1 AB', 'a=fingerprint:sha-256 CD'],
  ['a=sendrecv', 'a=inactive'],
  ['a=recvonly', 'a=sendonly'],
  [`${'x'.repeat(100)}1`, `${'x'.repeat(100)}2`],
  [`a=extmap:${'7'.repeat(40)}1 x`, `a=extmap:${'7'.repeat(40)}2 x`],
])('%s and %s mean the same', (one, other) => {
  expect(rows([one], [other])).toEqual([[one, 'changed', other]]);
});

test.each([
  ['a=rtpmap:111 opus/48000/2', 'a=rtpmap:112 opus/48000/2'],
  ['a=fmtp:111 a=1', 'a=fmtp:112 a=1'],
  ['a=rtcp-fb:96 nack', 'a=rtcp-fb:97 nack'],
  ['a=extmap:1 urn:a', 'a=extmap:2 urn:a'],
  ['a=ssrc:7 cname:a', 'a=ssrc:8 cname:a'],
  ['a=ssrc-group:FID 1 2', 'a=ssrc-group:SIM 1 2'],
  ['a=ssrc:7 x', 'a=ssrc-group:7 x'],
  ['a=mid:0', 'a=msid:0'],
  ['a=sendrecv', 'a=rtcp-mux'],
  ['a=sendrecv', ''],
  ['s=x', 'a=s:x'],
  ['one', 'other'],
  [`${'x'.repeat(99)}1`, `${'x'.repeat(99)}2`],
])('%s and %s mean something else', (one, other) => {
  expect(rows([one], [other])).toEqual([
    [one, 'only-offer', undefined],
    [undefined, 'only-answer', other],
  ]);
});

test('the first of several alike is put beside the first, the second beside the second', () => {
  expect(
    rows(['a=candidate:1', 'a=candidate:2', 'a=candidate:3'], ['a=candidate:4', 'a=candidate:2']),
  ).toEqual([
    ['a=candidate:1', 'changed', 'a=candidate:4'],
    ['a=candidate:2', 'same', 'a=candidate:2'],
    ['a=candidate:3', 'only-offer', undefined],
  ]);
});

test('of lines that cross as few as possible count as moved, and what stands between is added in its place', () => {
  expect(rows(['a=b', 'a=c', 'a=d', 'a=e'], ['a=x', 'a=e', 'a=b', 'a=y', 'a=c', 'a=d', 'a=z'])).toEqual([
    [undefined, 'only-answer', 'a=x'],
    [undefined, 'moved', 'a=e'],
    ['a=b', 'same', 'a=b'],
    [undefined, 'only-answer', 'a=y'],
    ['a=c', 'same', 'a=c'],
    ['a=d', 'same', 'a=d'],
    ['a=e', 'moved', undefined],
    [undefined, 'only-answer', 'a=z'],
  ]);
  expect(rows(['a=b', 'a=c', 'a=d', 'a=e', 'a=f'], ['a=d', 'a=e', 'a=b', 'a=f', 'a=c'])).toEqual([
    ['a=b', 'moved', undefined],
    ['a=c', 'moved', undefined],
    ['a=d', 'same', 'a=d'],
    ['a=e', 'same', 'a=e'],
    [undefined, 'moved', 'a=b'],
    ['a=f', 'same', 'a=f'],
    [undefined, 'moved', 'a=c'],
  ]);
});

test('one side may be empty, or both', () => {
  expect(rows([], [])).toEqual([]);
  expect(rows(['v=0'], [])).toEqual([['v=0', 'only-offer', undefined]]);
  expect(rows([], ['v=0'])).toEqual([[undefined, 'only-answer', 'v=0']]);
});
