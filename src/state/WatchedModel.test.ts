import { expect, test } from 'vitest';
import type { LogEntry } from '../core/session/log.ts';
import { defaultLimits } from '../core/session/settings.ts';
import type { Fact } from '../core/watched/fact.ts';
import { inferSessions } from '../core/watched/inferSessions.ts';
import { createWatchedModel, type WatchedWorld } from './WatchedModel.ts';

type Events = Parameters<WatchedWorld['link']>[0];

const page = {
  startedAt: 1_000,
  userAgent: '',
  pageUrl: 'https://app.example/',
  limits: defaultLimits('backend'),
};
const refused = (at: number): Fact => ({
  at,
  saw: 'no-peer',
  error: { name: 'SyntaxError', message: 'bad url' },
});

function world() {
  let events: Events | undefined;
  const allowed = new Set<string>();
  const shown: { startedAt: number; log: LogEntry[] }[] = [];
  const said: string[] = [];
  const model = createWatchedModel({
    follow(startedAt) {
      const one = { startedAt, log: [] as LogEntry[] };
      shown.push(one);
      return { take: (entry) => one.log.push(entry), sampled: () => {} };
    },
    link(given) {
      events = given;
      return { open: (url) => (url === '' ? 'no address' : undefined) };
    },
    infer: inferSessions,
    allowed,
    now: () => 0,
    after: () => () => {},
  });
  const knock = (origin: string) =>
    events?.onPage({ origin, accept: () => said.push('accepted'), refuse: () => said.push('refused') });
  return { model, allowed, shown, said, knock, tell: () => events };
}

test('an origin is asked about once', () => {
  const { model, allowed, said, knock } = world();
  knock('https://app.example');
  expect(model.state.value).toEqual({ is: 'asked', origin: 'https://app.example' });
  model.answer(true);
  expect([...allowed]).toEqual(['https://app.example']);
  knock('https://app.example');
  expect(model.state.value).toEqual({ is: 'watching', origin: 'https://app.example' });
  expect(said).toEqual(['accepted', 'accepted']);
});

test('a page without an origin is asked about each time, and one that is refused is not watched', () => {
  const { model, allowed, said, knock } = world();
  knock('null');
  model.answer(true);
  knock('null');
  expect(model.state.value).toEqual({ is: 'asked', origin: 'null' });
  model.answer(false);
  expect(model.state.value).toEqual({ is: 'waiting' });
  expect([...allowed]).toEqual([]);
  expect(said).toEqual(['accepted', 'refused']);
});

test('the latest session is shown until another is chosen', () => {
  const { model, shown, knock, tell } = world();
  knock('https://app.example');
  model.answer(true);
  tell()?.onBegin(page);
  tell()?.onFacts([refused(10)], 10, 0);
  tell()?.onFacts([refused(500)], 500, 7);
  expect(shown.map(({ startedAt }) => startedAt)).toEqual([1_010, 1_500]);
  expect(model.sessions.value.map(({ number, outcome }) => [number, outcome])).toEqual([
    [1, 'failed'],
    [2, 'failed'],
  ]);
  expect(model.left.value).toBe(7);
  model.show(1);
  expect(model.shown.value).toBe(1);
  tell()?.onFacts([refused(900)], 900, 7);
  expect(model.shown.value).toBe(1);
  model.show();
  expect(model.shown.value).toBe(3);
  expect(shown.at(-1)?.log.at(-1)?.kind).toBe('run');
});

test('a page that goes away leaves what was seen of it, and says why where there is a reason', () => {
  const { model, knock, tell } = world();
  knock('https://app.example');
  model.answer(true);
  tell()?.onEnd('It sent nonsense.');
  expect(model.state.value).toEqual({ is: 'waiting', lost: 'It sent nonsense.' });
  model.open('');
  expect(model.problem.value).toBe('no address');
});
