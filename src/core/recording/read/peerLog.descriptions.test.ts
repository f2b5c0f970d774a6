import { expect, test } from 'vitest';
import {
  afterBegin,
  answer,
  answered,
  far,
  host,
  later,
  offer,
  offered,
  type Said,
  step,
  stopped,
  told,
} from './testing/literalTrace.ts';

test('a page that answers has its own description last', () => {
  const local: Said = [50, 'setLocalDescription', { type: 'answer', sdp: offer }];
  const remote: Said = [0, 'setRemoteDescription', { type: 'offer', sdp: answer }];
  expect(afterBegin([remote, local])).toEqual([
    step(0, 'offer', 'running'),
    { at: 0, kind: 'description', step: 'offer', side: 'remote', type: 'offer', sdp: answer },
    { at: 0, kind: 'candidate', step: 'offer', side: 'remote', candidate: far, mid: '0' },
    step(50, 'offer', 'done', { took: 50 }),
    step(50, 'call', 'skipped'),
    step(50, 'connection', 'running'),
    { at: 50, kind: 'description', step: 'connection', side: 'local', type: 'answer', sdp: offer },
    stopped(50),
  ]);
});

test('what is described again, or as no offer or answer, is not told', () => {
  const described = (...events: readonly Said[]) =>
    afterBegin(events).flatMap((entry) =>
      entry.kind === 'description' ? [`${entry.at} ${entry.side}`] : [],
    );
  expect(described(offered, [5, 'setLocalDescription', { type: 'offer', sdp: `${offer}a=x\r\n` }])).toEqual([
    '0 local',
  ]);
  expect(described(offered, answered, later(200, answered))).toEqual(['0 local', '100 remote']);
  expect(
    described(offered, answered, [200, 'setRemoteDescription', { type: 'answer', sdp: `${answer}a=x\r\n` }]),
  ).toEqual(['0 local', '100 remote', '200 remote']);
  expect(described([0, 'setRemoteDescription', { type: 'pranswer', sdp: answer }])).toEqual([]);
});

const offerSent = (...events: readonly Said[]) =>
  afterBegin(events).flatMap((entry) =>
    entry.kind === 'description' && entry.side === 'local' ? [entry.sdp.split('a=candidate').length - 1] : [],
  );
const own: Said = [2, 'onicecandidate', { candidate: host, sdpMid: '0' }];

test('the offer holds its own candidates that were there before the answer, no others', () => {
  expect(offerSent(offered, own)).toEqual([1]);
  expect(offerSent(offered, [3, 'addIceCandidate', { candidate: far, sdpMid: '0' }], own, answered)).toEqual([
    1,
  ]);
  expect(offerSent(offered, answered, later(200, own))).toEqual([0]);
  const remote: Said = [0, 'setRemoteDescription', { type: 'offer', sdp: answer }];
  expect(offerSent(remote, own, [5, 'setLocalDescription', { type: 'answer', sdp: offer }])).toEqual([0]);
});

test('candidates in the own description are not those of the far end', () => {
  const sides = afterBegin([[0, 'setLocalDescription', { type: 'offer', sdp: answer }]]).filter(
    ({ kind }) => kind === 'candidate',
  );
  expect(sides).toEqual([]);
});

test('of endless candidates in an answer a thousand are kept', () => {
  const endless = offer + Array.from({ length: 1_001 }, (_, index) => `a=candidate:${index}\r\n`).join('');
  const { log } = told([offered, [1, 'setRemoteDescription', { type: 'answer', sdp: endless }]]);
  expect(log.filter(({ kind }) => kind === 'candidate')).toHaveLength(1_000);
});
