import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { ended, logOf, refused, request, response, restError } from '../diagnosis/testing/literalLog.ts';
import type { Endpoint } from '../session/log.ts';
import { stepOfEndpoint } from '../session/stepOfEndpoint.ts';

function lacking(
  endpoint: Endpoint,
  fields: readonly string[],
  problem: 'field-absent' | 'wrong-shape' | 'snake-case' = 'field-absent',
) {
  const reading = { format: 'json', answeredBy: 'unknown' } as const;
  return diagnose(
    logOf(
      endpoint === 'session' ? 'backend' : 'rest',
      request(endpoint),
      response(200),
      restError(endpoint, { reason: 'bad-reply', status: 200, problem, fields, reading }),
      ...ended(stepOfEndpoint[endpoint], 'e4'),
    ),
  );
}

test('a reply of the token without the token', () => {
  expect(lacking('client-secrets', ['ephemeral_token'])).toEqual([
    {
      code: 'reply.incomplete',
      variant: 'token-absent',
      certainty: 'proved',
      actor: 'orga',
      title: 'The reply has no token',
      cause:
        'The reply of /client-secrets lacks ephemeral_token. Code that does not check goes on with “Bearer undefined” and is refused one step later.',
      remedy:
        'Check that ephemeral_token is in the reply before going on, and report the reply if it is not.',
      causedBy: { step: 'token', entry: 'e4' },
      evidence: [
        { entry: 'e3', says: 'the body as it came' },
        {
          entry: 'e4',
          says: 'POST /v1/realtime/client-secrets was answered 200, but the reply cannot be used: field absent (ephemeral_token)',
        },
      ],
      ruledOut: [],
      discrepancies: [],
    },
  ]);
});

test('a session endpoint that lacks both is told both, as two findings', () => {
  expect(lacking('session', ['ephemeralToken', 'iceServers'])).toMatchObject([
    {
      variant: 'token-absent',
      actor: 'backend',
      cause:
        'The reply of your session endpoint lacks ephemeralToken and iceServers. Code that does not check goes on with “Bearer undefined” and is refused one step later.',
      remedy:
        'In your backend, check response.ok before reading the token, and answer {ephemeralToken, iceServers}.',
    },
    {
      variant: 'ice-servers-shape',
      actor: 'backend',
      cause:
        'The reply of your session endpoint has ephemeralToken and iceServers absent or in another shape than a list of ICE servers. A response object in its place, as the README’s sample sends it when ice-config fails, does the same.',
    },
  ]);
});

test('a call that is answered without an answer', () => {
  expect(lacking('calls', ['answer.sdp'])).toMatchObject([
    {
      variant: 'answer-absent',
      actor: 'orga',
      cause:
        '/calls answered 200 without answer.sdp: there is nothing to connect to. The SDK says “missing answer or conversation_id” for either.',
    },
  ]);
});

test('a call that is answered without a conversation id', () => {
  expect(lacking('calls', ['conversation_id'])).toMatchObject([
    {
      variant: 'conversation-id-absent',
      actor: 'orga',
      cause:
        '/calls answered 200 without conversation_id. The answer alone would connect, but the SDK refuses it: “missing answer or conversation_id”.',
    },
  ]);
});

test('ice servers of another shape', () => {
  expect(lacking('ice-config', ['iceServers'], 'wrong-shape')).toMatchObject([
    {
      variant: 'ice-servers-shape',
      actor: 'orga',
      cause:
        'The reply of /ice-config has iceServers absent or in another shape than a list of ICE servers. An older API version answered a bare array; the Node SDK then hands on no iceServers, without a word.',
      remedy:
        'Read iceServers from {iceServers: […]}; check the API version behind the base URL if the reply is a bare array.',
    },
  ]);
});

test('a backend that hands the reply on as it is', () => {
  expect(lacking('session', ['ephemeralToken'], 'snake-case')).toMatchObject([
    {
      variant: 'snake-case',
      cause:
        'The reply of your session endpoint lacks ephemeralToken and has Orga’s own spelling instead (ephemeral_token). The client SDK reads ephemeralToken and iceServers, and calls the reply invalid.',
    },
  ]);
});

test.each([
  ['client-secrets', [], 'token-absent', 'lacks a field.'],
  ['calls', ['something'], 'answer-absent', 'without something:'],
  ['ice-config', ['first', 'second'], 'ice-servers-shape', 'has first and second absent'],
  ['session', ['an_answer'], 'token-absent', 'lacks an_answer.'],
  ['session', ['my_conversation_id'], 'token-absent', 'lacks my_conversation_id.'],
] as const)(
  'at %s, where %j are absent, the field that the endpoint is for is',
  (at, fields, variant, said) => {
    const found = lacking(at, fields);
    expect(found).toMatchObject([{ code: 'reply.incomplete', variant }]);
    expect(found[0]?.cause).toContain(said);
  },
);

test('one known field among others is enough', () => {
  expect(lacking('calls', ['something', 'conversation_id'])).toMatchObject([
    { variant: 'conversation-id-absent' },
  ]);
});

test('a token that the backend’s SDK did not find in Orga’s reply', () => {
  const text = "Cannot read properties of null (reading 'ephemeral_token')";
  const passedOn = { message: `Failed to get session config: ${text}` };
  const reading = { format: 'sdk-text', answeredBy: 'backend', passedOn } as const;
  expect(diagnose(refused('session', 500, reading))).toMatchObject([
    {
      variant: 'token-absent',
      actor: 'backend',
      cause: `The reply of /client-secrets lacks ephemeral_token (“${text}”). Code that does not check goes on with “Bearer undefined” and is refused one step later.`,
    },
  ]);
});
