import { expect, test } from 'vitest';
import { type Literal, logOf } from '../../diagnosis/testing/literalLog.ts';
import type { TokenUse } from '../../session/log.ts';
import type { Route } from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';
import { beforeTheRecording } from './beforeTheRecording.ts';

const own = { kind: 'own' } as const;
const silence = { kind: 'silence' } as const;
const hadToken = 'The recorded run began with a token that it had already; Replay obtains one first.';
const wasUsed = 'The token had been used before the recording began; Replay uses it once first.';

function before(
  entries: readonly Literal[],
  given: { readonly route?: Route; readonly failedStep?: SessionStep } = {},
) {
  const { route = 'rest', failedStep } = given;
  const recorded = { calls: [silence] };
  const rename = (text: string) => text.replaceAll('turn.example', 'turn.invalid');
  return beforeTheRecording(logOf(route, ...entries), { route, failedStep, recorded, rename });
}

function token(from: 'carried' | 'pasted' | 'client-secrets'): Literal {
  return { kind: 'token', token: 'token#1', from, expiresAtText: '2026-11-23T05:00:00', wallClock: 1 };
}

function carriedServers(from: 'carried' | 'ice-config' = 'carried'): Literal {
  const server = { urls: ['turn:turn.example'], username: 'u', credential: 'c', expiresAt: 9 };
  return { kind: 'ice-servers', from, servers: [server], leftOut: [] };
}

function used(...uses: readonly Pick<TokenUse, 'endpoint' | 'status'>[]): Literal {
  return { kind: 'token-history', token: 'token#1', uses: uses.map((use) => ({ ...use, ago: 5_000 })) };
}

function json(body: string) {
  return [{ kind: 'reply', status: 200, headers: { 'content-type': 'application/json' }, body, delay: 20 }];
}

const secrets = json(
  '{"ephemeral_token":"token#1","token_type":"bearer","expires_at":"2026-11-23T05:00:00"}',
);
const nothingBefore = { replies: { calls: [silence] }, foresight: [] };

test('a run that obtained its token begins as it was recorded', () => {
  expect(before([])).toEqual(nothingBefore);
  expect(before([token('client-secrets'), carriedServers('ice-config')])).toEqual(nothingBefore);
});

test.each(['carried', 'pasted'] as const)('a token that was %s is obtained first', (from) => {
  expect(before([token(from), carriedServers('ice-config')])).toEqual({
    replies: { 'client-secrets': secrets, calls: [silence] },
    foresight: [hadToken],
  });
});

test('servers that were carried over are obtained too, under names that nobody can reach', () => {
  expect(before([carriedServers('ice-config'), token('carried'), carriedServers()])).toEqual({
    replies: {
      'client-secrets': secrets,
      'ice-config': json('{"iceServers":[{"urls":["turn:turn.invalid"],"username":"u","credential":"c"}]}'),
      calls: [silence],
    },
    foresight: [hadToken],
  });
});

test('a backend gives token and servers together', () => {
  expect(before([token('carried')], { route: 'backend' })).toEqual({
    replies: { session: json('{"ephemeralToken":"token#1","iceServers":[]}'), calls: [silence] },
    foresight: [hadToken],
  });
  expect(before([token('carried'), carriedServers()], { route: 'backend' }).replies.session).toEqual(
    json(
      '{"ephemeralToken":"token#1","iceServers":[{"urls":["turn:turn.invalid"],"username":"u","credential":"c"}]}',
    ),
  );
});

test('an attempt after another one has what it needs in the recording', () => {
  const attempt: Literal = { kind: 'attempt', number: 2, from: 'call', why: 'again', delay: 0 };
  const spent = used({ endpoint: 'calls', status: 200 });
  expect(before([attempt, token('carried'), spent], { failedStep: 'call' })).toEqual(nothingBefore);
});

test('a token that was used before is used before, and then from the step that refused it', () => {
  const spent = used({ endpoint: 'ice-config', status: 200 }, { endpoint: 'calls', status: 200 });
  expect(before([spent], { failedStep: 'call' })).toEqual({
    replies: { calls: [own, silence] },
    again: 'offer',
    foresight: [wasUsed],
  });
  expect(before([token('carried'), spent], { failedStep: 'ice-config' })).toEqual({
    replies: { 'client-secrets': secrets, calls: [own], 'ice-config': [own] },
    again: 'ice-config',
    foresight: [hadToken, wasUsed],
  });
  expect(before([spent], { failedStep: 'call', route: 'backend' }).again).toBe('token');
});

test('servers that were asked for are given once before they are refused', () => {
  const { replies } = before([token('carried'), carriedServers(), used({ endpoint: 'calls', status: 200 })], {
    failedStep: 'ice-config',
  });
  expect(replies['ice-config']?.map(({ kind }) => kind)).toEqual(['own', 'reply']);
});

test('a token that was not spent, or that did no harm, is not used before', () => {
  const spent = used({ endpoint: 'calls', status: 200 });
  expect(before([spent], { failedStep: 'connection' })).toEqual(nothingBefore);
  expect(before([spent])).toEqual(nothingBefore);
  expect(before([used()], { failedStep: 'call' })).toEqual(nothingBefore);
  const harmless = used({ endpoint: 'ice-config', status: 200 }, { endpoint: 'calls', status: 401 });
  expect(before([harmless], { failedStep: 'call' })).toEqual(nothingBefore);
});
