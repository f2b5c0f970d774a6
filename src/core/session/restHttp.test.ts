import { expect, test } from 'vitest';
import { restHttp } from './restHttp.ts';

test('what a reply does not say is left out', () => {
  expect(restHttp(502, { format: 'html', answeredBy: 'unknown' })).toStrictEqual({ status: 502 });
});

test('all that an envelope says is logged', () => {
  const said = { type: 'invalid_request_error', code: 'expired', param: 'voice', message: 'No.' };
  expect(restHttp(401, { format: 'envelope', answeredBy: 'orga', ...said })).toStrictEqual({
    status: 401,
    ...said,
  });
});

test('the first item of a validation error counts, not the envelope around it', () => {
  const detail = [
    { type: 'missing', loc: ['body', 'items', 0, 'sdp'], msg: 'Field required' },
    { type: 'other', loc: [], msg: 'Other' },
  ];
  const around = { type: 'outer', param: 'outer', message: 'outer' };
  expect(restHttp(422, { format: 'envelope', answeredBy: 'orga', ...around, detail })).toStrictEqual({
    status: 422,
    type: 'missing',
    param: 'body.items.0.sdp',
    message: 'Field required',
  });
});
