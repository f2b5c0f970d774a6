import { expect, test } from 'vitest';
import type { LogEntry } from '../../core/session/log.ts';
import { mswHandler, playwrightTest } from './copies.ts';

const url = 'https://api.orga-ai.test/v1/realtime/calls';

const refused: readonly LogEntry[] = [
  {
    id: 'e1',
    at: 310,
    attempt: 1,
    step: 'call',
    kind: 'request',
    request: 'r1',
    endpoint: 'calls',
    method: 'POST',
    url,
    headers: {},
    credential: { kind: 'token', name: 'token#1' },
    crossOrigin: true,
    altered: [],
  },
  {
    id: 'e2',
    at: 341,
    attempt: 1,
    step: 'call',
    kind: 'response',
    request: 'r1',
    status: 401,
    statusText: '',
    headers: { 'content-type': 'application/json' },
    body: '{"error":{"message":"It\'s spent"}}',
    bodyBytes: 34,
    headersAfter: 30,
    took: 31,
    correlationId: 'req-1',
    correlationExposed: true,
    redirected: false,
  },
  {
    id: 'e3',
    at: 342,
    attempt: 1,
    step: 'call',
    kind: 'rest-error',
    request: { id: 'r1', endpoint: 'calls', method: 'POST', url },
    failure: { reason: 'http', status: 401, reading: { format: 'envelope', answeredBy: 'orga' } },
    response: 'e2',
  },
];

test('the MSW handler answers as the service did, quotes escaped', () => {
  expect(mswHandler(refused)).toBe(`import { http, HttpResponse } from 'msw';

export const handler = http.post('https://api.orga-ai.test/v1/realtime/calls', async () => {
  return new HttpResponse('{"error":{"message":"It\\'s spent"}}', {
    status: 401,
    headers: { 'content-type': 'application/json' },
  });
});
`);
});

test('there is no MSW handler where no request failed', () => {
  expect(mswHandler(refused.slice(0, 2))).toBeUndefined();
});

test('the Playwright test of a live page presses Run', () => {
  const text = playwrightTest({
    name: 'the session connects',
    link: 'https://debugger.example/?target=live',
    runsByItself: false,
    outcome: 'connected',
    verdict: undefined,
  });
  expect(text).toContain("getByRole('button', { name: 'Run', exact: true }).click()");
  expect(text).toContain("expect(report.outcome).toBe('connected');");
});
