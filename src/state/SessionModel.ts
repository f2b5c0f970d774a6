import { computed, signal } from '@preact/signals';
import type { Redactor } from '../core/redaction.ts';
import { backoffDelay } from '../core/session/retry.ts';
import type { Series } from '../core/session/series.ts';
import type { SessionStep } from '../core/session/step.ts';
import type {
  Knowledge,
  LiveControls,
  Notice,
  PresentRun,
  SessionModel,
  SessionWorld,
  ShownLog,
  Simulation,
} from './contracts.ts';
import { createIceServerTests } from './IceServerTests.ts';
import { createJudgement } from './Judgement.ts';
import { createLazyParts } from './LazyParts.ts';
import { createPendingRequest } from './PendingRequest.ts';
import type { Changes } from './planRun.ts';
import type { RecordingsModel } from './RecordingsModel.ts';
import { createRunClock, isGoing } from './RunClock.ts';
import { createRunLauncher, type RunState } from './RunLauncher.ts';
import { createRunLog } from './RunLog.ts';
import { overridesByEndpoint, type RunRequest } from './RunRequest.ts';
import { createRunSeries } from './RunSeries.ts';
import { createScenarioChoice } from './ScenarioChoice.ts';
import { createSettingsModel } from './SettingsModel.ts';
import type { FollowedLog } from './WatchedModel.ts';

/** Samples kept at full resolution: twenty minutes of a connected session. */
const samples = 1_200;

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
  const choice = createScenarioChoice(simulation);
  const { scenario } = choice;
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
  const clock = createRunClock(outcome, runLog, world);
  const current: RunState<Carried> = { active: undefined, carried: undefined, live };
  /** one for all runs of the page, from the first on */
  let redactor: Redactor | undefined;
  const { begin, isAccepted, launch } = createRunLauncher({
    world,
    parts,
    settings,
    scenario,
    runLog,
    pendingRequest,
    run: current,
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
    const ending = current.active;
    if (ending === undefined) return;
    current.active = undefined;
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

  /** Lets a paused run go on, unless what it would send cannot be sent. */
  function release(until: SessionStep | undefined): void {
    const problem = pendingRequest.pending.peek()?.problem;
    if (problem === undefined) current.active?.gate.release(until);
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
    current.active = begin(
      request,
      redactor,
      runSeries.begin(createSeries({ capacity: samples }), runLog.now),
    );
    if (!isAccepted(current.active, from)) return;
    const { plan } = current.active;
    if (current.active.scenario !== undefined) {
      simulation.peek()?.begin({
        scenario: current.active.scenario.id,
        switches: plan.switches,
        overrides: overridesByEndpoint(request.overrides ?? {}, plan.settings.route),
      });
    }
    if (from === 'token') current.carried = undefined;
    launch(current.active, from);
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
    scenarios: computed(() => (world.loadSimulation === undefined ? [] : choice.scenarios.value)),
    withoutScenario: computed(() => simulation.value?.withoutScenario),
    scenario: choice.info,
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
      const waiting = current.active?.gate.waiting;
      if (waiting !== undefined) release(waiting);
      else if (outcome.peek() !== 'running') await run({ until: 'token' });
    },
    continue: release,
    stop() {
      void endActive('user');
    },
    retry(action) {
      if (current.active === undefined || !failed.peek()) return;
      shown.value = undefined;
      const number = runLog.summary.peek().attempts + 1;
      const why = action === 'new-token-and-retry' ? 'new-token' : 'retry';
      const delay = why === 'retry' ? backoffDelay(number - 1, world.random) : 0;
      current.carried = undefined;
      current.active.gate.release(undefined);
      launch(current.active, 'token', { why, number, delay });
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
      if (current.carried === undefined || !(await parts.isHad(parts.loadRecipe(), 'recipe'))) return;
      await serverTests.run(await parts.loadRecipe(), current.carried);
    },
    stopIceServerTest: serverTests.stop,
    selectScenario: choice.select,
    async chooseReplay(replay) {
      choice.addReplay((await parts.loadSimulation()).replayed(replay));
    },
    notify,
    dismiss(id) {
      notices.value = notices.value.filter((notice) => notice.id !== id);
    },
  };
}
