import { expect, test } from 'vitest';
import { channelMessage } from './channelMessage.ts';

test('a server names its message by type, a client by event', () => {
  expect(channelMessage('{"type":"session.created"}', 'received')).toEqual({
    form: 'json',
    key: 'type',
    name: 'session.created',
    standing: 'known',
  });
  expect(channelMessage('{"event":"session.update","data":{}}', 'sent')).toEqual({
    form: 'json',
    key: 'event',
    name: 'session.update',
    standing: 'known',
  });
});

test.each([
  ['error', 'An error of the service: the SDK ignores it without a word.'],
  ['rate_limits', 'The SDK knows no such type and ignores it without a word.'],
])('a received “%s” is let pass, and is said to be', (type, remark) => {
  expect(channelMessage(JSON.stringify({ type }), 'received')).toEqual({
    form: 'json',
    key: 'type',
    name: type,
    standing: 'ignored',
    remark,
  });
});

test('the keys the wrong way round are remarked upon', () => {
  expect(channelMessage('{"event":"session.created"}', 'received')).toEqual({
    form: 'json',
    key: 'event',
    name: 'session.created',
    standing: 'ignored',
    remark: 'Named by “event”: SDKs since autumn 2025 read “type”, and ignore this one.',
  });
  expect(channelMessage('{"type":"session.update"}', 'sent')).toEqual({
    form: 'json',
    key: 'type',
    name: 'session.update',
    standing: 'ignored',
    remark: 'A client names its message by “event”; by “type” only the server does.',
  });
});

test('a message with both keys goes by that of its sender', () => {
  const both = '{"type":"session.created","event":"session.update"}';
  expect(channelMessage(both, 'received')).toMatchObject({ key: 'type', name: 'session.created' });
  expect(channelMessage(both, 'sent')).toMatchObject({ key: 'event', name: 'session.update' });
});

test('an event that the SDK never sends is told from one that it sends', () => {
  expect(channelMessage('{"event":"session.delete"}', 'sent')).toEqual({
    form: 'json',
    key: 'event',
    name: 'session.delete',
    standing: 'ignored',
    remark: 'The SDK sends no such event; what the service makes of it is not known.',
  });
});

test('an object without a name, or whose name is no text, is said to have none', () => {
  for (const text of ['{}', '{"type":1}', '{"event":null}']) {
    expect(channelMessage(text, 'received')).toEqual({
      form: 'json',
      standing: 'ignored',
      remark: 'It has no “type”: the SDK ignores it.',
    });
    expect(channelMessage(text, 'sent')).toEqual({
      form: 'json',
      standing: 'ignored',
      remark: 'A client names its message by “event”; by “type” only the server does.',
    });
  }
});

test.each(['hello', '[1]', 'null', '"type"', '', 'see [binary 12 bytes]', '[binary 12 bytes] more'])(
  'the SDK reports an error at %j, which is no JSON object; the far end lets it pass',
  (text) => {
    expect(channelMessage(text, 'received')).toEqual({
      form: 'not-json',
      standing: 'refused',
      remark: 'Not JSON: the SDK calls onError with “Failed to parse data channel message”.',
    });
    expect(channelMessage(text, 'sent')).toEqual({
      form: 'not-json',
      standing: 'ignored',
      remark: 'Not JSON: the far end expects an object with “event”.',
    });
  },
);

test('a binary message is expected by nobody', () => {
  expect(channelMessage('[binary 12 bytes]', 'received')).toEqual({
    form: 'binary',
    standing: 'ignored',
    remark: 'Binary: nobody on this channel expects that.',
  });
});
