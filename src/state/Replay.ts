import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ReplayReply, ReplayScenario } from '../core/recording/replay/replayScenario.ts';
import { toReplay } from '../core/recording/replay/toReplay.ts';
import type { Endpoint, LogEntry } from '../core/session/log.ts';
import type { SessionModel } from './contracts.ts';

export type ReplayTiming = 'recorded' | 'compressed';

/** A recorded session that is about to be run again, and what was changed in it. */
export interface Replay {
  /** as it is run: with the changes */
  readonly scenario: ReadonlySignal<ReplayScenario | undefined>;
  readonly timing: ReadonlySignal<ReplayTiming>;
  /** whether there is a log to make it from: a scenario file has its times already */
  readonly fromLog: ReadonlySignal<boolean>;
  /** begins anew with a log, unless that is itself a replay of what is here */
  begin(log: readonly LogEntry[]): void;
  load(scenario: ReplayScenario): void;
  setTiming(timing: ReplayTiming): void;
  /** undefined: as recorded */
  change(endpoint: Endpoint, index: number, reply: ReplayReply | undefined): void;
  changed(endpoint: Endpoint, index: number): boolean;
  /** how many */
  readonly changes: ReadonlySignal<number>;
}

const replays = new WeakMap<SessionModel, Replay>();

/** The replay that belongs to the session; made when it is first asked for. */
export function replayOf(session: SessionModel): Replay {
  const known = replays.get(session) ?? createReplay();
  replays.set(session, known);
  return known;
}

function createReplay(): Replay {
  const log = signal<readonly LogEntry[] | undefined>(undefined);
  const file = signal<ReplayScenario | undefined>(undefined);
  const timing = signal<ReplayTiming>('compressed');
  const changes = signal<Readonly<Record<string, ReplayReply>>>({});
  const recorded = computed(() => file.value ?? (log.value && toReplay(log.value, timing.value)));

  return {
    timing,
    fromLog: computed(() => file.value === undefined),
    scenario: computed(() => recorded.value && withChanges(recorded.value, changes.value)),
    begin(next) {
      log.value = next;
      file.value = undefined;
      changes.value = {};
    },
    load(next) {
      file.value = next;
      changes.value = {};
    },
    setTiming(next) {
      timing.value = next;
    },
    change(endpoint, index, reply) {
      const { [keyOf(endpoint, index)]: _, ...others } = changes.value;
      changes.value = reply === undefined ? others : { ...others, [keyOf(endpoint, index)]: reply };
    },
    changes: computed(() => Object.keys(changes.value).length),
    changed: (endpoint, index) => keyOf(endpoint, index) in changes.value,
  };
}

function keyOf(endpoint: Endpoint, index: number): string {
  return `${endpoint} ${index}`;
}

function withChanges(
  scenario: ReplayScenario,
  changes: Readonly<Record<string, ReplayReply>>,
): ReplayScenario {
  if (Object.keys(changes).length === 0) return scenario;
  const replies: Partial<Record<Endpoint, readonly ReplayReply[]>> = {};
  for (const endpoint of ['client-secrets', 'ice-config', 'calls', 'session'] as const) {
    const own = scenario.replies[endpoint]?.map((reply, index) => changes[keyOf(endpoint, index)] ?? reply);
    if (own !== undefined) replies[endpoint] = own;
  }
  return { ...scenario, replies };
}
