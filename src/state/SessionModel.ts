import { computed, effect, signal, untracked } from '@preact/signals';
import type { RemedyAction } from '../core/diagnosis/diagnosis.ts';
import { createRedactor } from '../core/redaction.ts';
import type { Endpoint, Unlogged } from '../core/session/log.ts';
import { backoffDelay } from '../core/session/retry.ts';
import { defaultSettings, type Limits, type Settings } from '../core/session/settings.ts';
import type { SessionStep } from '../core/session/step.ts';
import { defaultSwitches, type Switches } from '../core/session/switches.ts';
import type {
  Knowledge,
  Notice,
  Override,
  RunnableScenario,
  RunOrder,
  ScenarioInfo,
  SessionModel,
  SessionWorld,
  Simulation,
} from './contracts.ts';
import { createPauseGate, type PauseGate } from './PauseGate.ts';
import { type Changes, endpointOf, planProblems, planRun, type RunPlan } from './planRun.ts';
import { createRunLog } from './RunLog.ts';

/** How often the clock moves while a run goes on, ms. */
const clockTick = 100;

/** What a run may be asked for beyond what is set on screen. */
export interface RunRequest {
  readonly from?: SessionStep;
  readonly until?: SessionStep;
  readonly asked?: Partial<Changes>;
  readonly overrides?: Partial<Record<'token' | 'ice-config' | 'call', Override>>;
}

interface ActiveRun {
  readonly abort: AbortController;
  readonly gate: PauseGate;
  readonly plan: RunPlan;
  readonly scenario: RunnableScenario | undefined;
  readonly report: (entry: Unlogged) => string;
  /** settles when everything that the run held is released */
  ended: Promise<void>;
}

export type SessionModelWithScripts = SessionModel & {
  run(request?: RunRequest): Promise<void>;
  /** for scripts: publishes entries that wait for the next frame */
  flush(): void;
  /** resolves once logs can be judged; rejects with the reason why they cannot */
  knows(): Promise<Knowledge>;
  /** fetches, after the first paint, what a run will need */
  prepare(): void;
  /** resolves once the scenario list is there; rejects with the reason why it is not */
  loaded(): Promise<Simulation>;
  readonly changes: () => Changes;
  applyChanges(changes: Changes): void;
};

export function createSessionModel<Carried>(world: SessionWorld<Carried>): SessionModelWithScripts {
  const redactor = createRedactor();
  const runLog = createRunLog(world, redactor);
  const simulation = signal<Simulation | undefined>(undefined);
  const knowledge = signal<Knowledge | undefined>(undefined);
  const scenarioId = signal<string>('healthy');
  const settingChanges = signal<Partial<Settings>>({});
  const limitChanges = signal<Partial<Limits>>({});
  const switchChanges = signal<Partial<Switches>>({});
  const notices = signal<readonly Notice[]>([]);
  const pastedToken = signal('');
  const realtime = signal(false);
  const clock = signal(0);
  let active: ActiveRun | undefined;
  let carried: Carried | undefined;
  let runs = 0;

  const defaults: Settings = {
    ...defaultSettings,
    baseUrl: world.baseUrl,
    sessionEndpoint: world.sessionEndpoint,
    route: world.target === 'live' ? 'backend' : 'rest',
  };
  const runnable = computed(() => simulation.value?.scenarios.find(({ id }) => id === scenarioId.value));
  const changes = (): Changes => ({
    settings: settingChanges.value,
    limits: limitChanges.value,
    switches: switchChanges.value,
  });
  const plan = computed(() => planRun(defaults, changes(), runnable.value, realtime.value));
  const outcome = computed(() => runLog.summary.value.outcome);
  const failed = computed(() => outcome.value === 'failed');

  effect(() => {
    const state = outcome.value;
    if (state !== 'running' && state !== 'paused' && state !== 'connected') {
      clock.value = untracked(() => runLog.log.value.at(-1)?.at ?? 0);
      return undefined;
    }
    let cancel: () => void;
    const tick = () => {
      clock.value = runLog.now();
      cancel = world.after(clockTick, tick);
    };
    tick();
    return () => cancel();
  });

  function notify(notice: Notice): void {
    notices.value = [...notices.value.filter(({ id }) => id !== notice.id), notice];
  }

  const know = once(() =>
    world.loadKnowledge().then((loaded) => {
      knowledge.value = loaded;
      return loaded;
    }),
  );
  const recipe = once(world.loadRecipe);
  const load = once(() =>
    world.loadSimulation === undefined
      ? Promise.reject(
          new Error('There are no scenarios on the live target; switch the target to Simulated.'),
        )
      : world.loadSimulation().then((loaded) => {
          simulation.value = loaded;
          return loaded;
        }),
  );

  /** Whether it could be had; where it could not, a notice says why. */
  function isHad(part: Promise<unknown>, id: string): Promise<boolean> {
    return part.then(
      () => true,
      (error: unknown) => {
        notify({ id, level: 'error', text: error instanceof Error ? error.message : String(error) });
        return false;
      },
    );
  }

  async function beforeRequest(report: (entry: Unlogged) => string): Promise<void> {
    const state = await simulation.peek()?.ensureAlive();
    if (state === 'restarted') report({ kind: 'note', topic: 'simulation-restarted' });
  }

  /** Ends the present run at once and waits until it has released what it held. */
  async function endActive(by: 'user' | 'new-run'): Promise<void> {
    const run = active;
    if (run === undefined) return;
    active = undefined;
    const going = ['running', 'paused', 'connected'].includes(outcome.peek());
    run.abort.abort();
    if (going) run.report({ kind: 'run', state: 'stopped', by });
    runLog.flush();
    simulation.peek()?.hangUp();
    await run.ended;
  }

  function secrets(): { apiKey?: string; token?: string } {
    const apiKey = simulation.peek()?.apiKey;
    const token = pastedToken.peek();
    return { ...(apiKey === undefined ? {} : { apiKey }), ...(token === '' ? {} : { token }) };
  }

  /** Hands the order to `runSession`; a programming error there becomes an entry, never silence. */
  function launch(run: ActiveRun, from: SessionStep, attempt?: RunOrder<Carried>['attempt']): void {
    run.ended = recipe()
      .then((runSession) =>
        runSession(
          {
            settings: run.plan.settings,
            limits: run.plan.limits,
            from,
            carried,
            secrets: secrets(),
            ...(run.scenario?.request === undefined ? {} : { faults: run.scenario.request }),
            ...(attempt === undefined ? {} : { attempt }),
          },
          {
            signal: run.abort.signal,
            mayBegin: (step) => run.gate.mayBegin(step),
            report: run.report,
            redactor,
            beforeRequest: () => beforeRequest(run.report),
          },
        ),
      )
      .then(
        (result) => {
          carried = result;
        },
        (error: unknown) => {
          const facts = error instanceof Error ? error : new Error(String(error));
          run.report({
            kind: 'unexpected',
            failure: { reason: 'unexpected', error: { name: facts.name, message: facts.message } },
          });
          run.report({ kind: 'run', state: 'failed', by: 'failure' });
        },
      )
      .finally(() => runLog.flush());
  }

  async function run(request: RunRequest = {}): Promise<void> {
    // Without its judgement a run is still recorded: the notice says what is missing.
    void isHad(know(), 'knowledge');
    if (!(await isHad(recipe(), 'recipe'))) return;
    if (world.loadSimulation !== undefined && !(await isHad(load(), 'simulation'))) return;
    await endActive('new-run');
    const scenario = runnable.peek();
    const planned = planRun(defaults, changes(), scenario, realtime.peek(), request.asked);
    const from = request.from ?? 'token';
    runs += 1;
    const report = runLog.begin();
    const abort = new AbortController();
    const gate = createPauseGate({
      until: request.until,
      signal: abort.signal,
      onPause: (step) => report({ kind: 'run', step, state: 'paused', by: 'user' }),
      onContinue: (step) => report({ kind: 'run', step, state: 'continued', by: 'user' }),
    });
    const mine: ActiveRun = { abort, gate, plan: planned, scenario, report, ended: Promise.resolve() };
    active = mine;
    report({
      kind: 'run-started',
      run: runs,
      wallClock: world.wallClock(),
      target: world.target,
      route: planned.settings.route,
      from,
      ...(request.until === undefined ? {} : { until: request.until }),
      settings: planned.settings,
      limits: planned.limits,
      userAgent: world.userAgent,
      pageUrl: world.pageUrl,
    });
    if (Object.keys(planned.shortened).length > 0) {
      report({ kind: 'note', topic: 'limits-shortened', limits: planned.shortened });
    }
    const [problem] = planProblems(planned, world);
    if (problem !== undefined) {
      const refused = report({
        kind: 'settings-refused',
        step: from,
        failure: { reason: 'settings', key: problem.key, message: problem.message },
      });
      report({ kind: 'step', step: from, state: 'failed', failedBy: refused });
      report({ kind: 'run', state: 'failed', by: 'failure' });
      runLog.flush();
      return;
    }
    if (scenario !== undefined) {
      simulation.peek()?.begin({
        scenario: scenario.id,
        switches: planned.switches,
        overrides: overridesByEndpoint(request.overrides ?? {}, planned.settings.route),
      });
    }
    if (from === 'token') carried = undefined;
    launch(mine, from);
  }

  return {
    target: world.target,
    log: runLog.log,
    summary: runLog.summary,
    startedAt: runLog.startedAt,
    diagnoses: computed(() => (failed.value ? (knowledge.value?.diagnose(runLog.log.value) ?? []) : [])),
    sdkView: computed(() => (failed.value ? knowledge.value?.sdkView(runLog.log.value) : undefined)),
    catalogue: computed(() => knowledge.value?.catalogue),
    clock,
    scenarios: computed(() =>
      world.loadSimulation === undefined ? [] : simulation.value?.scenarios.map(scenarioInfo),
    ),
    scenario: computed(() => (runnable.value === undefined ? undefined : scenarioInfo(runnable.value))),
    settings: computed(() => plan.value.settings),
    limits: computed(() => plan.value.limits),
    switches: computed(() => plan.value.switches),
    settingsProblems: computed(() =>
      planProblems(planRun(defaults, changes(), undefined, realtime.value), world),
    ),
    notices,
    pastedToken,
    realtime,
    changes,
    knows: know,
    prepare() {
      void isHad(recipe(), 'recipe');
      void isHad(know(), 'knowledge');
    },
    loaded: load,
    flush: runLog.flush,
    run,
    async step() {
      const waiting = active?.gate.waiting;
      if (waiting !== undefined) active?.gate.release(waiting);
      else if (outcome.peek() !== 'running') await run({ until: 'token' });
    },
    continue(until) {
      active?.gate.release(until);
    },
    stop() {
      void endActive('user');
    },
    retry(action: RemedyAction) {
      const run = active;
      if (run === undefined || outcome.peek() !== 'failed') return;
      const number = runLog.summary.peek().attempts + 1;
      const why = action === 'new-token-and-retry' ? 'new-token' : 'retry';
      const delay = why === 'retry' ? backoffDelay(number - 1, world.random) : 0;
      carried = undefined;
      run.gate.release(undefined);
      launch(run, 'token', { why, number, delay });
    },
    clear() {
      void endActive('user').then(() => {
        runLog.begin();
        runLog.flush();
      });
    },
    selectScenario(id) {
      scenarioId.value = id;
    },
    set(key, value) {
      settingChanges.value = without({ ...settingChanges.value, [key]: value }, defaults);
    },
    setLimit(step, ms) {
      limitChanges.value = { ...limitChanges.value, [step]: ms };
    },
    setSwitch(key, value) {
      switchChanges.value = without({ ...switchChanges.value, [key]: value }, defaultSwitches);
    },
    resetSettings() {
      settingChanges.value = {};
      limitChanges.value = {};
      switchChanges.value = {};
    },
    applyChanges(next) {
      settingChanges.value = next.settings;
      limitChanges.value = next.limits;
      switchChanges.value = next.switches;
    },
    setPastedToken(value) {
      pastedToken.value = value;
    },
    setRealtime(value) {
      realtime.value = value;
    },
    notify,
    dismiss(id) {
      notices.value = notices.value.filter((notice) => notice.id !== id);
    },
  };
}

/** Loads a part once; a failure is forgotten, so that the next call tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** Changes that equal the default are no changes. */
function without<T extends object>(changes: Partial<T>, defaults: T): Partial<T> {
  const kept = Object.entries(changes).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(defaults, key)),
  );
  return Object.fromEntries(kept) as Partial<T>;
}

function scenarioInfo({ id, title, story, route, expect }: RunnableScenario): ScenarioInfo {
  return {
    id,
    title,
    story,
    ...(expect.code === undefined ? {} : { code: expect.code }),
    ...(expect.variant === undefined ? {} : { variant: expect.variant }),
    ...(expect.step === undefined ? {} : { step: expect.step }),
    ...(expect.httpStatus === undefined ? {} : { httpStatus: expect.httpStatus }),
    ...(route === undefined ? {} : { route }),
  };
}

function overridesByEndpoint(
  overrides: NonNullable<RunRequest['overrides']>,
  route: Settings['route'],
): Partial<Record<Endpoint, Override>> {
  const byEndpoint: Partial<Record<Endpoint, Override>> = {};
  for (const step of ['token', 'ice-config', 'call'] as const) {
    const override = overrides[step];
    if (override !== undefined) byEndpoint[endpointOf(step, route)] = override;
  }
  return byEndpoint;
}
