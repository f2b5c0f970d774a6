import { expect, test } from 'vitest';
import { correlationId } from './correlationId.ts';

test('the first listed header that is there wins, whatever the order of the response', () => {
  const headers = new Headers({ 'cf-ray': 'ray', 'x-request-id': 'req' });
  expect(correlationId(headers, ['x-request-id', 'cf-ray'])).toBe('req');
});

test('an empty header is passed over', () => {
  const headers = new Headers({ 'x-request-id': '', 'cf-ray': 'ray' });
  expect(correlationId(headers, ['x-request-id', 'cf-ray'])).toBe('ray');
});

test('without any listed header there is no id', () => {
  expect(correlationId(new Headers({ 'x-other': '1' }), ['x-request-id'])).toBeUndefined();
});
