import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SettingsProblem } from '../core/session/checkSettings.ts';
import { defaultSettings, type Limits, type Settings } from '../core/session/settings.ts';
import type { SessionStep } from '../core/session/step.ts';
import { defaultSwitches, type Switches } from '../core/session/switches.ts';
import type { RunnableScenario, SessionWorld } from './contracts.ts';
import { type Changes, planProblems, planRun, type RunPlan } from './planRun.ts';

/** What the form holds: the user's changes, and the plan that follows from them and the scenario. */
export interface SettingsModel {
  readonly plan: ReadonlySignal<RunPlan>;
  readonly problems: ReadonlySignal<readonly SettingsProblem[]>;
  readonly pastedToken: ReadonlySignal<string>;
  readonly realtime: ReadonlySignal<boolean>;
  changes(): Changes;
  /** the plan of one run, with what a script asked for on top */
  planFor(asked: Partial<Changes> | undefined): RunPlan;
  applyChanges(changes: Changes): void;
  set<K extends keyof Settings>(key: K, value: Settings[K]): void;
  setLimit(step: SessionStep, ms: number): void;
  setSwitch<K extends keyof Switches>(key: K, value: Switches[K]): void;
  resetSettings(): void;
  setPastedToken(value: string): void;
  setRealtime(value: boolean): void;
}

type Place = Pick<SessionWorld<never>, 'target' | 'baseUrl' | 'sessionEndpoint'>;

export function createSettingsModel(
  place: Place,
  scenario: ReadonlySignal<RunnableScenario | undefined>,
): SettingsModel {
  const defaults: Settings = {
    ...defaultSettings,
    baseUrl: place.baseUrl,
    sessionEndpoint: place.sessionEndpoint,
    route: place.target === 'live' ? 'backend' : 'rest',
  };
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
    plan: computed(() => planRun(defaults, changes(), scenario.value, realtime.value)),
    // Of the form alone: what a scenario gets wrong on purpose is not the visitor's mistake.
    problems: computed(() =>
      planProblems(planRun(defaults, changes(), undefined, realtime.value), place, pastedToken.value),
    ),
    pastedToken,
    realtime,
    changes,
    planFor: (asked) => planRun(defaults, changes(), scenario.peek(), realtime.peek(), asked),
    applyChanges(next) {
      settings.value = next.settings;
      limits.value = next.limits;
      switches.value = next.switches;
    },
    set(key, value) {
      settings.value = differing({ ...settings.value, [key]: value }, defaults);
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
    },
    setPastedToken(value) {
      pastedToken.value = value;
    },
    setRealtime(value) {
      realtime.value = value;
    },
  };
}

/** Changes that equal the default are no changes. */
function differing<T extends object>(changes: Partial<T>, defaults: T): Partial<T> {
  const kept = Object.entries(changes).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(defaults, key)),
  );
  return Object.fromEntries(kept) as Partial<T>;
}
