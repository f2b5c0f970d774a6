import { expect, test } from 'vitest';
import { gatherEvidence } from '../diagnosis/gatherEvidence.ts';
import {
  connectionFailed,
  ended,
  envelope,
  logOf,
  refused,
  request,
  response,
  restError,
} from '../diagnosis/testing/literalLog.ts';
import type { BadReplyProblem } from '../session/failure.ts';
import type { LogEntry } from '../session/log.ts';
import type { PassedOn, ReplyReading } from '../session/reply.ts';
import { quoted, whatCameBack, whatWasAnswered, whatWasSent } from './reply.ts';

function cameBack(log: readonly LogEntry[]) {
  const evidence = gatherEvidence(log);
  return evidence && whatCameBack(evidence);
}

const html = { format: 'html', answeredBy: 'unknown' } as const;

test.each<readonly [ReplyReading, string]>([
  [envelope('No', { type: 'a_type', code: 'a_code' }), 'a_type, a_code, “No”'],
  [{ format: 'envelope', answeredBy: 'orga', code: 'a_code' }, 'a_code'],
  [envelope('', { type: 'a_type', code: '' }), 'a_type'],
  [envelope('', { type: '' }), 'envelope'],
  [html, 'html'],
])('the reply %j is told as %s', (reading, said) => {
  expect(cameBack(refused('calls', 418, reading))).toEqual({
    entry: 'e4',
    says: `POST /v1/realtime/calls was answered 418, ${said}`,
  });
});

test('a request to no URL is told with what stood in its place', () => {
  const sent = { url: 'not-a-url' };
  expect(cameBack(refused('calls', 500, html, sent))?.says).toBe('POST not-a-url was answered 500, html');
});

test.each([
  ['html', [], 'html'],
  ['not-json', [], 'not json'],
  ['field-absent', ['answer', 'conversation_id'], 'field absent (answer, conversation_id)'],
] as const satisfies readonly (readonly [BadReplyProblem, readonly string[], string])[])(
  'a 200 with the problem %s %j cannot be used',
  (problem, fields, said) => {
    const log = logOf(
      'rest',
      request('calls'),
      response(200),
      restError('calls', { reason: 'bad-reply', status: 200, problem, fields, reading: html }),
      ...ended('call', 'e4'),
    );
    expect(cameBack(log)).toEqual({
      entry: 'e4',
      says: `POST /v1/realtime/calls was answered 200, but the reply cannot be used: ${said}`,
    });
  },
);

test.each<readonly [PassedOn, string]>([
  [
    { name: 'OrgaAIServerError', code: 'SERVER_ERROR', status: 503, message: 'Down' },
    'OrgaAIServerError, SERVER_ERROR, 503, “Down”',
  ],
  [{ code: 'AUTHENTICATION_ERROR', message: '' }, 'AUTHENTICATION_ERROR'],
])('what a backend passed on, %j, is told as %s', (passedOn, said) => {
  const reading = { format: 'sdk-text', answeredBy: 'backend', passedOn } as const;
  expect(cameBack(refused('session', 500, reading))?.says).toBe(
    `GET /api/orga-client-secrets: your backend answered 500 and passed on ${said}`,
  );
});

test.each<readonly [ReplyReading, string]>([
  [envelope('User not found.', { type: 'not_found_error' }), 'not_found_error, “User not found.”'],
  [envelope('', { type: 'not_found_error' }), 'not_found_error'],
  [{ format: 'envelope', answeredBy: 'orga' }, 'an error of the API'],
])('the error of the API that a backend passed on, %j, is told as %s', (reading, said) => {
  expect(cameBack(refused('session', 502, reading))?.says).toBe(
    `GET /api/orga-client-secrets: your backend answered 502 and passed on ${said}`,
  );
});

test('where no request failed, the step did', () => {
  const failure = { reason: 'channel', event: 'close' } as const;
  expect(cameBack(connectionFailed('v=0', [], failure))).toEqual({
    entry: 'e3',
    says: 'The step failed here.',
  });
});

test('request and response prove what the log has of them', () => {
  const log = refused('calls', 500, html);
  const proofs = (entries: readonly LogEntry[]) => {
    const evidence = gatherEvidence(entries);
    return evidence && [whatWasSent(evidence, 'sent'), whatWasAnswered(evidence, 'answered')];
  };
  expect(proofs(log)).toEqual([[{ entry: 'e2', says: 'sent' }], [{ entry: 'e3', says: 'answered' }]]);
  const bare = log.filter(({ kind }) => kind !== 'request' && kind !== 'response');
  expect(proofs(bare)).toEqual([[], []]);
});

test('of a backend’s own request nothing is in the log', () => {
  const passedOn = { message: 'Failed to fetch ICE servers: Bad Gateway' };
  const evidence = gatherEvidence(
    refused('session', 500, { format: 'sdk-text', answeredBy: 'backend', passedOn }),
  );
  expect(evidence && [whatWasSent(evidence, 'sent'), whatWasAnswered(evidence, 'answered')]).toEqual([
    [],
    [],
  ]);
});

test('a quotation shows what hides in it, and nothing is no quotation', () => {
  expect(quoted('a\u202eb')).not.toContain('\u202e');
  expect(quoted('plain')).toBe('“plain”');
  expect(quoted('')).toBe('');
  expect(quoted(undefined)).toBe('');
});
