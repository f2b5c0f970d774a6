import { expect, test } from 'vitest';
import { debuggerWord, fromDebugger, fromProbe, probeWord, protocolVersion } from './protocol.ts';

test('each side understands the other', () => {
  expect(debuggerWord(fromDebugger('accepted'))).toBe('accepted');
  expect(probeWord(fromProbe('facts', { facts: [] }))).toBe('facts');
});

test('neither takes the other’s words, another version’s or anything else for its own', () => {
  expect(debuggerWord(fromProbe('bye'))).toBeUndefined();
  expect(probeWord(fromDebugger('bye'))).toBeUndefined();
  expect(probeWord({ sessionProbe: 'here', version: protocolVersion + 1 })).toBeUndefined();
  expect(debuggerWord({ sessionDebugger: 'ready', version: protocolVersion + 1 })).toBeUndefined();
  expect(probeWord({ sessionProbe: 'tea', version: protocolVersion })).toBeUndefined();
  for (const strange of [undefined, null, 'ready', 7, []]) {
    expect(debuggerWord(strange)).toBeUndefined();
    expect(probeWord(strange)).toBeUndefined();
  }
});

test('further members stand beside the word', () => {
  expect(fromProbe('page', { page: 1 })).toEqual({ sessionProbe: 'page', version: 1, page: 1 });
});
