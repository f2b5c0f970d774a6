import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Filter, parseFilter } from '../core/session/filter.ts';
import type { LogEntry } from '../core/session/log.ts';
import { LogIndex } from '../core/session/logIndex.ts';

interface LogSearchWorld {
  readonly log: ReadonlySignal<readonly LogEntry[]>;
  readonly text: ReadonlySignal<string>;
  readonly now: () => number;
  /** calls a task later, in ms; returns what cancels it */
  readonly after: (ms: number, task: () => void) => () => void;
}

/** The log as its filter shows it. */
export interface LogSearch {
  readonly filter: ReadonlySignal<Filter>;
  readonly shown: ReadonlySignal<readonly LogEntry[]>;
  end(): void;
}

/** ms that the search works in one go: half a frame, so that what else is to be drawn still is. */
const slice = 8;
/** ms between two looks at what was found, while a search goes on */
const showEvery = 100;
/** Entries described between two looks at the clock: about 1 ms. */
const described = 512;
/** Entries searched between two looks at the clock: about 2 ms. */
const searched = 32_768;

/**
 * Indexes a log as it grows, and searches it: a new entry costs as much as the entry, a new filter the search alone. A
 * million entries are searched, and described at first, in slices that leave the page free.
 */
export function createLogSearch({ log, text, now, after }: LogSearchWorld): LogSearch {
  const index = new LogIndex();
  const filter = signal(parseFilter(text.peek()));
  const shown = signal<readonly LogEntry[]>([]);
  let entries: readonly LogEntry[] = [];
  /** what passes, of the first `judged` entries */
  let found: LogEntry[] = [];
  let judged = 0;
  let lastShown = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;

  function work(): void {
    cancel?.();
    cancel = undefined;
    const began = now();
    for (let more = true; more && now() - began < slice; ) {
      const reach = Math.min(index.count, entries.length);
      if (judged < reach) {
        const end = Math.min(reach, judged + searched);
        found = found.concat(index.select(filter.peek(), judged, end));
        judged = end;
      } else {
        more = index.count < index.total;
        index.extend(described);
      }
    }
    const isDone = judged === entries.length;
    if (isDone || now() - lastShown >= showEvery) show();
    if (!isDone || index.count < index.total) cancel = after(0, work);
  }

  function show(): void {
    lastShown = now();
    // Without a term nothing need be looked at: the log is what is shown.
    shown.value = filter.peek().terms.length === 0 ? entries : found;
  }

  const stop = effect(() => {
    const grown = log.value;
    if (filter.peek().text !== text.value) {
      filter.value = parseFilter(text.value);
      restart();
    }
    if (!index.follow(grown)) {
      restart();
      shown.value = [];
    } else if (grown.length < judged) restart();
    entries = grown;
    if (filter.peek().terms.length === 0) show();
    work();
  });

  function restart(): void {
    found = [];
    judged = 0;
    // What was found before stays in view for a moment: most searches are done by then.
    lastShown = now();
  }

  return {
    filter,
    shown,
    end() {
      cancel?.();
      stop();
    },
  };
}
