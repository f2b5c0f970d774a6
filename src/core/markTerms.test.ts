import { expect, test } from 'vitest';
import { markTerms } from './markTerms.ts';

test('the first mention of each term is marked, the text stays as it was', () => {
  expect(markTerms('ICE asks a TURN server; ICE waits.')).toEqual([
    { text: 'ICE', term: 'ice' },
    { text: ' asks a ' },
    { text: 'TURN', term: 'turn' },
    { text: ' server; ICE waits.' },
  ]);
});

test('the longer name wins over the one inside it', () => {
  expect(markTerms('SDP offer').map(({ term }) => term)).toEqual(['offer']);
  expect(markTerms('candidate pairs').map(({ term }) => term)).toEqual(['candidate-pair']);
  expect(markTerms('.local candidates').map(({ term }) => term)).toEqual(['mdns']);
});

test.each(['an offer was answered', 'ICES, mid-ICE and ice', 'TURNIP', ''])(
  '“%s” mentions nothing',
  (text) => {
    expect(markTerms(text).some(({ term }) => term !== undefined)).toBe(false);
  },
);
