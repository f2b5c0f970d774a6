import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { LogEntry } from '../core/session/log.ts';
import type { Series } from '../core/session/series.ts';
import type { Outcome } from '../core/session/summary.ts';
import type { Fact, WatchedPage } from '../core/watched/fact.ts';
import type { inferSessions } from '../core/watched/inferSessions.ts';
import type { InferredSession } from '../core/watched/sessionRoster.ts';

/** A session of the watched page, as a list names it. */
export interface WatchedSessionInfo {
  /** from 1 */
  readonly number: number;
  /** wall clock of its begin, epoch ms */
  readonly startedAt: number;
  readonly outcome: Outcome;
}

export type WatchedState =
  /** nobody is there yet, or nobody any more */
  | { readonly is: 'waiting'; readonly lost?: string }
  /** a page asks to be watched, which the user has not allowed its origin so far */
  | { readonly is: 'asked'; readonly origin: string }
  | { readonly is: 'watching'; readonly origin: string; readonly pageUrl?: string };

/** The page that is watched, its sessions, and the one that is shown. */
export interface WatchedModel {
  readonly state: ReadonlySignal<WatchedState>;
  readonly sessions: ReadonlySignal<readonly WatchedSessionInfo[]>;
  /** number of the session that is shown */
  readonly shown: ReadonlySignal<number | undefined>;
  /** facts that were left out: they came too fast */
  readonly left: ReadonlySignal<number>;
  /** why the page’s address could not be opened */
  readonly problem: ReadonlySignal<string | undefined>;
  answer(yes: boolean): void;
  /** shows one session; without a number the latest, and each new one */
  show(number?: number): void;
  open(url: string): void;
}

/** What takes the place of a run: the log of the present session is the one of the page. */
export interface FollowedLog {
  take(entry: LogEntry): void;
  sampled(): void;
}

export interface WatchedWorld {
  /** shows a session that somebody else runs; `now` is its clock, ms since it began */
  readonly follow: (startedAt: number, series: Series, now: () => number) => FollowedLog;
  readonly link: (events: {
    readonly onPage: (page: { readonly origin: string; accept(): void; refuse(): void }) => void;
    readonly onBegin: (page: WatchedPage) => void;
    readonly onFacts: (facts: readonly Fact[], now: number, left: number) => void;
    readonly onEnd: (why?: string) => void;
  }) => { open(url: string): string | undefined };
  readonly infer: typeof inferSessions;
  /** origins that the user has allowed before; the storage may refuse */
  readonly allowed: { has(origin: string): boolean; add(origin: string): void };
  /** monotonic, ms */
  readonly now: () => number;
  readonly after: (ms: number, task: () => void) => () => void;
}

/** How often time passes for what is silent, ms. */
const tick = 500;

export function createWatchedModel(world: WatchedWorld): WatchedModel {
  const state = signal<WatchedState>({ is: 'waiting' });
  const sessions = signal<readonly WatchedSessionInfo[]>([]);
  const shown = signal<number | undefined>(undefined);
  const left = signal(0);
  const problem = signal<string | undefined>(undefined);
  let chosen: number | undefined;
  let asking: { readonly origin: string; accept(): void; refuse(): void } | undefined;
  let page: WatchedPage | undefined;
  let inference: ReturnType<typeof inferSessions> | undefined;
  let followed: { readonly session: InferredSession; readonly log: FollowedLog } | undefined;
  /** the probe’s clock is ours less this */
  let offset = 0;
  let cancel = () => {};

  const probeNow = () => world.now() - offset;

  function follow(session: InferredSession | undefined): void {
    if (session === undefined || page === undefined || followed?.session === session) return;
    const startedAt = page.startedAt + session.beganAt;
    // It is filled where the facts are read: what is shown of it adds nothing.
    const series = Object.create(session.series, { add: { value: () => {} } }) as Series;
    const log = world.follow(startedAt, series, () => probeNow() - session.beganAt);
    for (const entry of session.log) log.take(entry);
    followed = { session, log };
    shown.value = session.number;
  }

  function list(): void {
    const all = inference?.sessions() ?? [];
    const before = sessions.peek();
    const changed =
      all.length !== before.length || all.some((each, index) => each.outcome() !== before[index]?.outcome);
    if (!changed) return;
    sessions.value = all.map(({ number, beganAt, outcome }) => ({
      number,
      startedAt: (page?.startedAt ?? 0) + beganAt,
      outcome: outcome(),
    }));
  }

  function pass(): void {
    inference?.pass(probeNow());
    list();
    cancel = world.after(tick, pass);
  }

  function settle(): void {
    list();
    const all = inference?.sessions() ?? [];
    follow(chosen === undefined ? all.at(-1) : all.find(({ number }) => number === chosen));
  }

  const link = world.link({
    onPage(given) {
      asking = given;
      if (world.allowed.has(given.origin)) model.answer(true);
      else state.value = { is: 'asked', origin: given.origin };
    },
    onBegin(began) {
      batch(() => {
        page = began;
        chosen = undefined;
        followed = undefined;
        left.value = 0;
        sessions.value = [];
        inference = world.infer(began, (session, entry) => {
          if (followed?.session === session) followed.log.take(entry);
        });
        if (asking !== undefined)
          state.value = { is: 'watching', origin: asking.origin, pageUrl: began.pageUrl };
      });
      cancel();
      pass();
    },
    onFacts(facts, now, leftOut) {
      offset = world.now() - now;
      batch(() => {
        for (const fact of facts) inference?.take(fact);
        left.value = leftOut;
        settle();
      });
      if (facts.some(({ saw }) => saw === 'sample')) followed?.log.sampled();
    },
    onEnd(lost) {
      cancel();
      state.value = { is: 'waiting', ...(lost === undefined ? {} : { lost }) };
    },
  });

  const model: WatchedModel = {
    state,
    sessions,
    shown,
    left,
    problem,
    answer(yes) {
      if (asking === undefined) return;
      const { origin } = asking;
      if (!yes) {
        asking.refuse();
        asking = undefined;
        state.value = { is: 'waiting' };
        return;
      }
      // A page without an origin of its own could be any.
      if (origin !== 'null') world.allowed.add(origin);
      state.value = { is: 'watching', origin };
      asking.accept();
    },
    show(number) {
      chosen = number;
      settle();
    },
    open(url) {
      problem.value = link.open(url);
    },
  };
  return model;
}
