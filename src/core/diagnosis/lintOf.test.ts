import { expect, test } from 'vitest';
import { answerLines, offerLines, sdpText } from '../webrtc/testing/literalSdp.ts';
import { lintOf } from './lintOf.ts';

const good = { sdp: sdpText(offerLines), entry: 'e1' };
const bare = { sdp: sdpText(offerLines, [/^a=candidate/, undefined]), entry: 'e2' };
const answer = { sdp: sdpText(answerLines), entry: 'e3' };
const broken = { sdp: sdpText(answerLines, [/^a=fingerprint/, undefined]), entry: 'e4' };
const titles = (...given: Parameters<typeof lintOf>) => lintOf(...given).map(({ title }) => title);

test('without a description there is nothing to find', () => {
  expect(lintOf(undefined, undefined, 'all')).toEqual([]);
});

test('an offer is looked at without an answer, and an answer without an offer', () => {
  expect(titles(bare, undefined, 'all')).toContain('The offer has no candidates');
  expect(titles(undefined, broken, 'all')).not.toEqual([]);
});

test('what was found is found again, until one of them or the policy changes', () => {
  const found = lintOf(bare, answer, 'all');
  expect(lintOf({ ...bare, entry: 'e9' }, answer, 'all')).toBe(found);
  expect(lintOf(good, answer, 'all')).not.toBe(found);
  expect(titles(good, answer, 'all')).not.toContain('The offer has no candidates');
  expect(titles(good, broken, 'all')).not.toEqual(titles(good, answer, 'all'));
  const all = lintOf(good, broken, 'all');
  expect(lintOf(good, broken, 'relay')).not.toBe(all);
});
