import { computed, signal } from '@preact/signals';
import type { Series } from '../core/session/series.ts';
import type {
  Knowledge,
  LiveControls,
  PresentRun,
  SessionModel,
  SessionWorld,
  ShownLog,
  Simulation,
} from './contracts.ts';
import { createIceServerTests } from './IceServerTests.ts';
import { createJudgement } from './Judgement.ts';
import { createLazyParts } from './LazyParts.ts';
import { createNotices } from './Notices.ts';
import { createPendingRequest } from './PendingRequest.ts';
import type { Changes } from './planRun.ts';
import type { RecordingsModel } from './RecordingsModel.ts';
import { createRunActions } from './RunActions.ts';
import { createRunClock } from './RunClock.ts';
import { createRunLog } from './RunLog.ts';
import type { RunRequest } from './RunRequest.ts';
import { createRunSeries } from './RunSeries.ts';
import { createScenarioChoice } from './ScenarioChoice.ts';
import { createSettingsModel } from './SettingsModel.ts';
import type { FollowedLog } from './WatchedModel.ts';

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
  const { notices, notify, dismiss } = createNotices();
  const parts = createLazyParts(world, notify);
  const { simulation, knowledge } = parts;
  const choice = createScenarioChoice(simulation);
  const settings = createSettingsModel(world, choice.scenario, parts.checks);
  const outcome = computed(() => runLog.summary.value.outcome);
  const shown = signal<ShownLog | undefined>(undefined);
  const log = computed(() => shown.value?.log ?? runLog.log.value);
  const summary = computed(() => shown.value?.summary ?? runLog.summary.value);
  const judgement = createJudgement({ log, summary, knowledge, world });
  const runSeries = createRunSeries(world);
  const serverTests = createIceServerTests();
  const pendingRequest = createPendingRequest();
  const live = signal<LiveControls | undefined>(undefined);
  const clock = createRunClock(outcome, runLog, world);
  const { seekRelay, ...actions } = createRunActions({
    world,
    parts,
    settings,
    scenario: choice.scenario,
    runLog,
    runSeries,
    outcome,
    pendingRequest,
    serverTests,
    live,
    shown,
    notify,
  });

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
    notify,
    dismiss,
    ...fields,
    ...actions,
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
    flush() {
      runLog.flush();
      judgement.flush();
    },
    stopIceServerTest: serverTests.stop,
    selectScenario: choice.select,
    async chooseReplay(replay) {
      choice.addReplay((await parts.loadSimulation()).replayed(replay));
    },
  };
}
