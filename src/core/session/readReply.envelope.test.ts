import { expect, test } from 'vitest';
import { readReply } from './readReply.ts';

test('the service’s own text about a key, in its own double envelope, is first hand', () => {
  const inner = {
    error: {
      message: 'Incorrect or inactive API key provided.',
      type: 'invalid_request_error',
      param: null,
      code: null,
    },
  };
  const text = JSON.stringify({
    error: { message: inner, type: 'invalid_request_error', param: null, code: null },
  });
  expect(readReply({ status: 401, contentType: 'application/json', text })).toEqual({
    format: 'envelope',
    answeredBy: 'orga',
    nested: true,
    type: 'invalid_request_error',
    message: 'Incorrect or inactive API key provided.',
  });
});
