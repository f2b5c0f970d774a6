import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SettingsProblem } from '../core/session/checkSettings.ts';
import type { RelayFacts } from '../core/session/relayFacts.ts';
import { defaultSettings, type Limits, type Settings } from '../core/session/settings.ts';
import type { SessionStep } from '../core/session/step.ts';
import { defaultSwitches, type Switches } from '../core/session/switches.ts';
import type { Checks, RunnableScenario, SessionWorld } from './contracts.ts';
import { type Changes, planRun, type RunPlan } from './planRun.ts';

/** What the form holds: the user's changes, and the plan that follows from them and the scenario. */
export interface SettingsModel {
  readonly plan: ReadonlySignal<RunPlan>;
  readonly problems: ReadonlySignal<readonly SettingsProblem[]>;
  readonly pastedToken: ReadonlySignal<string>;
  readonly secretHeaders: ReadonlySignal<string>;
  readonly realtime: ReadonlySignal<boolean>;
  readonly relay: ReadonlySignal<RelayFacts | 'absent' | undefined>;
  changes(): Changes;
  /** the plan of one run, with what a script asked for on top */
  planFor(asked: Partial<Changes> | undefined): RunPlan;
  /** the pasted token, where the run is to use it; else empty */
  tokenFor(settings: Settings): string;
  applyChanges(changes: Changes): void;
  set<K extends keyof Settings>(key: K, value: Settings[K]): void;
  setLimit(step: SessionStep, ms: number): void;
  setSwitch<K extends keyof Switches>(key: K, value: Switches[K]): void;
  resetSettings(): void;
  setPastedToken(value: string): void;
  setSecretHeaders(value: string): void;
  /** what the relay can do becomes the default of a live session */
  setRelay(found: RelayFacts | undefined): void;
  setRealtime(value: boolean): void;
}

type Place = Pick<SessionWorld<never>, 'target' | 'baseUrl' | 'sessionEndpoint'>;

export function createSettingsModel(
  place: Place,
  scenario: ReadonlySignal<RunnableScenario | undefined>,
  checks: ReadonlySignal<Checks | undefined>,
): SettingsModel {
  const base: Settings = {
    ...defaultSettings,
    baseUrl: place.baseUrl,
    sessionEndpoint: place.sessionEndpoint,
    route: place.target === 'live' ? 'backend' : 'rest',
  };
  const relay = signal<RelayFacts | 'absent' | undefined>(undefined);
  const defaults = computed(() =>
    typeof relay.value === 'object' ? { ...base, ...relayDefaults(relay.value) } : base,
  );
  const secretHeaders = signal('');
  const settings = signal<Partial<Settings>>({});
  const limits = signal<Partial<Limits>>({});
  const switches = signal<Partial<Switches>>({});
  const pastedToken = signal('');
  const realtime = signal(false);
  const changes = (): Changes => ({
    settings: settings.value,
    limits: limits.value,
    switches: switches.value,
  });

  return {
    plan: computed(() => planRun(defaults.value, changes(), scenario.value, realtime.value)),
    // Of the form alone: what a scenario gets wrong on purpose is not the visitor's mistake.
    problems: computed(
      () =>
        checks.value?.(planRun(defaults.value, changes(), undefined, realtime.value), place, {
          pastedToken: pastedToken.value,
          secretHeaders: secretHeaders.value,
        }) ?? [],
    ),
    pastedToken,
    secretHeaders,
    realtime,
    relay,
    changes,
    planFor: (asked) => planRun(defaults.peek(), changes(), scenario.peek(), realtime.peek(), asked),
    tokenFor: ({ route, restWith }) =>
      place.target !== 'live' || (route === 'rest' && restWith === 'token') ? pastedToken.peek() : '',
    applyChanges(next) {
      settings.value = next.settings;
      limits.value = next.limits;
      switches.value = next.switches;
    },
    set(key, value) {
      settings.value = differing({ ...settings.value, [key]: value }, defaults.value);
    },
    setLimit(step, ms) {
      limits.value = { ...limits.value, [step]: ms };
    },
    setSwitch(key, value) {
      switches.value = differing({ ...switches.value, [key]: value }, defaultSwitches);
    },
    resetSettings() {
      settings.value = {};
      limits.value = {};
      switches.value = {};
      pastedToken.value = '';
      secretHeaders.value = '';
    },
    setPastedToken(value) {
      pastedToken.value = value;
    },
    setSecretHeaders(value) {
      secretHeaders.value = value;
    },
    setRelay(found) {
      relay.value = found ?? 'absent';
    },
    setRealtime(value) {
      realtime.value = value;
    },
  };
}

/** Whoever started the relay with a backend, or with a key, means to use it. */
function relayDefaults({ apiKey, upstream, backend }: RelayFacts): Partial<Settings> {
  if (backend !== undefined) return { baseUrl: upstream, sessionEndpoint: backend, relay: true };
  return { baseUrl: upstream, ...(apiKey ? { route: 'rest' } : {}) };
}

/** Changes that equal the default are no changes. */
function differing<T extends object>(changes: Partial<T>, defaults: T): Partial<T> {
  const kept = Object.entries(changes).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(defaults, key)),
  );
  return Object.fromEntries(kept) as Partial<T>;
}
