import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import {
  ended,
  envelope,
  type Literal,
  logOf,
  request,
  response,
  restError,
  wallClock,
} from '../diagnosis/testing/literalLog.ts';

const now = wallClock / 1_000;

/** s */
interface Skewed {
  readonly ahead: number;
  readonly from: 'iat' | 'date';
}

function note({ ahead, from }: Skewed): Literal {
  return { kind: 'note', step: 'token', topic: 'clock-skew', ahead: ahead * 1_000, from };
}

/** e2 the token, then the notes, request, 401, rest-error; the token's exp is `exp` s from the start. */
function refusedCall(notes: readonly Skewed[], exp: number, status = 401) {
  return diagnose(
    logOf(
      'rest',
      {
        kind: 'token',
        token: 'token#1',
        from: 'client-secrets',
        issuedAt: now + exp - 900,
        expiresAt: now + exp,
        wallClock: wallClock + 100,
      },
      ...notes.map(note),
      request('calls', { at: 10_000 }),
      response(status),
      restError('calls', { reason: 'http', status, reading: envelope('Invalid ephemeral token') }),
      ...ended('call', `e${notes.length + 5}`),
    ),
  );
}

function skewIn(found: ReturnType<typeof refusedCall>) {
  return found.filter(({ code }) => code === 'clock.skew');
}

const refusal = {
  entry: 'e6',
  says: 'POST /v1/realtime/calls was answered 401, invalid_request_error, “Invalid ephemeral token”',
};

test('by the service’s clock the token had expired, by this one not', () => {
  expect(refusedCall([{ ahead: -300, from: 'iat' }], 250)[0]).toEqual({
    code: 'clock.skew',
    variant: 'behind',
    certainty: 'proved',
    actor: 'browser',
    title: 'This computer’s clock is behind: the token had expired after all',
    cause:
      'This computer’s clock is 5 min behind that of who answered. By theirs the token’s exp had passed 60 s before this request, though by this one it had not.',
    remedy: 'Set the clock of this computer by the network. Then fetch a new token just before the session.',
    causedBy: { step: 'call', entry: 'e6' },
    evidence: [
      { entry: 'e3', says: 'this clock is 5 min behind, by the iat of the token it just made' },
      refusal,
    ],
    ruledOut: [],
    discrepancies: [],
    action: 'new-token-and-retry',
  });
});

test('a clock that is behind and changed nothing is a remark', () => {
  const found = refusedCall([{ ahead: -300, from: 'date' }], 900);
  expect(found.map(({ code }) => code)).toEqual([
    'invalid_ephemeral_token',
    'invalid_request_error',
    'clock.skew',
  ]);
  expect(skewIn(found)).toEqual([
    {
      code: 'clock.skew',
      variant: 'behind',
      certainty: 'proved',
      actor: 'browser',
      title: 'This computer’s clock is behind: the token had expired after all',
      cause:
        'This computer’s clock is 5 min behind that of who answered. Times here are off by as much; it did not cause this failure.',
      remedy: 'Set the clock of this computer by the network.',
      causedBy: { step: 'call', entry: 'e6' },
      evidence: [{ entry: 'e3', says: 'this clock is 5 min behind, by the Date of its reply' }, refusal],
      ruledOut: [],
      discrepancies: [],
    },
  ]);
});

test('by a clock that is ahead a good token looks expired', () => {
  const found = refusedCall([{ ahead: 1_200, from: 'date' }], -300);
  expect(skewIn(found)).toEqual([
    {
      code: 'clock.skew',
      variant: 'ahead',
      certainty: 'proved',
      actor: 'browser',
      title: 'This computer’s clock is ahead: the token only looks expired',
      // 10 s after the start by this clock, exp 300 s before it; 1 200 s - 310 s are left by theirs.
      cause:
        'This computer’s clock is 20 min ahead of that of who answered. By it the token looks expired; by theirs it was good for another 15 min, so the service refused it for another reason.',
      remedy:
        'Set the clock of this computer by the network. Then look for what else is wrong with the token: spent, of another environment, or its key withdrawn.',
      causedBy: { step: 'call', entry: 'e6' },
      evidence: [{ entry: 'e3', says: 'this clock is 20 min ahead, by the Date of its reply' }, refusal],
      ruledOut: [],
      discrepancies: [],
    },
  ]);
});

test('a clock that is ahead of a token which does not look expired is a remark', () => {
  expect(skewIn(refusedCall([{ ahead: 1_200, from: 'iat' }], 900))).toMatchObject([
    {
      variant: 'ahead',
      certainty: 'likely',
      cause: 'This computer’s clock is 20 min ahead of that of who answered. Times here are off by as much.',
      remedy: 'Set the clock of this computer by the network.',
      evidence: [
        { entry: 'e3', says: 'this clock is 20 min ahead, by the iat of the token it just made' },
        { entry: 'e6' },
      ],
    },
  ]);
});

test('where the reply is no refusal of the token, the clock explains nothing', () => {
  expect(refusedCall([{ ahead: -300, from: 'iat' }], 250, 400).map(({ code }) => code)).toEqual([
    'invalid_request_error',
    'clock.skew',
  ]);
});

test.each<readonly [readonly Skewed[], string]>([
  [
    [
      { ahead: -60, from: 'date' },
      { ahead: -120, from: 'date' },
      { ahead: -240, from: 'iat' },
    ],
    'e4',
  ],
  [
    [
      { ahead: -60, from: 'iat' },
      { ahead: -120, from: 'iat' },
    ],
    'e4',
  ],
])('of several notes the last counts, a Date before an iat', (notes, entry) => {
  expect(skewIn(refusedCall(notes, 900))[0]?.evidence[0]?.entry).toBe(entry);
});

test('a clock that is off is no matter of a connection that failed', () => {
  const log = logOf(
    'rest',
    note({ ahead: -300, from: 'iat' }),
    {
      kind: 'connection-failure',
      step: 'connection',
      failure: { reason: 'ice', iceConnectionState: 'failed', connectionState: 'failed' },
    },
    ...ended('connection', 'e3'),
  );
  expect(diagnose(log).map(({ code }) => code)).not.toContain('clock.skew');
});
