import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Redactor } from '../core/redaction.ts';
import { backoffDelay } from '../core/session/retry.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { Outcome } from '../core/session/summary.ts';
import type {
  LiveControls,
  Notice,
  RunnableScenario,
  SessionModel,
  SessionWorld,
  ShownLog,
} from './contracts.ts';
import type { IceServerTests } from './IceServerTests.ts';
import type { LazyParts } from './LazyParts.ts';
import type { PendingRequestModel } from './PendingRequest.ts';
import { isGoing } from './RunClock.ts';
import { createRunLauncher, type RunState } from './RunLauncher.ts';
import type { RunLog } from './RunLog.ts';
import { overridesByEndpoint, type RunRequest } from './RunRequest.ts';
import type { RunSeriesKeeper } from './RunSeries.ts';
import type { SettingsModel } from './SettingsModel.ts';

/** Samples kept at full resolution: twenty minutes of a connected session. */
const samples = 1_200;

interface ActionParts<Carried> {
  readonly world: SessionWorld<Carried>;
  readonly parts: LazyParts<Carried>;
  readonly settings: SettingsModel;
  readonly scenario: ReadonlySignal<RunnableScenario | undefined>;
  readonly runLog: RunLog;
  readonly runSeries: RunSeriesKeeper;
  readonly outcome: ReadonlySignal<Outcome>;
  readonly pendingRequest: PendingRequestModel;
  readonly serverTests: IceServerTests;
  readonly live: Signal<LiveControls | undefined>;
  /** what is looked at in the run's place; a new run, or another attempt, comes into view */
  readonly shown: Signal<ShownLog | undefined>;
  readonly notify: (notice: Notice) => void;
}

export interface RunActions
  extends Pick<SessionModel, 'clear' | 'continue' | 'retry' | 'step' | 'stop' | 'testIceServers'> {
  run(request?: RunRequest): Promise<void>;
  /** What the relay can do becomes the default of a live session, before a run is planned. */
  seekRelay(): Promise<void>;
  /** every secret that this tab has named so far */
  secrets(): readonly string[];
}

/** What begins, holds and ends the present run. */
export function createRunActions<Carried>(given: ActionParts<Carried>): RunActions {
  const { world, parts, settings, scenario, runLog, runSeries, outcome } = given;
  const { pendingRequest, serverTests, live, shown, notify } = given;
  const { simulation } = parts;
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

  return {
    run,
    seekRelay,
    secrets: () => redactor?.secrets() ?? [],
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
      if (current.active === undefined || outcome.peek() !== 'failed') return;
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
  };
}
