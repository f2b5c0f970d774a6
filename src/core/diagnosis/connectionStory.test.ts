import { expect, test } from 'vitest';
import type { LogEntry } from '../session/log.ts';
import { offerLines, sdpText } from '../webrtc/testing/literalSdp.ts';
import { tellConnectionStory } from './connectionStory.ts';
import { chromium, description, goodAnswer, goodOffer, state } from './testing/literalConnection.ts';
import { type Literal, request, response, runOf } from './testing/literalLog.ts';

/** As setLocalDescription has it: nothing was gathered yet. */
const begun = sdpText(offerLines, [/^a=candidate/, undefined]);
const call = (sdp: string, name = 'r1') =>
  request('calls', { request: name, body: JSON.stringify({ offer: { type: 'offer', sdp }, params: {} }) });
const again: Literal = { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 500 };

function storyOf(...entries: readonly Literal[]) {
  const log: readonly LogEntry[] = runOf(chromium, ...entries, state('connection', 'connected'));
  const last = log.at(-1);
  if (last === undefined) throw new Error('the log is empty');
  const { offer, answer, lint } = tellConnectionStory(log, last);
  return { offer, answer, titles: lint.map(({ title }) => title) };
}

test('lint judges the offer that was sent, not the one that was begun', () => {
  const story = storyOf(description('local', begun), call(goodOffer), description('remote', goodAnswer));
  expect(story.offer).toEqual({ sdp: goodOffer, entry: 'e3' });
  expect(story.titles).not.toContain('The offer has no candidates');
});

test('an offer that was sent without candidates is one without', () => {
  const story = storyOf(description('local', goodOffer), call(begun));
  expect(story.titles).toContain('The offer has no candidates');
});

test('the answer that counts is the one that came, not the one that the browser wrote anew', () => {
  const body = JSON.stringify({ answer: { type: 'answer', sdp: goodAnswer.trimEnd() } });
  const story = storyOf(call(goodOffer), response(200, { body }), description('remote', goodAnswer));
  expect(story.answer).toEqual({ sdp: goodAnswer.trimEnd(), entry: 'e4' });
  expect(story.titles).toContain('The last line of the answer does not end');
});

test('of several calls the last counts, and only those of the attempt', () => {
  expect(storyOf(call(begun), call(goodOffer, 'r2')).offer).toEqual({ sdp: goodOffer, entry: 'e3' });
  const story = storyOf(call(goodOffer), again, description('local', begun));
  expect(story.offer).toEqual({ sdp: begun, entry: 'e4' });
});

test.each([undefined, '', '{"offer":', '{"offer":{"sdp":7}}', '{"params":{}}', 'null'])(
  'a call whose body is %j leaves the local description',
  (body) => {
    const sent = request('calls', { ...(body !== undefined && { body }) });
    expect(storyOf(description('local', goodOffer), sent).offer).toEqual({ sdp: goodOffer, entry: 'e2' });
  },
);
