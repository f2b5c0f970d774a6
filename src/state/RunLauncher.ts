import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Redactor } from '../core/redaction.ts';
import type { Unlogged } from '../core/session/log.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { LiveControls, RunControls, RunnableScenario, RunOrder, SessionWorld } from './contracts.ts';
import type { LazyParts } from './LazyParts.ts';
import { createPauseGate, type PauseGate } from './PauseGate.ts';
import type { PendingRequestModel } from './PendingRequest.ts';
import type { RunPlan } from './planRun.ts';
import type { RunLog } from './RunLog.ts';
import type { RunRequest } from './RunRequest.ts';
import type { SettingsModel } from './SettingsModel.ts';

/** A run from its begin until everything that it held is released. */
export interface ActiveRun {
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

/** What runs one after another share; the model's own, changed by a run for as long as that is the active one. */
export interface RunState<Carried> {
  active: ActiveRun | undefined;
  /** what the last run obtained, for one that begins at a later step */
  carried: Carried | undefined;
  readonly live: Signal<LiveControls | undefined>;
}

interface LauncherParts<Carried> {
  readonly world: SessionWorld<Carried>;
  readonly parts: LazyParts<Carried>;
  readonly settings: SettingsModel;
  readonly scenario: ReadonlySignal<RunnableScenario | undefined>;
  readonly runLog: RunLog;
  readonly pendingRequest: PendingRequestModel;
  readonly run: RunState<Carried>;
}

export interface RunLauncher<Carried> {
  begin(request: RunRequest, own: Redactor, sample: RunControls['sample']): ActiveRun;
  isAccepted(run: ActiveRun, from: SessionStep): boolean;
  launch(run: ActiveRun, from: SessionStep, attempt?: RunOrder<Carried>['attempt']): void;
}

/** Makes an order of what is set, and hands it to the recipe. */
export function createRunLauncher<Carried>(given: LauncherParts<Carried>): RunLauncher<Carried> {
  const { world, parts, settings, scenario, runLog, pendingRequest, run } = given;
  const { simulation } = parts;
  let runs = 0;

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
      carried: run.carried,
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
            if (run.active === going) run.live.value = controls;
          },
          onHeld(held) {
            if (run.active === going) run.carried = held;
          },
          async beforeRequest() {
            const state = await simulation.peek()?.ensureAlive();
            if (state === 'restarted') report({ kind: 'note', topic: 'simulation-restarted' });
          },
        }),
      )
      .then(
        (result) => {
          run.carried = result;
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

  return { begin, isAccepted, launch };
}
