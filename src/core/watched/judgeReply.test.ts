import { expect, test } from 'vitest';
import type { Fact } from './fact.ts';
import { judgeReply, type WatchedExchange } from './judgeReply.ts';
import { createSessionRoster } from './sessionRoster.ts';
import { page, requestOf, responseOf } from './testing/watchedFacts.ts';

type End = Extract<Fact, { saw: 'request-end' }>;
type Response = NonNullable<WatchedExchange['response']>['entry'];

const call = requestOf('r1', 'calls');
const asked = {
  id: 'r1',
  endpoint: 'calls',
  method: 'POST',
  url: 'https://api.orga-ai.com/v1/realtime/calls',
} as const;
const good = '{"conversation_id":"c1","answer":{"type":"answer","sdp":"v=0\\r\\n"}}';

/** What is told of a call that was answered so, and ended so. */
function judged(entry: Response | undefined, end: Partial<End> = {}) {
  const session = createSessionRoster(page).ofRequest(call, 100);
  const before = session.log.length;
  const exchange: WatchedExchange = {
    session,
    request: call,
    step: 'call',
    ...(entry === undefined ? {} : { response: { id: 'e7', entry } }),
  };
  const id = judgeReply(exchange, { at: 150, saw: 'request-end', request: 'r1', ...end });
  return { id, told: session.log.slice(before) };
}

const unreachable = {
  reason: 'unreachable',
  error: { name: 'TypeError', message: 'Failed to fetch' },
} as const;

test('of a reply that is as it must be nothing is told', () => {
  expect(judged(responseOf('r1', 200, good))).toEqual({ id: undefined, told: [] });
});

test('a refusal is told with all that it says', () => {
  const body = '{"error":{"message":"Invalid","type":"invalid_request_error","param":null,"code":"bad"}}';
  const { id, told } = judged({ ...responseOf('r1', 401, body), correlationId: 'c7' });
  const reading = {
    format: 'envelope',
    answeredBy: 'orga',
    type: 'invalid_request_error',
    code: 'bad',
    message: 'Invalid',
  };
  expect(id).toBe('e2');
  expect(told).toStrictEqual([
    {
      id: 'e2',
      at: 50,
      attempt: 1,
      kind: 'rest-error',
      step: 'call',
      request: asked,
      failure: { reason: 'http', status: 401, reading },
      http: { status: 401, type: 'invalid_request_error', code: 'bad', message: 'Invalid' },
      correlationId: 'c7',
      response: 'e7',
    },
  ]);
});

test('where nothing came only the failure is told', () => {
  expect(judged(undefined, { failure: unreachable }).told).toStrictEqual([
    { id: 'e2', at: 50, attempt: 1, kind: 'rest-error', step: 'call', request: asked, failure: unreachable },
  ]);
});

test('where nothing came and nobody says why, nothing is told', () => {
  expect(judged(undefined).id).toBeUndefined();
});

test('what the reply is said to be counts: a page of HTML is none', () => {
  const html = { ...responseOf('r1', 502, 'Bad gateway'), headers: { 'content-type': 'text/html' } };
  expect(judged(html).told).toMatchObject([{ failure: { reason: 'http', reading: { format: 'html' } } }]);
});

test('a reply that broke off is judged by what came of it, where that says something', () => {
  expect(judged(responseOf('r1', 200, good.slice(0, 20)), { failure: unreachable }).told).toMatchObject([
    { failure: { reason: 'bad-reply', status: 200, problem: 'truncated' }, http: { status: 200 } },
  ]);
  expect(judged(responseOf('r1', 200, good), { failure: unreachable }).told).toMatchObject([
    { failure: unreachable, http: { status: 200 } },
  ]);
});

test('a body that never ended is a silence, whatever came of it', () => {
  const failure = { reason: 'timeout', limit: 9000, phase: 'body', status: 200 } as const;
  expect(judged(responseOf('r1', 200, good.slice(0, 20)), { failure }).told).toMatchObject([{ failure }]);
});

test('what a body lacks that was cut proves nothing, its status does', () => {
  const long = (length: number) => `{"text":"${'x'.repeat(length - 9)}`;
  expect(judged(responseOf('r1', 200, long(65_535))).told).toMatchObject([
    { failure: { problem: 'truncated' } },
  ]);
  expect(judged(responseOf('r1', 200, long(65_536))).told).toEqual([]);
  expect(judged(responseOf('r1', 500, long(65_536))).told).toMatchObject([
    { failure: { reason: 'http', status: 500 } },
  ]);
});
