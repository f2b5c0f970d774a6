import { expect, test } from 'vitest';
import type { Unlogged } from '../../core/session/log.ts';
import { messageFacts, messageTypeOf, observeChannel } from './observeChannel.ts';

const asIs = (text: string) => text;

test('server messages are named by type, client messages by event', () => {
  expect(messageTypeOf('{"type":"session.created"}')).toBe('session.created');
  expect(messageTypeOf('{"event":"session.update","data":{}}')).toBe('session.update');
});

test('what is no JSON, or names nothing, has no type', () => {
  for (const text of ['hello', '', 'null', '[]', '{"type":7}', '{"no":"type"}'])
    expect(messageFacts(text, asIs)).toEqual({ text });
});

test('a binary message is told by its size', () => {
  expect(messageFacts(new ArrayBuffer(12), asIs)).toEqual({ text: '[binary 12 bytes]', bytes: 12 });
  expect(messageFacts(new Blob(['abc']), asIs)).toEqual({ text: '[binary 3 bytes]', bytes: 3 });
});

test('a very long message is cut after it is redacted, and says how long it was', () => {
  const text = `${'é'.repeat(65_530)}secret and more`;
  const facts = messageFacts(text, (whole) => whole.replace('secret', 'token#1'));
  expect(facts.text.length).toBe(65_536);
  expect(facts.text.endsWith('token#')).toBe(true);
  expect(facts.bytes).toBe(131_075);
});

test('the watching ends with its listeners', () => {
  const channel = Object.assign(new EventTarget(), { label: 'events', readyState: 'open' });
  const log: Unlogged[] = [];
  const detach = observeChannel(channel as unknown as RTCDataChannel, {
    report: (entry) => String(log.push(entry)),
    redact: asIs,
  });
  channel.dispatchEvent(new MessageEvent('message', { data: '{"type":"a"}' }));
  detach();
  channel.dispatchEvent(new MessageEvent('message', { data: '{"type":"b"}' }));
  expect(log).toEqual([
    { kind: 'state', machine: 'channel', to: 'open' },
    { kind: 'channel', event: 'received', label: 'events', text: '{"type":"a"}', messageType: 'a' },
  ]);
});
