import { expect, test } from 'vitest';
import type { LogEntryOf } from '../session/log.ts';
import { tellCredentialStory } from './credentialStory.ts';
import { type Literal, logOf, request, response, wallClock } from './testing/literalLog.ts';

/** Epoch seconds of the run’s begin. */
const begin = wallClock / 1000;

function token(more: Partial<Extract<Literal, { kind: 'token' }>> = {}): Literal {
  return {
    kind: 'token',
    step: 'token',
    token: 'token#1',
    from: 'client-secrets',
    expiresAt: begin + 60,
    wallClock,
    ...more,
  };
}

/** The story of the credential of the last request, `r9`, which is answered 30 ms later. */
function storyOf(
  before: readonly Literal[],
  { at = 10_000, date, clock = wallClock }: { at?: number; date?: string; clock?: number } = {},
  after: readonly Literal[] = [],
) {
  const log = logOf(
    'rest',
    ...before,
    request('calls', { request: 'r9', at }),
    response(401, { request: 'r9', headers: date === undefined ? {} : { date } }),
    ...after,
  ).map((entry) => (entry.kind === 'response' && entry.request === 'r9' ? { ...entry, at: at + 30 } : entry));
  const asked = log.find(
    (entry): entry is LogEntryOf<'request'> => entry.kind === 'request' && entry.request === 'r9',
  );
  const answered = log.find(
    (entry): entry is LogEntryOf<'response'> => entry.kind === 'response' && entry.request === 'r9',
  );
  if (asked === undefined) throw new Error('it was asked');
  return tellCredentialStory(log, asked, answered, clock);
}

const used = (
  endpoint: 'ice-config' | 'calls' | 'session',
  status: number,
  at: number,
  more: { readonly name?: string; readonly request?: string } = {},
): readonly Literal[] => {
  const name = more.request ?? `r${at}`;
  return [
    request(endpoint, {
      request: name,
      at: at - 10,
      credential: { kind: 'token', name: more.name ?? 'token#1' },
    }),
    { ...response(status, { request: name }), at },
  ];
};

const again: Literal = { kind: 'attempt', number: 2, from: 'token', why: 'again', delay: 0, at: 5_000 };

test('of a request without a credential that has a name nothing is known', () => {
  const log = logOf('rest', token(), request('calls', { credential: { kind: 'undefined' } }));
  const [, , asked] = log;
  if (asked?.kind !== 'request') throw new Error('it was asked');
  expect(tellCredentialStory(log, asked, undefined, wallClock)).toStrictEqual({
    kind: 'undefined',
    clock: 'local',
    expiredOnArrival: false,
    uses: [],
  });
});

test('a token that nobody has seen before has no dates', () => {
  expect(storyOf([])).toStrictEqual({
    kind: 'token',
    name: 'token#1',
    clock: 'local',
    expiredOnArrival: false,
    uses: [],
  });
});

test('a token says when it ends, by this computer’s clock where the service does not say its own', () => {
  expect(storyOf([token()])).toStrictEqual({
    kind: 'token',
    name: 'token#1',
    clock: 'local',
    expiredOnArrival: false,
    uses: [],
    received: { ...token(), id: 'e2', at: 100, attempt: 1 },
    expiresAt: begin + 60,
    expiredFor: -50,
  });
  expect(storyOf([token()], { date: 'tea' })).toMatchObject({ clock: 'local', expiredFor: -50 });
});

test('the service’s own clock counts where its reply says it', () => {
  // 11:36:23 is 100 s after the begin of the run.
  const date = 'Tue, 11 Nov 2025 11:36:23 GMT';
  expect(storyOf([token()], { date })).toMatchObject({ clock: 'service', expiredFor: 40 });
});

test('without a wall clock nobody knows whether it has ended', () => {
  const log = logOf('rest', token(), request('calls', { request: 'r9' }));
  const [, , asked] = log;
  if (asked?.kind !== 'request') throw new Error('it was asked');
  const story = tellCredentialStory(log, asked, undefined, undefined);
  expect(story).not.toHaveProperty('expiredFor');
  expect(story).toMatchObject({ clock: 'local', expiresAt: begin + 60, expiredOnArrival: false });
});

test('a token that never ends has no end', () => {
  const { expiresAt: _, ...endless } = token() as Extract<Literal, { kind: 'token' }>;
  const story = storyOf([endless]);
  expect(story).not.toHaveProperty('expiresAt');
  expect(story).not.toHaveProperty('expiredFor');
  expect(story.expiredOnArrival).toBe(false);
});

test('a token may have ended when it arrived, as the service’s clock has it', () => {
  const arrived = (expiresAt: number, date?: string) =>
    storyOf([token({ expiresAt })], { ...(date !== undefined && { date }) }).expiredOnArrival;
  expect(arrived(begin)).toBe(true);
  expect(arrived(begin + 1)).toBe(false);
  // The service is 89.97 s ahead of this computer.
  const ahead = 'Tue, 11 Nov 2025 11:36:23 GMT';
  expect(arrived(begin + 89, ahead)).toBe(true);
  expect(arrived(begin + 90, ahead)).toBe(false);
});

test('what came before the request counts, of this token only, the last one of several', () => {
  const tokens = [
    token({ expiresAt: begin + 1 }),
    token({ expiresAt: begin + 2 }),
    token({ token: 'token#2', expiresAt: begin + 3 }),
  ];
  expect(storyOf(tokens, {}, [token({ expiresAt: begin + 4 })])).toMatchObject({
    expiresAt: begin + 2,
    received: { id: 'e3' },
  });
});

test('earlier answers to the token are told, the oldest first, with where they were got', () => {
  const history: Literal = {
    kind: 'token-history',
    token: 'token#1',
    uses: [{ endpoint: 'calls', status: 200, ago: 60_000 }],
    at: 6_000,
  };
  const story = storyOf([
    ...used('ice-config', 200, 1_000),
    ...used('calls', 200, 2_000, { name: 'token#2' }),
    again,
    history,
    { ...history, token: 'token#2' },
    ...used('calls', 503, 7_000),
  ]);
  expect(story.uses).toStrictEqual([
    { endpoint: 'calls', status: 200, ago: 64_000, entry: 'e7', where: 'elsewhere' },
    { endpoint: 'ice-config', status: 200, ago: 9_000, entry: 'e3', where: 'earlier-attempt', attempt: 1 },
    { endpoint: 'calls', status: 503, ago: 3_000, entry: 'e10', where: 'this-attempt', attempt: 2 },
  ]);
  expect(story.spentBy).toMatchObject({ entry: 'e7' });
});

test('one use that is known twice, here and in the token memory, is told once', () => {
  const remembered = (endpoint: 'calls' | 'ice-config', ago: number) =>
    storyOf([
      ...used('calls', 503, 3_000),
      { kind: 'token-history', token: 'token#1', uses: [{ endpoint, status: 503, ago }], at: 8_000 },
    ]).uses.length;
  // 7,000 ms before the request; remembered as of 2,000 ms before it.
  expect(remembered('calls', 5_000)).toBe(1);
  expect(remembered('calls', 6_999)).toBe(1);
  expect(remembered('calls', 3_001)).toBe(1);
  expect(remembered('calls', 7_000)).toBe(2);
  expect(remembered('calls', 3_000)).toBe(2);
  expect(remembered('ice-config', 5_000)).toBe(2);
});

test('only a call that succeeded spends a token, the last one of several', () => {
  const spentBy = (...before: readonly Literal[]) => storyOf(before).spentBy?.entry;
  expect(spentBy(...used('calls', 200, 1_000), ...used('calls', 299, 2_000))).toBe('e5');
  expect(spentBy(...used('calls', 199, 1_000))).toBeUndefined();
  expect(spentBy(...used('calls', 300, 1_000))).toBeUndefined();
  expect(spentBy(...used('ice-config', 200, 1_000))).toBeUndefined();
});

test('a token that passed ice-config in this attempt while it was valid is told', () => {
  const passed = (before: readonly Literal[], expiresAt = begin + 60) =>
    storyOf([token({ expiresAt }), ...before]).passedIceConfig;
  expect(passed(used('ice-config', 200, 1_000))).toStrictEqual({ entry: 'e4', ago: 9_000 });
  expect(passed(used('ice-config', 401, 1_000))).toBeUndefined();
  expect(passed(used('calls', 200, 1_000))).toBeUndefined();
  expect(passed([...used('ice-config', 200, 1_000), again])).toBeUndefined();
  // It ended 9 s before the request, just when it passed; or a moment before.
  expect(passed(used('ice-config', 200, 1_000), begin + 1)).toBeDefined();
  expect(passed(used('ice-config', 200, 1_001), begin + 1)).toBeUndefined();
  expect(passed([...used('ice-config', 200, 900), ...used('ice-config', 200, 1_500)], begin + 1)).toEqual({
    entry: 'e4',
    ago: 9_100,
  });
});

test('a token of a session endpoint has passed ice-config there, when it was handed out', () => {
  const passed = (more: Parameters<typeof token>[0], ...after: readonly Literal[]) =>
    storyOf([{ ...token({ from: 'session', ...more }), at: 1_000 }, ...after]).passedIceConfig;
  expect(passed({})).toStrictEqual({ entry: 'e2', ago: 9_000 });
  expect(passed({ from: 'pasted' })).toBeUndefined();
  expect(passed({}, again)).toBeUndefined();
  expect(passed({ expiresAt: begin + 1 })).toEqual({ entry: 'e2', ago: 9_000 });
  expect(passed({ expiresAt: begin + 0.999 })).toBeUndefined();
});

test('a token that a session endpoint handed out once more, or after it was spent, is told', () => {
  const handedOut = (at: number, from: 'session' | 'client-secrets' = 'session'): Literal => ({
    ...token({ from }),
    at,
  });
  const handed = (...before: readonly Literal[]) => storyOf(before).handedOutAgain?.id;
  expect(handed(handedOut(1_000))).toBeUndefined();
  expect(handed(handedOut(1_000), handedOut(2_000))).toBe('e3');
  expect(handed(handedOut(1_000), handedOut(2_000, 'client-secrets'))).toBeUndefined();
  expect(handed(...used('calls', 200, 1_000), handedOut(2_000))).toBe('e4');
  expect(handed(...used('calls', 200, 1_000), handedOut(1_000))).toBe('e4');
  expect(handed(handedOut(900), ...used('calls', 200, 1_000))).toBeUndefined();
  expect(handed(...used('calls', 503, 1_000), handedOut(2_000))).toBeUndefined();
});
