import { expect, test } from 'vitest';
import type { LogEntry } from './log.ts';
import { sentOffer } from './sentOffer.ts';

const call = (body: string): LogEntry => ({
  id: 'e1',
  at: 10,
  attempt: 1,
  kind: 'request',
  request: 'r1',
  endpoint: 'calls',
  method: 'POST',
  url: 'https://api.orga-ai.test/v1/realtime/calls',
  headers: {},
  body,
  credential: { kind: 'none' },
  crossOrigin: true,
  altered: [],
});

test('the offer is read from what was sent', () => {
  expect(sentOffer([call('{"offer":{"type":"offer","sdp":"v=0\\r\\n"}}')])).toBe('v=0\r\n');
});

test('no call, no offer; nor where the body is none', () => {
  expect(sentOffer([])).toBeUndefined();
  expect(sentOffer([call('not json')])).toBeUndefined();
  expect(sentOffer([call('{"offer":null}')])).toBeUndefined();
});
