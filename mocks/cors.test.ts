import { expect, test } from 'vitest';
import { readableHeaders } from './cors.ts';

test('without access-control-allow-origin a page reads nothing', () => {
  expect(readableHeaders({ 'content-type': 'text/plain' })).toBe(undefined);
});

test('only safelisted and exposed headers remain', () => {
  expect(
    readableHeaders({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'X-Request-Id, Retry-After',
      'Content-Type': 'text/plain',
      'X-Request-Id': 'req_1',
      'retry-after': '30',
      date: 'Tue, 11 Nov 2025 11:34:43 GMT',
    }),
  ).toEqual({ 'content-type': 'text/plain', 'x-request-id': 'req_1', 'retry-after': '30' });
});
