import { expect, test } from 'vitest';
import type { LogEntry } from '../session/log.ts';
import { defaultSettings, type Settings } from '../session/settings.ts';
import type { SessionStep } from '../session/step.ts';
import { foldSession } from './sessionFold.ts';
import { linesOf, page } from './testing/watchedFacts.ts';

/** The second session of the page, 100 ms after the probe began. */
function begun(from: SessionStep, settings: Partial<Settings> = {}) {
  const log: LogEntry[] = [];
  const fold = foldSession({ number: 2, at: 100, from, settings, page, emit: (entry) => log.push(entry) });
  return { fold, log, lines: () => linesOf(log) };
}

test('a session begins with what is known of its page', () => {
  const { fold, log } = begun('token', { sessionEndpoint: 'https://app.example/api/session' });
  fold.start();
  expect(log).toStrictEqual([
    {
      id: 'e1',
      at: 0,
      attempt: 1,
      kind: 'run-started',
      run: 2,
      wallClock: 1_000_100,
      target: 'watched',
      route: 'backend',
      from: 'token',
      settings: {
        ...defaultSettings,
        route: 'backend',
        sessionEndpoint: 'https://app.example/api/session',
      },
      limits: page.limits,
      userAgent: 'Chrome/156',
      pageUrl: 'https://app.example/',
    },
  ]);
  expect([fold.number, fold.beganAt, fold.present(), fold.outcome()]).toEqual([2, 100, 'token', 'running']);
});

test('a page that asks the service by itself is on the other route', () => {
  const { fold, log } = begun('ice-config', { route: 'rest' });
  fold.start();
  expect(log).toMatchObject([{ route: 'rest', from: 'ice-config', settings: { route: 'rest' } }]);
});

test('an entry gets an id, the time since the session began and the present step, unless it names another', () => {
  const { fold, lines } = begun('token');
  expect(fold.report({ kind: 'note', topic: 'carried', what: 'a token' }, 150)).toBe('e1');
  expect(fold.report({ kind: 'note', topic: 'carried', what: 'a list', step: 'ice-config' }, 160)).toBe('e2');
  fold.report({ kind: 'run', state: 'connected' }, 99);
  expect(lines()).toEqual([
    'e1 50 #1 token note topic=carried what=a token',
    'e2 60 #1 ice-config note topic=carried what=a list',
    'e3 0 #1 - run state=connected',
  ]);
});

test('a step that begins ends the ones before it, and skips what was not seen', () => {
  const { fold, lines } = begun('token');
  fold.begin('token', 100);
  fold.begin('token', 120);
  fold.begin('call', 150);
  expect([fold.present(), fold.since()]).toEqual(['call', 150]);
  fold.begin('connection', 190);
  expect(lines()).toEqual([
    'e1 0 #1 token step state=running',
    'e2 50 #1 token step state=done took=50',
    'e3 50 #1 ice-config step state=skipped',
    'e4 50 #1 offer step state=skipped',
    'e5 50 #1 call step state=running',
    'e6 90 #1 call step state=done took=40',
    'e7 90 #1 connection step state=running',
  ]);
});

test('until a step has begun, the session’s begin counts', () => {
  expect(begun('offer').fold.since()).toBe(100);
});

test('only what is under way can be done, and it is done once', () => {
  const { fold, lines } = begun('token');
  fold.done('token', 110);
  fold.begin('token', 120);
  fold.done('token', 125);
  fold.done('token', 130);
  expect(lines()).toEqual(['e1 20 #1 token step state=running', 'e2 25 #1 token step state=done took=5']);
});

test('a step that was done together with another is told once, with its time where it had begun', () => {
  const { fold, lines } = begun('token');
  fold.seen('ice-config', 130);
  fold.seen('ice-config', 140);
  fold.begin('offer', 150);
  fold.seen('offer', 170);
  expect(lines()).toEqual([
    'e1 30 #1 ice-config step state=done',
    'e2 50 #1 token step state=skipped',
    'e3 50 #1 offer step state=running',
    'e4 70 #1 offer step state=done took=20',
  ]);
});

test('a call that fails ends the session at once', () => {
  const { fold, lines } = begun('call');
  fold.begin('call', 100);
  fold.fail('call', 'e9', 130);
  expect([fold.outcome(), fold.next()]).toEqual(['failed', undefined]);
  expect(lines().slice(-2)).toEqual([
    'e5 30 #1 call step state=failed took=30 failedBy=e9',
    'e6 30 #1 - run state=failed by=failure',
  ]);
});

test.each(['token', 'ice-config'] as const)(
  'a failed request for the %s has its consequence after a quarter of a second, if the page does not go on',
  (step) => {
    const { fold, lines } = begun(step);
    fold.begin(step, 100);
    fold.fail(step, 'e9', 130);
    expect([fold.outcome(), fold.next()]).toEqual(['running', 380]);
    fold.pass(379);
    expect(fold.outcome()).toBe('running');
    fold.pass(380);
    expect([fold.outcome(), fold.next()]).toEqual(['failed', undefined]);
    fold.pass(381);
    expect(lines().slice(-2)).toEqual([
      expect.stringMatching(new RegExp(`^e\\d 280 #1 ${step} step state=failed took=280 failedBy=e9$`)),
      expect.stringMatching(/^e\d 280 #1 - run state=failed by=failure$/),
    ]);
  },
);

test('a page that goes on took no offence: the step counts as done', () => {
  const { fold, lines } = begun('token');
  fold.begin('token', 100);
  fold.fail('token', 'e9', 130);
  fold.begin('token', 140);
  expect(fold.next()).toBe(380);
  fold.begin('offer', 150);
  expect(fold.next()).toBeUndefined();
  fold.pass(1000);
  expect(lines()).toEqual([
    'e1 0 #1 token step state=running',
    'e2 50 #1 token step state=done took=50',
    'e3 50 #1 ice-config step state=skipped',
    'e4 50 #1 offer step state=running',
  ]);
});

test('what a failed request led to settles it', () => {
  const { fold } = begun('token');
  fold.begin('token', 100);
  expect(fold.settle(120)).toBe(false);
  fold.fail('token', 'e9', 130);
  expect(fold.settle(140)).toBe(true);
  expect([fold.outcome(), fold.next(), fold.settle(150)]).toEqual(['failed', undefined, false]);
});

test('a step that begins after the end is another attempt, and what came before it stays done', () => {
  const { fold, lines } = begun('offer');
  fold.begin('offer', 100);
  fold.begin('call', 110);
  fold.fail('call', 'e9', 120);
  fold.begin('call', 200);
  expect(fold.outcome()).toBe('running');
  fold.begin('connection', 210);
  fold.stop(220);
  fold.begin('call', 300);
  expect(lines().slice(7)).toEqual([
    'e8 100 #2 call attempt number=2 from=call why=again delay=0',
    'e9 100 #2 call step state=running',
    'e10 110 #2 call step state=done took=10',
    'e11 110 #2 connection step state=running',
    'e12 120 #2 - run state=stopped by=user',
    'e13 200 #3 call attempt number=3 from=call why=again delay=0',
    'e14 200 #3 call step state=running',
  ]);
});

test('what was done in an earlier attempt and is not done again is told as skipped', () => {
  const { fold, lines } = begun('offer');
  fold.begin('offer', 100);
  fold.begin('call', 110);
  fold.fail('call', 'e9', 120);
  const before = lines().length;
  fold.begin('ice-config', 200);
  fold.begin('call', 210);
  expect(lines().slice(before)).toEqual([
    'e8 100 #2 ice-config attempt number=2 from=ice-config why=again delay=0',
    'e9 100 #2 ice-config step state=running',
    'e10 110 #2 ice-config step state=done took=10',
    'e11 110 #2 offer step state=skipped',
    'e12 110 #2 call step state=running',
  ]);
});

test('a step that was still under way when a later one failed begins anew', () => {
  const { fold, lines } = begun('offer');
  fold.begin('offer', 100);
  fold.failConnection('connection', { reason: 'dtls', dtlsState: 'failed' }, 120);
  fold.begin('offer', 200);
  expect(lines().at(-1)).toBe('e8 100 #2 offer step state=running');
});

test('a step that begins while the session stands is no other attempt', () => {
  const { fold, lines } = begun('connection');
  fold.begin('connection', 100);
  fold.connected(110);
  fold.begin('connection', 120);
  expect(lines().at(-1)).toBe('e8 20 #1 connection step state=running');
});

test('the connection stands once, and not after an end', () => {
  const { fold, lines } = begun('connection');
  fold.begin('connection', 100);
  fold.connected(140);
  fold.connected(150);
  expect(fold.outcome()).toBe('connected');
  expect(lines().slice(5)).toEqual([
    'e6 40 #1 connection step state=done took=40',
    'e7 40 #1 - run state=connected',
  ]);
  fold.stop(160);
  fold.connected(170);
  expect(fold.outcome()).toBe('stopped');
  expect(lines()).toHaveLength(8);
});

test('what fails the connection is named, once', () => {
  const { fold, lines } = begun('connection');
  const failure = { reason: 'dtls', dtlsState: 'failed' } as const;
  fold.begin('connection', 100);
  fold.connected(140);
  fold.failConnection('connection', failure, 190);
  fold.failConnection('connection', failure, 200);
  expect(fold.outcome()).toBe('failed');
  expect(lines().slice(7)).toEqual([
    'e8 90 #1 connection connection-failure failure={"reason":"dtls","dtlsState":"failed"}',
    'e9 90 #1 connection step state=failed took=90 failedBy=e8',
    'e10 90 #1 - run state=failed by=failure',
  ]);
});

test('what was hung up cannot fail any more, and what has failed is not hung up', () => {
  const failure = { reason: 'dtls', dtlsState: 'failed' } as const;
  const stopped = begun('token');
  stopped.fold.stop(110);
  stopped.fold.failConnection('connection', failure, 120);
  stopped.fold.stop(130);
  expect(stopped.lines()).toEqual(['e1 10 #1 - run state=stopped by=user']);
  const failed = begun('connection');
  failed.fold.failConnection('connection', failure, 120);
  failed.fold.stop(130);
  expect(failed.fold.outcome()).toBe('failed');
  expect(failed.lines()).toHaveLength(3);
});

test('a page that hangs up after a failed request has failed there', () => {
  const { fold, lines } = begun('token');
  fold.begin('token', 100);
  fold.fail('token', 'e9', 130);
  fold.stop(140);
  expect([fold.outcome(), fold.next()]).toEqual(['failed', undefined]);
  expect(lines().slice(1)).toEqual([
    'e2 40 #1 token step state=failed took=40 failedBy=e9',
    'e3 40 #1 - run state=failed by=failure',
  ]);
});
