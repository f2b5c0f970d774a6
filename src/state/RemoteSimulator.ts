import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings } from '../core/session/settings.ts';
import type { SimulatorRow } from '../core/session/simulatorRow.ts';
import type { ScenarioInfo } from './contracts.ts';

export type RemoteSimulatorState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'absent'; readonly asked: readonly string[] }
  | {
      readonly kind: 'found';
      readonly origin: string;
      readonly scenarios: readonly ScenarioInfo[];
      readonly scenario: ScenarioInfo;
      /** why the last choice did not succeed */
      readonly problem?: string;
    };

/** The simulator that a live session goes to, where it goes to one. It is asked when the user says so. */
export interface RemoteSimulator {
  readonly state: ReadonlySignal<RemoteSimulatorState>;
  /** asks where these settings lead */
  look(settings: Settings): Promise<void>;
  /** the settings may lead elsewhere now: forgets what was found there, and looks by itself at a simulator's own port */
  follow(settings: Settings): Promise<void>;
  choose(id: string): Promise<void>;
  /** what it plays may have been switched elsewhere, by a script: asks again where one was found, and only there */
  refresh(): Promise<void>;
}

/** Of `browser/simulatorControl`. */
interface Control {
  readonly find: (
    origin: string,
  ) => Promise<{ readonly rows: readonly SimulatorRow[]; readonly current: SimulatorRow } | undefined>;
  readonly current: (origin: string) => Promise<SimulatorRow | undefined>;
  readonly choose: (origin: string, id: string) => Promise<SimulatorRow | { readonly problem: string }>;
}

/** Where `npm run simulator` is found on this machine unless told otherwise: nobody else's server is asked unbidden. */
const ownHost = /^https?:\/\/(?:localhost|127\.0\.0\.1):(?:4010|4011)$/;

export function createRemoteSimulator({ find, current, choose }: Control): RemoteSimulator {
  const state = signal<RemoteSimulatorState>({ kind: 'unknown' });
  let about = '';
  /** counts what makes an answer that is still under way an old one */
  let changes = 0;

  async function look(origins: readonly string[]): Promise<void> {
    const asked = origins.join(' ');
    about = asked;
    state.value = { kind: 'looking' };
    for (const origin of origins) {
      const found = await find(origin);
      // Meanwhile the settings were changed.
      if (about !== asked) return;
      if (found === undefined) continue;
      const scenarios = found.rows.map(toInfo);
      state.value = { kind: 'found', origin, scenarios, scenario: toInfo(found.current) };
      return;
    }
    state.value = { kind: 'absent', asked: origins };
  }

  return {
    state,
    look: (settings) => look(originsOf(settings)),
    async follow(settings) {
      const origins = originsOf(settings);
      if (origins.join(' ') === about) return;
      about = origins.join(' ');
      state.value = { kind: 'unknown' };
      if (origins.some((origin) => ownHost.test(origin))) await look(origins);
    },
    async choose(id) {
      const before = state.peek();
      if (before.kind !== 'found') return;
      const { origin, scenarios, scenario } = before;
      changes += 1;
      const result = await choose(origin, id);
      const now = state.peek();
      if (now.kind !== 'found' || now.origin !== origin) return;
      changes += 1;
      state.value =
        'problem' in result
          ? { kind: 'found', origin, scenarios, scenario, problem: result.problem }
          : { kind: 'found', origin, scenarios, scenario: toInfo(result) };
    },
    async refresh() {
      const before = state.peek();
      if (before.kind !== 'found') return;
      changes += 1;
      const asked = changes;
      const row = await current(before.origin);
      if (changes !== asked || state.peek() !== before) return;
      if (row === undefined) state.value = { kind: 'absent', asked: [before.origin] };
      else if (row.id !== before.scenario.id) {
        const { origin, scenarios } = before;
        state.value = { kind: 'found', origin, scenarios, scenario: toInfo(row) };
      }
    },
  };
}

/** Where a session with these settings begins, and where it goes on. */
function originsOf({ route, sessionEndpoint, baseUrl }: Settings): readonly string[] {
  const urls = route === 'backend' ? [sessionEndpoint, baseUrl] : [baseUrl];
  const origins = urls
    .filter((url) => /^https?:/i.test(url) && URL.canParse(url))
    .map((url) => new URL(url).origin);
  return [...new Set(origins)];
}

function toInfo(row: SimulatorRow): ScenarioInfo {
  return { ...row, story: '' };
}
