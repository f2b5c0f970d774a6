import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultLimits } from '../core/session/settings.ts';
import type { Fact } from '../core/watched/fact.ts';
import { fromProbe } from '../core/watched/protocol.ts';
import { heardAt, PretendedChannel } from './testing/pretendedChannel.ts';
import { openWatchedLink, type WatchedPageLink } from './watchedLink.ts';

const page = {
  startedAt: 0,
  userAgent: '',
  pageUrl: 'https://app.example/',
  limits: defaultLimits('backend'),
};
const strange = 'The page sent what no probe sends: it is not watched any longer.';

let windowEvents: EventTarget;
const opener = { postMessage: () => undefined };
let link: ReturnType<typeof openWatchedLink> | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  windowEvents = new EventTarget();
  vi.stubGlobal('addEventListener', windowEvents.addEventListener.bind(windowEvents));
  vi.stubGlobal('removeEventListener', windowEvents.removeEventListener.bind(windowEvents));
  vi.stubGlobal('window', { opener });
});
afterEach(() => {
  link?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function debuggerWindow() {
  const asked: WatchedPageLink[] = [];
  const facts: Fact[] = [];
  const ended: (string | undefined)[] = [];
  const begun: string[] = [];
  let left = 0;
  link = openWatchedLink({
    onPage: (one) => asked.push(one),
    onBegin: ({ pageUrl }) => begun.push(pageUrl),
    onFacts(read, _, leftOut) {
      facts.push(...read);
      left = leftOut;
    },
    onEnd: (why) => ended.push(why),
  });
  return { asked, facts, ended, begun, left: () => left };
}

/** A window that says it is the probe. */
function probeIn(source: object) {
  const { port1, port2 } = new PretendedChannel();
  const heard = heardAt(port1);
  const event = { data: fromProbe('here'), origin: 'https://app.example', source, ports: [port2] };
  windowEvents.dispatchEvent(Object.assign(new Event('message'), event));
  return {
    heard: () => heard.map(({ sessionDebugger }) => sessionDebugger),
    tell: (word: 'page' | 'facts' | 'bye', more: object = {}) => port1.postMessage(fromProbe(word, more)),
    facts: (facts: unknown, now = 1000, dropped: unknown = 0) =>
      port1.postMessage(fromProbe('facts', { facts, now, dropped })),
  };
}

const closed = (at: number) => ({ at, saw: 'peer-closed', peer: 1 });
const many = (count: number) => Array.from({ length: count }, (_, index) => closed(index / count));

function watched() {
  const side = debuggerWindow();
  const probe = probeIn(opener);
  side.asked[0]?.accept();
  probe.tell('page', { page });
  return { ...side, probe };
}

test('a window that neither opened this one nor was opened by it is not heard', () => {
  const { asked } = debuggerWindow();
  const foreign = probeIn({ postMessage: () => undefined });
  expect(asked).toEqual([]);
  expect(foreign.heard()).toEqual([]);
});

test('nothing is taken of a page before the user has accepted it', () => {
  const { asked, begun } = debuggerWindow();
  const probe = probeIn(opener);
  probe.tell('page', { page });
  expect(begun).toEqual([]);
  asked[0]?.accept();
  expect(probe.heard()).toEqual(['accepted']);
  probe.tell('page', { page });
  expect(begun).toEqual(['https://app.example/']);
});

test('forged facts are left out, and fifty of them end it with a sentence', () => {
  const { probe, facts, ended } = watched();
  probe.facts([
    closed(5),
    { at: 6, saw: 'entry', entry: { kind: 'run', state: 'connected' } },
    { at: 4, saw: 'peer-closed', peer: 1 },
    { at: 2000, saw: 'peer-closed', peer: 1 },
    { at: Number.NaN, saw: 'peer-closed', peer: 1 },
    { at: 7, saw: 'peer-closed', peer: 'x'.repeat(10_000_000) },
    null,
    closed(8),
  ]);
  expect(facts).toEqual([closed(5), closed(8)]);
  expect(ended).toEqual([]);
  probe.facts(Array.from({ length: 50 }, () => 'forged'));
  expect(ended).toEqual([strange]);
  expect(probe.heard()).toEqual(['accepted', 'bye']);
  probe.facts([closed(9)]);
  expect(facts).toHaveLength(2);
});

test.each([
  ['more facts than a probe sends at once', many(1_001), 1000],
  ['a clock that is none', [closed(1)], Number.POSITIVE_INFINITY],
  ['no list', { length: 3 }, 1000],
])('%s end it at once', (_, given, now) => {
  const { probe, ended, facts } = watched();
  probe.facts(given, now);
  expect(ended).toEqual([strange]);
  expect(facts).toEqual([]);
});

test('an oversized text is cut, so that nobody fills the memory with one fact', () => {
  const { probe, facts } = watched();
  probe.facts([
    {
      at: 1,
      saw: 'entry',
      peer: 1,
      entry: { kind: 'channel', event: 'received', label: 'x', text: 'x'.repeat(5_000_000) },
    },
  ]);
  const [fact] = facts;
  const kept = fact?.saw === 'entry' && fact.entry.kind === 'channel' ? fact.entry.text : undefined;
  expect(kept).toHaveLength(262_144);
  expect(kept?.endsWith('… [cut]')).toBe(true);
});

test('of ten thousand entries a second two thousand are taken in the long run, and the others counted', () => {
  const { probe, facts, left, ended } = watched();
  for (let second = 0; second < 5; second += 1) {
    for (let message = 0; message < 10; message += 1) probe.facts(many(1_000).map(() => closed(second)));
    vi.advanceTimersByTime(1_000);
  }
  // Ten thousand at once, then four seconds of two thousand.
  expect(facts).toHaveLength(18_000);
  expect(left()).toBe(32_000);
  expect(ended).toEqual([]);
});

test('what the probe itself let go of is counted as well, where it is a count', () => {
  const { probe, left } = watched();
  probe.facts([closed(1)], 1000, 7);
  expect(left()).toBe(7);
  probe.facts([closed(2)], 1000, 'many');
  expect(left()).toBe(0);
});

test('of two pages the last one is watched, and the other is told', () => {
  const { probe, asked, facts, ended } = watched();
  const second = probeIn(opener);
  expect(probe.heard()).toEqual(['accepted', 'bye']);
  expect(ended).toEqual([undefined]);
  asked[1]?.accept();
  second.tell('page', { page });
  second.facts([closed(1)]);
  probe.facts([closed(2)]);
  expect(facts).toEqual([closed(1)]);
});
