import { afterEach, expect, test, vi } from 'vitest';
import { simulatorControl } from './simulatorControl.ts';

afterEach(() => vi.unstubAllGlobals());

const origin = 'http://127.0.0.1:4010';
const healthy = { id: 'healthy', title: 'Everything works' };
const slow = { id: 'healthy.slow', title: 'Slow' };

function answerWith(...answers: readonly Response[]): string[] {
  const asked: string[] = [];
  const left = [...answers];
  vi.stubGlobal(
    'fetch',
    async (url: string, { method = 'GET', body = '' }: { method?: string; body?: string }) => {
      asked.push(`${method} ${url} ${body}`.trim());
      return left.shift() ?? Promise.reject(new TypeError('Failed to fetch'));
    },
  );
  return asked;
}

test('a simulator says what it can play and what it plays', async () => {
  const asked = answerWith(Response.json([healthy, slow]), Response.json(slow));
  expect(await simulatorControl.find(origin)).toEqual({ rows: [healthy, slow], current: slow });
  expect(asked).toEqual([
    'GET http://127.0.0.1:4010/__simulator/scenarios',
    'GET http://127.0.0.1:4010/__simulator/scenario',
  ]);
});

test('what is no simulator is asked no more than once', async () => {
  const asked = answerWith(new Response('<h1>Not found</h1>', { status: 404 }), Response.json(healthy));
  expect(await simulatorControl.find(origin)).toBe(undefined);
  expect(asked).toHaveLength(1);
});

test('a choice is put, and what is played from then on comes back', async () => {
  const asked = answerWith(Response.json(slow));
  expect(await simulatorControl.choose(origin, 'healthy.slow')).toEqual(slow);
  expect(asked).toEqual(['PUT http://127.0.0.1:4010/__simulator/scenario {"id":"healthy.slow"}']);
});

test('a choice that is refused, or not answered, is told', async () => {
  answerWith(Response.json({ error: 'No scenario is named "x".' }, { status: 404 }));
  expect(await simulatorControl.choose(origin, 'x')).toEqual({ problem: 'No scenario is named "x".' });
  expect(await simulatorControl.choose(origin, 'x')).toEqual({
    problem: 'The simulator at http://127.0.0.1:4010 no longer answers. Is it still running?',
  });
});

test('what is played now is asked without the list', async () => {
  const asked = answerWith(Response.json(slow));
  expect(await simulatorControl.current(origin)).toEqual(slow);
  expect(asked).toEqual(['GET http://127.0.0.1:4010/__simulator/scenario']);
  expect(await simulatorControl.current(origin)).toBe(undefined);
});
