import { expect, test } from 'vitest';
import { createStatsDelta, wholeDescription } from './rtcstatsDelta.ts';

test('what did not change is not repeated, what is null is gone', () => {
  const undo = createStatsDelta();
  expect(
    undo({ t: 7, a: { type: 6, 118: 'in-progress', 156: 1, priority: 9 }, b: { type: 'codec' } }),
  ).toEqual([{ id: 'a', type: 'candidate-pair', state: 'in-progress', requestsSent: 1 }]);
  expect(undo({ a: { 156: 2 }, c: { type: 'transport', dtlsState: 'new' } })).toEqual([
    { id: 'a', type: 'candidate-pair', state: 'in-progress', requestsSent: 2 },
    { id: 'c', type: 'transport', dtlsState: 'new' },
  ]);
  expect(undo('damaged')).toEqual([]);
  expect(undo({ a: null })).toEqual([{ id: 'c', type: 'transport', dtlsState: 'new' }]);
  expect(undo({ a: { 156: 3 } })).toEqual([{ id: 'c', type: 'transport', dtlsState: 'new' }]);
});

test('two thousand reports are kept, their changes still followed', () => {
  const undo = createStatsDelta();
  const many = Object.fromEntries(
    Array.from({ length: 2_001 }, (_, index) => [`r${index}`, { type: 5, 79: index }]),
  );
  expect(undo(many)).toHaveLength(2_000);
  const changed = undo({ r0: { 79: 7 }, r2000: { type: 5 } });
  expect(changed).toHaveLength(2_000);
  expect(changed[0]).toEqual({ id: 'r0', type: 'transport', packetsSent: 7 });
});

test('a long id is cut off', () => {
  expect(createStatsDelta()({ ['i'.repeat(200)]: { type: 5 } })).toEqual([
    { id: 'i'.repeat(100), type: 'transport' },
  ]);
});

const sdp = 'v=0\r\ns=-\r\nm=audio 9\r\na=mid:0\r\nm=video 9\r\na=mid:1\r\n';
const former = { type: 'offer', sdp };
const whole = (type: string, short: string) => wholeDescription(former, { type, sdp: short });

test('a section that is only its letter is the former one', () => {
  expect(whole('offer', 'v=\r\nm=\r\nm=\r\n')).toEqual(former);
  expect(whole('offer', 'v=\nm=\nm=\n')).toEqual(former);
  expect(whole('offer', 'v=1\r\nm=\r\nm=text 9\r\n')).toEqual({
    type: 'offer',
    sdp: 'v=1\r\nm=audio 9\r\na=mid:0\r\nm=text 9\r\n',
  });
  expect(whole('offer', 'v=\r\nm=text 9\r\nm=\r\nm=\r\n')).toEqual({
    type: 'offer',
    sdp: 'v=0\r\ns=-\r\nm=text 9\r\nm=video 9\r\na=mid:1\r\nm=\r\n',
  });
});

test('a description without a former one of its type, or without such sections, is what it is', () => {
  const short = { type: 'offer', sdp: 'v=\r\nm=\r\n' };
  expect(wholeDescription(undefined, short)).toBe(short);
  expect(whole('answer', short.sdp)).toEqual({ type: 'answer', sdp: short.sdp });
  const lone = 'v=0\nm=audio\na=x m=\n';
  expect(whole('offer', lone)).toEqual({ type: 'offer', sdp: lone });
  for (const value of [{ type: 'offer' }, { sdp: 'v=\r\n' }, null])
    expect(wholeDescription(former, value)).toBe(value);
});
