import { expect, test } from 'vitest';
import { conversationId } from './conversationId.ts';
import type { LogEntry } from './log.ts';

/** A reply as far as its body matters. */
const reply = (body: string, step: 'call' | 'token' = 'call') =>
  ({ id: 'e1', at: 0, attempt: 1, kind: 'response', step, body }) as LogEntry;

test('the conversation is named by the last reply to the call', () => {
  expect(
    conversationId([reply('{"conversation_id":"old"}'), reply('{"x":1, "conversation_id" : "c-7","y":2}')]),
  ).toBe('c-7');
  expect(
    conversationId([reply('{"conversation_id":"c-7"}'), reply('{"conversation_id":"no"}', 'token')]),
  ).toBe('c-7');
});

test('without a reply, without an id, or with one that is none, it has no name', () => {
  expect(conversationId([])).toBeUndefined();
  expect(conversationId([reply('{"conversation_id":"no"}', 'token')])).toBeUndefined();
  expect(conversationId([reply('{"id":"c-7"}')])).toBeUndefined();
  expect(conversationId([reply('{"conversation_id":""}')])).toBeUndefined();
  expect(conversationId([reply('{"conversation_id":7}')])).toBeUndefined();
  expect(conversationId([reply(`{"conversation_id":"${'x'.repeat(200)}"}`)])).toBe('x'.repeat(200));
  expect(conversationId([reply(`{"conversation_id":"${'x'.repeat(201)}"}`)])).toBeUndefined();
});

test('an entry of the call that is no reply names nothing', () => {
  const note = { id: 'e2', at: 1, attempt: 1, kind: 'note', step: 'call', body: '{"conversation_id":"no"}' };
  expect(conversationId([reply('{"conversation_id":"c-7"}'), note as unknown as LogEntry])).toBe('c-7');
});
