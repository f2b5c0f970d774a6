import { expect, test } from 'vitest';
import type { BadReplyProblem } from '../session/failure.ts';
import type { Endpoint } from '../session/log.ts';
import { stepOfEndpoint } from '../session/stepOfEndpoint.ts';
import { diagnose } from './diagnose.ts';
import { ended, envelope, logOf, request, response, restError, verdict } from './testing/literalLog.ts';

function badReply(
  endpoint: Endpoint,
  problem: BadReplyProblem,
  fields: readonly string[] = [],
  reading = envelope('Invalid ephemeral token'),
) {
  return logOf(
    endpoint === 'session' ? 'backend' : 'rest',
    request(endpoint),
    response(200),
    restError(endpoint, { reason: 'bad-reply', status: 200, problem, fields, reading }),
    ...ended(stepOfEndpoint[endpoint], 'e4'),
  );
}

const foreign = { format: 'json', answeredBy: 'unknown' } as const;

test.each([
  ['client-secrets', 'html', 'html'],
  ['ice-config', 'empty', 'empty'],
  ['calls', 'truncated', 'truncated'],
  ['calls', 'not-json', 'not-json'],
  ['client-secrets', 'error-body', 'error-with-200'],
] as const)('a 200 of %s with %s cannot be used', (endpoint, problem, variant) => {
  expect(verdict(badReply(endpoint, problem))).toEqual({
    is: `reply.unusable/${variant}`,
    certainty: 'proved',
    step: stepOfEndpoint[endpoint],
    evidence: ['e3', 'e4'],
  });
});

test.each([
  ['client-secrets', 'field-absent', ['ephemeral_token'], 'token-absent'],
  ['session', 'field-absent', ['ephemeralToken'], 'token-absent'],
  ['session', 'field-absent', ['ephemeralToken', 'iceServers'], 'token-absent'],
  ['calls', 'field-absent', ['answer'], 'answer-absent'],
  ['calls', 'field-absent', ['conversation_id'], 'conversation-id-absent'],
  ['calls', 'field-absent', ['answer', 'conversation_id'], 'answer-absent'],
  ['ice-config', 'wrong-shape', ['iceServers'], 'ice-servers-shape'],
  ['ice-config', 'field-absent', ['iceServers'], 'ice-servers-shape'],
  ['session', 'wrong-shape', ['iceServers'], 'ice-servers-shape'],
  ['session', 'snake-case', ['ephemeral_token'], 'snake-case'],
] as const)('a 200 of %s, %s %j, is incomplete: %s', (endpoint, problem, fields, variant) => {
  expect(verdict(badReply(endpoint, problem, fields, foreign))).toEqual({
    is: `reply.incomplete/${variant}`,
    certainty: 'proved',
    step: stepOfEndpoint[endpoint],
    evidence: ['e3', 'e4'],
  });
});

test('every problem of a reply has a verdict at every endpoint', () => {
  const problems = [
    'html',
    'empty',
    'truncated',
    'not-json',
    'error-body',
    'field-absent',
    'snake-case',
    'wrong-shape',
  ] as const;
  for (const endpoint of ['client-secrets', 'ice-config', 'calls', 'session'] as const) {
    for (const problem of problems) {
      const [first] = diagnose(badReply(endpoint, problem, ['something'], foreign));
      expect(first?.code).toMatch(/^reply\./);
    }
  }
});
