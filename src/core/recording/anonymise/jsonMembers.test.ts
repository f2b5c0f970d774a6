import { expect, test } from 'vitest';
import { saidIn, unsaidMessage } from './jsonMembers.ts';
import { PersonalText } from './personalText.ts';

test.each([
  ['{ "type": "session.created" }', '{ "type": "session.created" }'],
  [
    '{"session":{"instructions":"Be kind","sub":"u1","api_key_id":"k9","voice":"alloy"}}',
    '{"session":{"instructions":"[instructions, 7 characters]","sub":"subject-1","api_key_id":"key-1","voice":"alloy"}}',
  ],
  ['{"type":"x","message":"My name","count":2}', '{"type":"x","message":"[text, 7 characters]","count":2}'],
  [
    '{"error":{"message":"No route to 10.9.9.9","hint":"My name","causes":[null,true]}}',
    '{"error":{"message":"No route to 10.0.0.1","hint":"[text, 7 characters]","causes":[null,true]}}',
  ],
  ['{"error":{"message":["My name"]}}', '{"error":{"message":["[text, 7 characters]"]}}'],
  ['"hello"', '[text, 7 characters]'],
  ['12', '[text, 2 characters]'],
  ['null', 'null'],
  ['say [binary 12 bytes]', '[text, 21 characters]'],
  ['[binary 12 bytes] more', '[text, 22 characters]'],
  [' { "type":"x","transcript":"My na', ' { "type":"x","transcript":"[text, 5 characters]'],
  ['say {"type":"x', '[text, 14 characters]'],
  ['{type":"x"', '[text, 10 characters]'],
])('of the message %s stays %s', (before, after) => {
  expect(unsaidMessage(before, new PersonalText([]))).toBe(after);
});

test('a message is read to its hundredth level', () => {
  const within = (levels: number, open: string, close: string) =>
    unsaidMessage(`${open.repeat(levels)}"My"${close.repeat(levels)}`, new PersonalText([]));
  expect(within(100, '[', ']')).toContain('[text, 2 characters]');
  expect(within(101, '[', ']')).toContain('[nested too deeply]');
  expect(within(100, '{"a":', '}')).toContain('[text, 2 characters]');
  expect(within(101, '{"a":', '}')).toContain('[nested too deeply]');
});

test('a message that is kept still says no address, id or instructions', () => {
  const text = '{ "transcript": "I am at 10.9.9.9", "sub": "u1", "instructions": "Be kind" }';
  expect(unsaidMessage(text, new PersonalText(['transcripts']))).toBe(
    '{ "transcript": "I am at 10.0.0.1", "sub": "subject-1", "instructions": "[instructions, 7 characters]" }',
  );
});

test('a request says neither the conversation so far nor the ids in it', () => {
  const text = String.raw`{"history":[{"text":"Hi","content" : "a\"b"}],"sub":"u1","in":"{\"username\":\"ada\"}"}`;
  expect(saidIn(text, new PersonalText([]))).toBe(
    String.raw`{"history":[{"text":"[text, 2 characters]","content" : "[text, 4 characters]"}],"sub":"subject-1","in":"{\"username\":\"user-1\"}"}`,
  );
});
