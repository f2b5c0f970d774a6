import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { envelope, refused } from '../diagnosis/testing/literalLog.ts';
import type { ReplyReading } from '../session/reply.ts';

const ruledOut = [
  {
    code: 'invalid_ephemeral_token',
    variant: 'unexplained',
    title: 'The service refused the token, and nothing seen here explains it',
    because: 'a refused token is answered 401, and this is a 400',
  },
];

function badCall(message: string, body?: string, rest: Partial<ReplyReading> = {}) {
  return diagnose(refused('calls', 400, envelope(message, rest), { ...(body !== undefined && { body }) }));
}

test('a request that the service finds malformed', () => {
  expect(diagnose(refused('ice-config', 400, envelope('Malformed request')))).toMatchObject([
    {
      code: 'invalid_request_error',
      variant: 'malformed',
      certainty: 'proved',
      actor: 'backend',
      title: 'The service found the request malformed',
      cause:
        '/ice-config could not make sense of the request and says “Malformed request”. The credential is not the trouble: that would be a 401.',
      remedy:
        'Compare method, query, headers and body with the documentation and correct the request. Neither a new token nor a retry helps.',
      causedBy: { step: 'ice-config', entry: 'e4' },
      evidence: [
        { entry: 'e2', says: 'the request as it was sent' },
        {
          entry: 'e4',
          says: 'GET /v1/realtime/ice-config was answered 400, invalid_request_error, “Malformed request”',
        },
      ],
      ruledOut,
    },
  ]);
});

test('a 400 in a foreign format is likely only, in HTML nobody’s judgement', () => {
  const foreign = { format: 'json', answeredBy: 'unknown' } as const;
  expect(diagnose(refused('calls', 400, foreign))).toMatchObject([
    {
      variant: 'malformed',
      certainty: 'likely',
      cause:
        '/calls could not make sense of the request. The credential is not the trouble: that would be a 401.',
    },
  ]);
  const html = { format: 'html', answeredBy: 'unknown' } as const;
  expect(diagnose(refused('calls', 400, html)).map(({ code }) => code)).toEqual(['proxy.answered']);
});

test('a 400 that a backend met and passed on, in whatever format it came', () => {
  const passedOn = { message: 'Failed to fetch ephemeral token: Bad Request' };
  const html = { format: 'html', answeredBy: 'backend', passedOn } as const;
  expect(diagnose(refused('session', 500, html))).toMatchObject([
    {
      code: 'invalid_request_error',
      variant: 'malformed',
      certainty: 'proved',
      cause:
        '/client-secrets could not make sense of the request. The credential is not the trouble: that would be a 401.',
      evidence: [{ entry: 'e4' }],
    },
  ]);
});

test('an offer that is no SDP', () => {
  const body = JSON.stringify({ offer: { sdp: 'undefined and more than 24 characters' } });
  expect(badCall('Bad request', body)).toMatchObject([
    {
      variant: 'offer',
      certainty: 'proved',
      cause:
        'offer.sdp is no SDP: it begins with “undefined and more than ” where every session description begins with “v=0”.',
      evidence: [{ entry: 'e2', says: 'offer.sdp does not begin with v=' }, { entry: 'e4' }],
      ruledOut,
    },
  ]);
});

test('an offer of which the reply speaks', () => {
  expect(badCall('Cannot parse the SDP', '{"offer":{"sdp":"v=0"}}')).toMatchObject([
    {
      variant: 'offer',
      certainty: 'likely',
      cause: '/calls could not use the offer and says “Cannot parse the SDP”.',
      evidence: [{ entry: 'e2', says: 'the offer as it was sent' }, { entry: 'e4' }],
    },
  ]);
});

test.each([
  ['no body', undefined],
  ['an empty body', ''],
  ['a body that is not JSON', 'offer'],
  ['a body that is null', 'null'],
  ['a body that is a text', '"offer"'],
  ['a body without an offer', '{"params":{}}'],
  ['an offer that is null', '{"offer":null}'],
  ['an offer that is a text', '{"offer":"sdp"}'],
  ['an offer without SDP', '{"offer":{}}'],
  ['an SDP that is no text', '{"offer":{"sdp":5}}'],
  ['a good SDP', '{"offer":{"sdp":"v=0"}}'],
])('%s is no reason to speak of the offer', (_, body) => {
  expect(badCall('Bad request', body)).toMatchObject([{ variant: 'malformed' }]);
});

test('a field that the reply names', () => {
  expect(badCall('Unknown voice', undefined, { param: 'params.voice' })).toMatchObject([
    {
      variant: 'param',
      certainty: 'proved',
      actor: 'browser',
      cause: 'The reply names the field params.voice and says “Unknown voice”.',
      remedy: 'Correct params.voice: its name, its type, and the values that the service allows.',
      evidence: [{ entry: 'e2', says: 'params.voice as it was sent' }, { entry: 'e4' }],
      ruledOut,
    },
  ]);
});

test('a credential that is not accepted for the request', () => {
  expect(diagnose(refused('client-secrets', 403, envelope('Not in scope')))).toMatchObject([
    {
      variant: 'other',
      certainty: 'likely',
      cause:
        '/client-secrets answered 403, “Not in scope”: the credential was not accepted for this request, for want of a header or of a scope.',
      evidence: [{ entry: 'e2', says: 'the request as it was sent' }, { entry: 'e4' }],
    },
  ]);
});
