import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { refused } from '../diagnosis/testing/literalLog.ts';
import type { ValidationItem } from '../session/reply.ts';

function unfit(...detail: readonly ValidationItem[]) {
  return diagnose(refused('calls', 422, { format: 'detail', answeredBy: 'orga', detail }));
}

test('a body that is not JSON', () => {
  const loc = ['body', 17];
  expect(unfit({ type: 'json_invalid', loc, msg: 'JSON decode error' })).toEqual([
    {
      code: 'request.invalid',
      variant: 'json-invalid',
      certainty: 'proved',
      actor: 'browser',
      title: 'The body is not JSON',
      cause:
        '/calls could not parse the body (character 17): “JSON decode error”. Nothing after that was checked, not even the credential.',
      remedy: 'Build the body with JSON.stringify, once: not by hand, not twice.',
      causedBy: { step: 'call', entry: 'e4' },
      evidence: [
        { entry: 'e2', says: 'the body as it was sent' },
        { entry: 'e4', says: 'POST /v1/realtime/calls was answered 422, detail' },
      ],
      ruledOut: [
        {
          code: 'missing',
          variant: 'body',
          title: 'The request has no body',
          because: 'there was a body, and it could not be parsed',
        },
      ],
      discrepancies: [
        {
          topic: 'Malformed JSON',
          catalogue: 'A malformed request is a 400.',
          observed: 'Stock FastAPI answers JSON that cannot be read with 422, type json_invalid.',
        },
      ],
    },
  ]);
});

test.each([
  [
    { type: 'float_type', loc: ['body', 'params', 'temperature'], msg: 'Not a number' },
    'The reply names body.params.temperature: “Not a number” (float_type).',
    'Correct body.params.temperature.',
  ],
  [{ type: 'unknown', loc: [], msg: '' }, 'The reply names a field: unknown.', 'Correct a field.'],
])('a field with the flaw %j', (item, cause, remedy) => {
  expect(unfit(item)).toMatchObject([
    { code: 'request.invalid', variant: 'other', certainty: 'proved', cause, remedy },
  ]);
});

test('a 422 that names no field', () => {
  expect(unfit()).toMatchObject([
    {
      variant: 'other',
      certainty: 'likely',
      cause: '/calls answered 422 and named no field.',
      remedy: 'Compare query and body with the documentation, field by field.',
    },
  ]);
});
