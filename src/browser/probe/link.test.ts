import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultLimits } from '../../core/session/settings.ts';
import type { Fact } from '../../core/watched/fact.ts';
import { fromDebugger } from '../../core/watched/protocol.ts';
import { heardAt, PretendedChannel } from '../testing/pretendedChannel.ts';
import { createLink } from './link.ts';

const home = 'https://debugger.example';
const page = {
  startedAt: 0,
  userAgent: '',
  pageUrl: 'https://app.example/',
  limits: defaultLimits('backend'),
};

let windowEvents: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  windowEvents = new EventTarget();
  vi.stubGlobal('addEventListener', windowEvents.addEventListener.bind(windowEvents));
  vi.stubGlobal('removeEventListener', windowEvents.removeEventListener.bind(windowEvents));
  vi.stubGlobal('window', { opener: null });
  vi.stubGlobal('MessageChannel', PretendedChannel);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watchedPage() {
  const facts: Fact[] = [];
  const said: string[] = [];
  let listeners: ((fact: Fact) => void)[] = [];
  const log = {
    facts: () => [...facts],
    dropped: () => 0,
    now: () => 99,
    listen(listener: (fact: Fact) => void) {
      listeners.push(listener);
      return () => {
        listeners = listeners.filter((each) => each !== listener);
      };
    },
  };
  const running = { page, log } as unknown as Parameters<typeof createLink>[0];
  const link = createLink(running, { debuggerUrl: `${home}/app/` }, (text) => said.push(text));
  return {
    link,
    said,
    listening: () => listeners.length,
    see(count: number) {
      for (let index = 0; index < count; index += 1) {
        const fact: Fact = { at: facts.length, saw: 'peer-closed', peer: 1 };
        facts.push(fact);
        for (const each of listeners) each(fact);
      }
    },
  };
}

/** A window that says it is a debugger; the port that it is handed, and what it hears there. */
function debuggerAt(origin: string) {
  const handed: EventTarget[] = [];
  const targets: string[] = [];
  const source = {
    postMessage(_: unknown, target: string, [port]: EventTarget[]) {
      if (port !== undefined) handed.push(port);
      targets.push(target);
    },
  };
  windowEvents.dispatchEvent(
    Object.assign(new Event('message'), { data: fromDebugger('ready'), origin, source }),
  );
  const [port] = handed as InstanceType<typeof PretendedChannel>['port1'][];
  const heard = port === undefined ? [] : heardAt(port);
  return {
    targets,
    heard,
    say: (word: 'accepted' | 'refused' | 'bye') => port?.postMessage(fromDebugger(word)),
    facts: () =>
      heard.flatMap(({ facts }) => (facts as readonly Fact[] | undefined) ?? []).map(({ at }) => at),
  };
}

test('who pretends to be the debugger from elsewhere is not answered', () => {
  const { said } = watchedPage();
  expect(debuggerAt('https://evil.example').targets).toEqual([]);
  expect(said).toEqual([]);
  expect(debuggerAt(home).targets).toEqual([home]);
});

test('nothing of the page is told before the user has accepted it, and nothing after a refusal', () => {
  const { see, listening } = watchedPage();
  see(3);
  const one = debuggerAt(home);
  vi.advanceTimersByTime(1000);
  expect(one.heard).toEqual([]);
  one.say('refused');
  see(3);
  vi.advanceTimersByTime(1000);
  expect(one.heard.map(({ sessionProbe }) => sessionProbe)).toEqual(['bye']);
  expect(listening()).toBe(0);
});

test('two debuggers are each told everything, and one that is closed midway takes nothing from the other', () => {
  const { see, said, listening } = watchedPage();
  see(2);
  const one = debuggerAt(home);
  one.say('accepted');
  const other = debuggerAt(home);
  other.say('accepted');
  see(1);
  vi.advanceTimersByTime(100);
  expect(one.facts()).toEqual([0, 1, 2]);
  expect(other.facts()).toEqual([0, 1, 2]);

  one.say('bye');
  expect(said.at(-1)).toBe('A debugger was closed, another still watches.');
  see(1);
  vi.advanceTimersByTime(100);
  expect(one.facts()).toEqual([0, 1, 2]);
  expect(other.facts()).toEqual([0, 1, 2, 3]);

  other.say('bye');
  expect(said.at(-1)).toBe('The debugger was closed.');
  expect(listening()).toBe(0);
});

test('of ten thousand facts at once the latest are told, in portions, and the rest is counted', () => {
  const { see } = watchedPage();
  const one = debuggerAt(home);
  one.say('accepted');
  see(10_000);
  vi.advanceTimersByTime(100);
  expect(one.facts()).toHaveLength(500);
  expect(one.heard.at(-1)).toMatchObject({ dropped: 5_000 });
  vi.advanceTimersByTime(900);
  expect(one.facts()).toHaveLength(5_000);
  expect(one.facts().at(-1)).toBe(9_999);
});

test('a page that goes away says so to all', () => {
  watchedPage();
  const both = [debuggerAt(home), debuggerAt(home)];
  for (const each of both) each.say('accepted');
  windowEvents.dispatchEvent(new Event('pagehide'));
  expect(both.map(({ heard }) => heard.at(-1)?.['sessionProbe'])).toEqual(['bye', 'bye']);
});
