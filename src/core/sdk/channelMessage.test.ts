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

test('a type that the SDK does not know is let pass, and is said to be', () => {
  expect(channelMessage('{"type":"error"}', 'received')).toMatchObject({
    name: 'error',
    standing: 'ignored',
  });
  expect(channelMessage('{"type":"rate_limits"}', 'received').remark).toContain('ignores it');
});

test('the keys the wrong way round are remarked upon', () => {
  expect(channelMessage('{"event":"session.created"}', 'received').remark).toContain('“event”');
  expect(channelMessage('{"type":"session.update"}', 'sent')).toMatchObject({
    key: 'type',
    standing: 'ignored',
  });
});

test('what is not JSON makes the SDK report an error', () => {
  expect(channelMessage('hello', 'received')).toMatchObject({ form: 'not-json', standing: 'refused' });
  expect(channelMessage('[1]', 'received').form).toBe('not-json');
  expect(channelMessage('[binary 12 bytes]', 'received').form).toBe('binary');
});
