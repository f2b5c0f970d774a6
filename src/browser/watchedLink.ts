import type { Fact, WatchedPage } from '../core/watched/fact.ts';
import { readPage } from '../core/watched/factsFile.ts';
import { type DebuggerWord, fromDebugger, probeWord } from '../core/watched/protocol.ts';
import { readFact } from '../core/watched/readFact.ts';
import { createRateLimit } from './rateLimit.ts';

/** How often the other window is told that somebody is here, ms. */
const callEvery = 700;

/** What a page may send: so many facts a second in the long run, and so many at once. */
const allowed = { perSecond: 2_000, atOnce: 10_000 } as const;

/** A message with more facts, and a page with more of what is none, are no probe’s. */
const mostInMessage = 1_000;
const mostStrange = 50;

/** What a page did so far. */
export interface WatchedPageLink {
  readonly origin: string;
  accept(): void;
  refuse(): void;
}

export interface WatchedLinkEvents {
  /** A page wants to be watched. */
  readonly onPage: (link: WatchedPageLink) => void;
  readonly onBegin: (page: WatchedPage) => void;
  /** `now` is ms since the probe began; `left` is how many were left out so far, there and here. */
  readonly onFacts: (facts: readonly Fact[], now: number, left: number) => void;
  /** It went away, or was sent away; `why` where it is to be said. */
  readonly onEnd: (why?: string) => void;
}

/**
 * Waits for a page’s probe: in the window that opened this one, or in one that is opened from here. Others are not
 * listened to. What comes over the port is validated like a foreign file, and only as much of it as can be shown.
 */
export function openWatchedLink(events: WatchedLinkEvents): {
  /** Opens the page to be watched. Needs a click. Returns what is wrong, or undefined. */
  open(url: string): string | undefined;
  close(): void;
} {
  const windows = new Set<MessageEventSource>();
  let port: MessagePort | undefined;
  if (window.opener !== null) windows.add(window.opener as Window);

  function call(): void {
    if (port !== undefined) return;
    // It says nothing but that a debugger is here; the probe looks at where it comes from.
    for (const each of windows) (each as Window).postMessage(fromDebugger('ready'), '*');
  }

  function hangUp(why?: string): void {
    port?.postMessage(fromDebugger('bye'));
    port?.close();
    if (port !== undefined) events.onEnd(why);
    port = undefined;
  }

  function serve(given: MessagePort): void {
    const limit = createRateLimit(allowed, () => performance.now());
    let strange = 0;
    let left = 0;
    let last = 0;
    let begun = false;

    function take(facts: unknown, dropped: unknown, now: unknown): void {
      if (!Array.isArray(facts) || facts.length > mostInMessage || typeof now !== 'number' || !(now < 1e9)) {
        strange += mostStrange;
        return;
      }
      const granted = limit.take(facts.length);
      left += facts.length - granted;
      const read: Fact[] = [];
      for (const each of facts.slice(0, granted)) {
        const fact = readFact(each);
        if (fact === undefined || fact.at < last || fact.at > now + 1) strange += 1;
        else {
          last = fact.at;
          read.push(fact);
        }
      }
      events.onFacts(
        read,
        Math.max(now, last),
        left + (typeof dropped === 'number' && dropped > 0 ? dropped : 0),
      );
    }

    given.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (port !== given) return;
      const word = probeWord(data);
      const said = new Map(Object.entries(typeof data === 'object' && data !== null ? data : {}));
      const page = word === 'page' && !begun ? readPage(said.get('page')) : undefined;
      if (page !== undefined) {
        begun = true;
        events.onBegin(page);
      } else if (word === 'facts' && begun) take(said.get('facts'), said.get('dropped'), said.get('now'));
      else if (word === 'bye') hangUp();
      else strange += 1;
      if (strange >= mostStrange) hangUp('The page sent what no probe sends: it is not watched any longer.');
    });
    given.start();
  }

  function onMessage({ data, source, origin, ports: [given] }: MessageEvent<unknown>): void {
    if (source === null || !windows.has(source)) return;
    const word = probeWord(data);
    if (word === 'knock') call();
    if (word !== 'here' || given === undefined) return;
    // The page was loaded anew, or there is another: the last one is watched.
    hangUp();
    port = given;
    events.onPage({
      origin,
      accept() {
        if (port !== given) return;
        serve(given);
        say(given, 'accepted');
      },
      refuse() {
        say(given, 'refused');
        if (port === given) port = undefined;
        given.close();
        windows.clear();
      },
    });
  }

  addEventListener('message', onMessage);
  const timer = setInterval(call, callEvery);
  const bye = () => hangUp();
  addEventListener('pagehide', bye);
  call();
  return {
    open(url) {
      if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
        return `“${url}” is no address of a page. Write it as https://… or http://localhost:3000.`;
      }
      const opened = window.open(url);
      if (opened === null) return 'The browser blocked the window: allow it for this page, and try again.';
      windows.add(opened);
      return undefined;
    },
    close() {
      clearInterval(timer);
      hangUp();
      removeEventListener('message', onMessage);
      removeEventListener('pagehide', bye);
    },
  };
}

function say(port: MessagePort, word: DebuggerWord): void {
  port.postMessage(fromDebugger(word));
}
