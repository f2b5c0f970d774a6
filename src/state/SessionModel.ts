import { computed, effect, signal, untracked } from '@preact/signals';
import type { Redactor } from '../core/redaction.ts';
import type { Unlogged } from '../core/session/log.ts';
import { backoffDelay } from '../core/session/retry.ts';
import type { Series } from '../core/session/series.ts';
import type { SessionStep } from '../core/session/step.ts';
import type {
  Knowledge,
  LiveControls,
  Notice,
  PresentRun,
  RunControls,
  RunnableScenario,
  RunOrder,
  ScenarioInfo,
  SessionModel,
  SessionWorld,
  ShownLog,
  Simulation,
} from './contracts.ts';
import { createIceServerTests } from './IceServerTests.ts';
import { createJudgement } from './Judgement.ts';
import { createLazyParts } from './LazyParts.ts';
import { createPauseGate, type PauseGate } from './PauseGate.ts';
import { createPendingRequest } from './PendingRequest.ts';
import type { Changes, RunPlan } from './planRun.ts';
import type { RecordingsModel } from './RecordingsModel.ts';
import { createRunLog } from './RunLog.ts';
import { overridesByEndpoint, type RunRequest } from './RunRequest.ts';
import { createRunSeries } from './RunSeries.ts';
import { createSettingsModel } from './SettingsModel.ts';
import type { FollowedLog } from './WatchedModel.ts';

/** How often the clock moves, ms: somebody watches a run, and leaves a connection alone. */
const clockTick = { run: 100, connection: 2_000 } as const;

/** Samples kept at full resolution: twenty minutes of a connected session. */
const samples = 1_200;

interface ActiveRun {
  readonly abort: AbortController;
  readonly gate: PauseGate;
  readonly plan: RunPlan;
  readonly scenario: RunnableScenario | undefined;
  readonly report: (entry: Unlogged) => string;
  readonly redactor: Redactor;
  readonly sample: RunControls['sample'];
  /** of the present attempt: aborts when another one, or another run, begins */
  aftermath: AbortController;
  /** settles when everything that the run held is released */
  ended: Promise<void>;
}

/** What scripts and the composition root need beyond what the panels do. */
export type SessionModelWithScripts = SessionModel & {
  run(request?: RunRequest): Promise<void>;
  /** publishes entries that wait for the next frame */
  flush(): void;
  /** fetches, after the first paint, what a run will need */
  prepare(): void;
  /** resolves once logs can be judged; rejects with the reason why they cannot */
  knows(): Promise<Knowledge>;
  /** resolves once the scenario list is there; rejects with the reason why it is not */
  loaded(): Promise<Simulation>;
  changes(): Changes;
  applyChanges(changes: Changes): void;
  readonly present: PresentRun;
  /** shows a session that somebody else runs, from its begin on; `now` is its clock, ms since it began */
  follow(startedAt: number, series: Series, now: () => number): FollowedLog;
  /** looks at something else than the present run, or at that again */
  show(shown: ShownLog | undefined): void;
  /** every secret that this tab has named so far */
  secrets(): readonly string[];
  /** resolves once recordings can be listed and opened; rejects with the reason why they cannot */
  loadRecordings(): Promise<RecordingsModel>;
};

export function createSessionModel<Carried>(world: SessionWorld<Carried>): SessionModelWithScripts {
  const runLog = createRunLog(world);
  const notices = signal<readonly Notice[]>([]);
  const parts = createLazyParts(world, notify);
  const { simulation, knowledge } = parts;
  const scenarioId = signal('healthy');
  const replayed = signal<readonly RunnableScenario[]>([]);
  const playable = computed(() => {
    const [replay] = replayed.value;
    const others = simulation.value?.scenarios.filter(({ id }) => id !== replay?.id);
    return others && [...replayed.value, ...others];
  });
  const scenario = computed(() => playable.value?.find(({ id }) => id === scenarioId.value));
  const settings = createSettingsModel(world, scenario, parts.checks);
  const outcome = computed(() => runLog.summary.value.outcome);
  const failed = computed(() => outcome.value === 'failed');
  const shown = signal<ShownLog | undefined>(undefined);
  const log = computed(() => shown.value?.log ?? runLog.log.value);
  const summary = computed(() => shown.value?.summary ?? runLog.summary.value);
  const judgement = createJudgement({ log, summary, knowledge, world });
  const runSeries = createRunSeries(world);
  const serverTests = createIceServerTests();
  const pendingRequest = createPendingRequest();
  const live = signal<LiveControls | undefined>(undefined);
  const clock = signal(0);
  let active: ActiveRun | undefined;
  let carried: Carried | undefined;
  /** one for all runs of the page, from the first on */
  let redactor: Redactor | undefined;
  let runs = 0;

  effect(() => {
    const tickEvery = outcome.value === 'connected' ? clockTick.connection : clockTick.run;
    if (!isGoing(outcome.value)) {
      clock.value = untracked(() => runLog.log.value.at(-1)?.at ?? 0);
      return undefined;
    }
    let cancel: () => void;
    const tick = () => {
      clock.value = runLog.now();
      cancel = world.after(tickEvery, tick);
    };
    tick();
    return () => cancel();
  });

  function flush(): void {
    runLog.flush();
    judgement.flush();
  }

  function notify(notice: Notice): void {
    notices.value = [...notices.value.filter(({ id }) => id !== notice.id), notice];
  }

  /** Ends the present run at once and waits until it has released what it held. */
  async function endActive(by: 'user' | 'new-run'): Promise<void> {
    const ending = active;
    if (ending === undefined) return;
    active = undefined;
    live.value = undefined;
    serverTests.stop();
    runLog.flush();
    const going = isGoing(outcome.peek());
    ending.abort.abort();
    ending.aftermath.abort();
    if (going) ending.report({ kind: 'run', state: 'stopped', by });
    runLog.flush();
    simulation.peek()?.hangUp();
    await ending.ended;
  }

  /** Hands the order to the recipe; a programming error there becomes an entry, never silence. */
  function launch(going: ActiveRun, from: SessionStep, attempt?: RunOrder<Carried>['attempt']): void {
    const { plan, report } = going;
    going.aftermath.abort();
    going.aftermath = new AbortController();
    const apiKey = simulation.peek()?.apiKey;
    const token = settings.tokenFor(plan.settings);
    const headers = settings.secretHeaders.peek();
    const order: RunOrder<Carried> = {
      settings: plan.settings,
      limits: plan.limits,
      from,
      carried,
      // A pasted token stands in for the one that the key would get.
      secrets: {
        ...(token !== '' ? { token } : apiKey !== undefined && { apiKey }),
        ...(headers !== '' && { headers }),
      },
      ...(going.scenario?.request !== undefined && { faults: going.scenario.request }),
      ...(going.scenario?.world.keepReservedServers === true && { keepReservedServers: true }),
      ...(attempt !== undefined && { attempt }),
    };
    going.ended = parts
      .loadRecipe()
      .then(({ runSession }) =>
        runSession(order, {
          signal: going.abort.signal,
          aftermath: going.aftermath.signal,
          async mayBegin(step, next) {
            const mayGo = going.gate.mayBegin(step);
            if (going.gate.waiting === step) pendingRequest.hold(next?.());
            await mayGo.catch((error: unknown) => {
              pendingRequest.take();
              throw error;
            });
            return pendingRequest.take();
          },
          report,
          redactor: going.redactor,
          now: runLog.now,
          sample: going.sample,
          onLive(controls) {
            if (active === going) live.value = controls;
          },
          onHeld(held) {
            if (active === going) carried = held;
          },
          async beforeRequest() {
            const state = await simulation.peek()?.ensureAlive();
            if (state === 'restarted') report({ kind: 'note', topic: 'simulation-restarted' });
          },
        }),
      )
      .then(
        (result) => {
          carried = result;
        },
        (error: unknown) => {
          const { name, message } = error instanceof Error ? error : new Error(String(error));
          report({ kind: 'unexpected', failure: { reason: 'unexpected', error: { name, message } } });
          report({ kind: 'run', state: 'failed', by: 'failure' });
        },
      )
      .finally(() => runLog.flush());
  }

  function begin(request: RunRequest, own: Redactor, sample: RunControls['sample']): ActiveRun {
    const plan = settings.planFor(request.asked);
    const from = request.from ?? 'token';
    const report = runLog.begin(own);
    const abort = new AbortController();
    const gate = createPauseGate({
      until: request.until,
      hold: request.hold === true,
      signal: abort.signal,
      onPause: (step) => report({ kind: 'run', step, state: 'paused', by: 'user' }),
      onContinue: (step) => report({ kind: 'run', step, state: 'continued', by: 'user' }),
    });
    runs += 1;
    report({
      kind: 'run-started',
      run: runs,
      wallClock: world.wallClock(),
      target: world.target,
      route: plan.settings.route,
      from,
      ...(request.until !== undefined && { until: request.until }),
      settings: plan.settings,
      limits: plan.limits,
      userAgent: world.userAgent,
      pageUrl: world.pageUrl,
    });
    if (Object.keys(plan.shortened).length > 0) {
      report({ kind: 'note', topic: 'limits-shortened', limits: plan.shortened });
    }
    return {
      abort,
      gate,
      plan,
      scenario: scenario.peek(),
      report,
      redactor: own,
      sample,
      aftermath: new AbortController(),
      ended: Promise.resolve(),
    };
  }

  /** Whether the plan may be carried out; where not, the log says what was refused and nothing is sent. */
  function isAccepted({ plan, report }: ActiveRun, from: SessionStep): boolean {
    const [problem] =
      parts.checks.peek()?.(plan, world, {
        pastedToken: settings.pastedToken.peek(),
        secretHeaders: settings.secretHeaders.peek(),
      }) ?? [];
    if (problem === undefined) return true;
    const failure = { reason: 'settings', key: problem.key, message: problem.message } as const;
    const failedBy = report({ kind: 'settings-refused', step: from, failure });
    report({ kind: 'step', step: from, state: 'failed', failedBy });
    report({ kind: 'run', state: 'failed', by: 'failure' });
    runLog.flush();
    return false;
  }

  /** Lets a paused run go on, unless what it would send cannot be sent. */
  function release(until: SessionStep | undefined): void {
    const problem = pendingRequest.pending.peek()?.problem;
    if (problem === undefined) active?.gate.release(until);
    else notify({ id: 'request-edit', level: 'error', text: `The request was not sent. ${problem.message}` });
  }

  /** What the relay can do becomes the default of a live session, before a run is planned. */
  async function seekRelay(): Promise<void> {
    if (world.findRelay === undefined || settings.relay.peek() !== undefined) return;
    settings.setRelay(await world.findRelay().catch(() => undefined));
  }

  async function run(request: RunRequest = {}): Promise<void> {
    if (world.target === 'watched') {
      notify({
        id: 'watched',
        level: 'info',
        text: 'A watched page runs its sessions itself: start one there.',
      });
      return;
    }
    // Without its judgement a run is still recorded: the notice says what is missing.
    void parts.isHad(parts.loadKnowledge(), 'knowledge');
    if (!(await parts.isHad(parts.loadRecipe(), 'recipe'))) return;
    if (!(await parts.isHad(parts.loadChecks(), 'checks'))) return;
    await seekRelay();
    const { createRedactor, createSeries } = await parts.loadRecipe();
    if (world.loadSimulation !== undefined && !(await parts.isHad(parts.loadSimulation(), 'simulation')))
      return;
    await endActive('new-run');
    const from = request.from ?? 'token';
    shown.value = undefined;
    serverTests.clear();
    redactor ??= createRedactor();
    active = begin(request, redactor, runSeries.begin(createSeries({ capacity: samples }), runLog.now));
    if (!isAccepted(active, from)) return;
    const { plan } = active;
    if (active.scenario !== undefined) {
      simulation.peek()?.begin({
        scenario: active.scenario.id,
        switches: plan.switches,
        overrides: overridesByEndpoint(request.overrides ?? {}, plan.settings.route),
      });
    }
    if (from === 'token') carried = undefined;
    launch(active, from);
  }

  const { plan, problems, changes, planFor: _, tokenFor: __, setRelay: ___, ...fields } = settings;
  return {
    target: world.target,
    shown,
    present: { ...runLog, clock, series: runSeries.series },
    runOutcome: outcome,
    recordings: parts.recordings,
    loadRecordings: parts.loadRecordings,
    loadRemoteSimulator: world.loadRemoteSimulator,
    follow(started, series, now) {
      shown.value = undefined;
      const sampled = runSeries.begin(series, now);
      return { take: runLog.follow(started, now()), sampled: () => sampled({}) };
    },
    show(next) {
      shown.value = next;
    },
    secrets: () => redactor?.secrets() ?? [],
    log,
    summary,
    startedAt: computed(() => (shown.value ?? { startedAt: runLog.startedAt.value }).startedAt),
    diagnoses: judgement.diagnoses,
    sdkView: judgement.sdkView,
    foreseen: judgement.foreseen,
    advice: judgement.advice,
    series: computed(() => (shown.value ?? { series: runSeries.series.value }).series),
    live: computed(() => (shown.value === undefined ? live.value : undefined)),
    pendingRequest: computed(() => (shown.value === undefined ? pendingRequest.pending.value : undefined)),
    editRequest: pendingRequest.change,
    iceServerTest: computed(() => (shown.value === undefined ? serverTests.test.value : undefined)),
    catalogue: computed(() => knowledge.value?.catalogue),
    clock: computed(() => shown.value?.clock ?? clock.value),
    scenarios: computed(() => (world.loadSimulation === undefined ? [] : playable.value?.map(scenarioInfo))),
    withoutScenario: computed(() => simulation.value?.withoutScenario),
    scenario: computed(() => (scenario.value === undefined ? undefined : scenarioInfo(scenario.value))),
    settings: computed(() => plan.value.settings),
    limits: computed(() => plan.value.limits),
    switches: computed(() => plan.value.switches),
    settingsProblems: problems,
    notices,
    ...fields,
    changes,
    prepare() {
      void parts.isHad(parts.loadChecks(), 'checks');
      void seekRelay();
      void parts.isHad(parts.loadRecipe(), 'recipe');
      void parts.isHad(parts.loadKnowledge(), 'knowledge');
      void parts.isHad(parts.loadRecordings(), 'recordings');
    },
    knows: parts.loadKnowledge,
    loaded: parts.loadSimulation,
    flush,
    run,
    async step() {
      const waiting = active?.gate.waiting;
      if (waiting !== undefined) release(waiting);
      else if (outcome.peek() !== 'running') await run({ until: 'token' });
    },
    continue: release,
    stop() {
      void endActive('user');
    },
    retry(action) {
      if (active === undefined || !failed.peek()) return;
      shown.value = undefined;
      const number = runLog.summary.peek().attempts + 1;
      const why = action === 'new-token-and-retry' ? 'new-token' : 'retry';
      const delay = why === 'retry' ? backoffDelay(number - 1, world.random) : 0;
      carried = undefined;
      active.gate.release(undefined);
      launch(active, 'token', { why, number, delay });
    },
    clear() {
      // What is looked at is left first: clearing it would clear what lies behind.
      if (shown.peek() !== undefined) {
        shown.value = undefined;
        return;
      }
      void endActive('user').then(() => {
        runLog.clear();
        runLog.flush();
        runSeries.clear();
        serverTests.clear();
      });
    },
    async testIceServers() {
      if (carried === undefined || !(await parts.isHad(parts.loadRecipe(), 'recipe'))) return;
      await serverTests.run(await parts.loadRecipe(), carried);
    },
    stopIceServerTest: serverTests.stop,
    selectScenario(id) {
      scenarioId.value = id;
    },
    async chooseReplay(replay) {
      const chosen = (await parts.loadSimulation()).replayed(replay);
      replayed.value = [chosen];
      scenarioId.value = chosen.id;
    },
    notify,
    dismiss(id) {
      notices.value = notices.value.filter((notice) => notice.id !== id);
    },
  };
}

function isGoing(outcome: string): boolean {
  return outcome === 'running' || outcome === 'paused' || outcome === 'connected';
}

function scenarioInfo({ id, title, story, route, expect }: RunnableScenario): ScenarioInfo {
  const { code, variant, step, httpStatus } = expect;
  return {
    id,
    title,
    story,
    ...(code !== undefined && { code }),
    ...(variant !== undefined && { variant }),
    ...(step !== undefined && { step }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(route !== undefined && { route }),
  };
}
