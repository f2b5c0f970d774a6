import { expect, test } from 'vitest';
import { hasTerm, toggleTerm } from './filterTerms.ts';

test('adds a term to the end', () => {
  expect(toggleTerm('type:rest', '-level:debug')).toBe('type:rest -level:debug');
});

test('takes a term away and leaves quoted text whole', () => {
  expect(toggleTerm('"two  words" -level:debug 401', '-level:debug')).toBe('"two  words" 401');
});

test('does not take a part of a term for the term', () => {
  expect(hasTerm('-level:debugging', '-level:debug')).toBe(false);
});
