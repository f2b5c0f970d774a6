import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { envelope, refused } from '../diagnosis/testing/literalLog.ts';

test('a 413 of the call', () => {
  expect(diagnose(refused('calls', 413, { format: 'html', answeredBy: 'unknown' }))).toEqual([
    {
      code: 'status.unlisted',
      variant: '413',
      certainty: 'likely',
      actor: 'browser',
      title: 'The request is too large',
      cause:
        '/calls answered 413: the body is larger than it takes. Long instructions or very many candidates in the offer do that. The specification has no row for it.',
      remedy:
        'Shorten the instructions. If the size is ordinary (an offer has some 10 kB), a proxy in between has too low a limit.',
      causedBy: { step: 'call', entry: 'e4' },
      evidence: [
        { entry: 'e2', says: 'the request as it was sent' },
        { entry: 'e4', says: 'POST /v1/realtime/calls was answered 413, html' },
      ],
      ruledOut: [],
      discrepancies: [],
    },
  ]);
});

test('a 408 that a backend met and passed on', () => {
  const passedOn = { message: 'Failed to fetch ephemeral token: Request Timeout' };
  const log = refused('session', 500, { format: 'sdk-text', answeredBy: 'backend', passedOn });
  expect(diagnose(log)).toMatchObject([
    {
      variant: '408',
      certainty: 'proved',
      actor: 'network',
      cause:
        '/client-secrets answered your backend 408: it did not get the whole request in time. The upload is slow or was interrupted. The specification has no row for it.',
      evidence: [{ entry: 'e4' }],
    },
  ]);
});

test('any other status says what its reply says', () => {
  expect(diagnose(refused('client-secrets', 418, envelope('I am a teapot')))).toMatchObject([
    {
      code: 'status.unlisted',
      variant: 'other',
      certainty: 'likely',
      actor: 'backend',
      cause: '/client-secrets answered 418, “I am a teapot”. The specification has no row for it here.',
      remedy: 'Read the whole reply in the log; the status has its general meaning of HTTP.',
      evidence: [{ entry: 'e2', says: 'the request as it was sent' }, { entry: 'e4' }],
    },
  ]);
});
