import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { refused } from '../diagnosis/testing/literalLog.ts';
import type { Endpoint } from '../session/log.ts';
import type { ReplyReading, ValidationItem } from '../session/reply.ts';

function detail(...items: readonly ValidationItem[]): ReplyReading {
  return { format: 'detail', answeredBy: 'orga', detail: items };
}

function absent(...loc: ValidationItem['loc']): ValidationItem {
  return { type: 'missing', loc, msg: 'Field required' };
}

const ruledOut = [
  {
    code: 'request.invalid',
    variant: 'json-invalid',
    title: 'The body is not JSON',
    because: 'the JSON itself could be read',
  },
  {
    code: 'invalid_request_error',
    variant: 'no-authorization',
    title: 'No Authorization header was sent',
    because: 'fields are checked after the credential, and that passed',
  },
];

test('an offer that is not in the body', () => {
  expect(diagnose(refused('calls', 422, detail(absent('body', 'offer'))))).toEqual([
    {
      code: 'missing',
      variant: 'offer',
      certainty: 'proved',
      actor: 'browser',
      title: 'The offer is absent from the body',
      cause: 'The reply names body.offer, “Field required”. /calls needs the offer to answer it.',
      remedy:
        'Send {offer: {sdp, type, candidates}, params} and check that localDescription is set when the body is built: a field without a value vanishes from JSON.',
      causedBy: { step: 'call', entry: 'e4' },
      evidence: [
        { entry: 'e2', says: 'body.offer is not in it' },
        { entry: 'e4', says: 'POST /v1/realtime/calls was answered 422, detail' },
      ],
      ruledOut,
      discrepancies: [],
    },
  ]);
});

test.each([
  [
    'client-secrets',
    absent('query', 'email'),
    {
      variant: 'email',
      actor: 'backend',
      title: 'The email is absent from the query',
      cause:
        'The reply names query.email, “Field required”. /client-secrets of this API version wants ?email=.',
      remedy: 'Add ?email= with the email of a registered user, percent-encoded.',
    },
  ],
  [
    'calls',
    absent('body', 'params'),
    {
      variant: 'params',
      actor: 'browser',
      title: 'params is absent from the body',
      cause:
        'The reply names body.params, “Field required”. This API version insists on params beside the offer.',
      remedy: 'Send params with voice, model, temperature and the others, as the SDK does.',
    },
  ],
  [
    'calls',
    absent('body'),
    {
      variant: 'body',
      actor: 'browser',
      title: 'The request has no body',
      cause: 'The reply names body, “Field required”. /calls got no body at all.',
      remedy:
        'Send the JSON body, with Content-Type: application/json; a redirect from POST to GET also loses it.',
    },
  ],
  [
    'calls',
    { type: 'value_error.missing', loc: ['body', 'offer', 0], msg: 'field required' },
    {
      variant: 'other',
      actor: 'backend',
      title: 'A required field is absent',
      cause: 'The reply names body.offer.0, “field required”. The service insists on it.',
      remedy: 'Add body.offer.0 to the request.',
    },
  ],
] as const satisfies readonly (readonly [Endpoint, ValidationItem, object])[])(
  'at %s, %j',
  (endpoint, item, said) => {
    expect(diagnose(refused(endpoint, 422, detail(item)))).toMatchObject([
      { code: 'missing', ruledOut, ...said },
    ]);
  },
);

test('a reply that names neither place nor reason', () => {
  expect(diagnose(refused('calls', 422, detail({ type: 'missing', loc: [], msg: '' })))).toMatchObject([
    {
      code: 'missing',
      variant: 'other',
      cause: 'The reply names a field. The service insists on it.',
      remedy: 'Add a field to the request.',
      evidence: [{ entry: 'e2', says: 'a field is not in it' }, { entry: 'e4' }],
    },
  ]);
});

test.each([
  ['a field of the wrong type', detail({ type: 'float_type', loc: ['body', 'offer'], msg: 'Not a number' })],
  [
    'a type that only begins so',
    detail({ type: 'missing_sentinel_error', loc: ['body', 'offer'], msg: 'No' }),
  ],
  ['no field at all', detail()],
])('%s is not missing', (_, reading) => {
  const codes = diagnose(refused('calls', 422, reading)).map(({ code }) => code);
  expect(codes).toEqual(['request.invalid']);
});

test('the same detail with another status is not missing', () => {
  const codes = diagnose(refused('calls', 400, detail(absent('body', 'offer')))).map(({ code }) => code);
  expect(codes).toEqual(['invalid_request_error']);
});
