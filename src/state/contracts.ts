import type { ReadonlySignal } from '@preact/signals';
import type { CatalogueRow } from '../core/catalogue/catalogueRow.ts';
import type { Diagnosis, RemedyAction } from '../core/diagnosis/diagnosis.ts';
import type { Recording } from '../core/recording/recording.ts';
import type { ReplayScenario } from '../core/recording/replay/replayScenario.ts';
import type { Redactor } from '../core/redaction.ts';
import type { SdkView } from '../core/sdk/sdkView.ts';
import type { SettingsProblem } from '../core/session/checkSettings.ts';
import type { LogEntry } from '../core/session/log.ts';
import type { RelayFacts } from '../core/session/relayFacts.ts';
import type { RequestEdit } from '../core/session/requestEdit.ts';
import type { Series, SeriesOptions } from '../core/session/series.ts';
import type { Limits, Settings, Target } from '../core/session/settings.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { Outcome, SessionSummary } from '../core/session/summary.ts';
import type { Switches } from '../core/session/switches.ts';
import type { PendingRequest } from './PendingRequest.ts';
import type { planProblems } from './planProblems.ts';
import type { RecordingsModel } from './RecordingsModel.ts';
import type { RemoteSimulator } from './RemoteSimulator.ts';
import type { IceServerResult, IceServerTest, LiveControls, RunSeries, RunSession } from './runContracts.ts';
import type { ScenarioInfo, Simulation } from './scenarioContracts.ts';

export type {
  IceServerResult,
  IceServerTest,
  LiveControls,
  LiveDevice,
  RunControls,
  RunOrder,
  RunSeries,
  RunSession,
} from './runContracts.ts';
export type { Override, RunnableScenario, ScenarioInfo, Simulation } from './scenarioContracts.ts';
export type { InspectorTab, Overlay, Selection, Theme, TimeRange, ViewModel } from './viewContracts.ts';

/** What a run needs, loaded after the first paint. */
export interface Recipe<Carried> {
  readonly runSession: RunSession<Carried>;
  readonly createSeries: (options: SeriesOptions) => Series;
  readonly createRedactor: () => Redactor;
  /** asks every server that the run obtained by itself; `leftOut` are those that it passes over */
  readonly testIceServers: (
    carried: Carried,
    options: { readonly limit: number; readonly signal: AbortSignal },
  ) => {
    readonly total: number;
    readonly leftOut: readonly string[];
    readonly results: AsyncIterable<IceServerResult>;
  };
}

/** What judges a log; loaded after the first paint, because it is most of the app. */
export interface Knowledge {
  readonly diagnose: (log: readonly LogEntry[]) => readonly Diagnosis[];
  /** what a run that still waits will be taken for */
  readonly foresee: (log: readonly LogEntry[]) => readonly Diagnosis[];
  /** what is worth a remark and is no verdict */
  readonly advise: (log: readonly LogEntry[]) => readonly Diagnosis[];
  readonly sdkView: (log: readonly LogEntry[]) => SdkView | undefined;
  readonly catalogue: readonly CatalogueRow[];
}

/** What judges a plan before anything is sent; loaded after the first paint. */
export type Checks = typeof planProblems;

/** What the model needs of the world around it. */
export interface SessionWorld<Carried> {
  readonly target: Target;
  readonly userAgent: string;
  readonly pageUrl: string;
  readonly baseUrl: string;
  readonly sessionEndpoint: string;
  /** monotonic, ms */
  readonly now: () => number;
  /** epoch ms */
  readonly wallClock: () => number;
  /** 0 to 1 */
  readonly random: () => number;
  /** runs `task` after `ms`; returns what cancels it */
  readonly after: (ms: number, task: () => void) => () => void;
  /** the recipe of a session; rejects with a message for the user */
  readonly loadRecipe: () => Promise<Recipe<Carried>>;
  /** rejects with a message for the user */
  readonly loadChecks: () => Promise<Checks>;
  /** rejects with a message for the user */
  readonly loadKnowledge: () => Promise<Knowledge>;
  /** what keeps, opens and sends recordings; rejects with a message for the user */
  readonly loadRecordings: () => Promise<RecordingsModel>;
  /** on a live target: the relay on this machine, if there is one */
  readonly findRelay?: () => Promise<RelayFacts | undefined>;
  /** on a live target: the simulator that it may go to; rejects with a message for the user */
  readonly loadRemoteSimulator?: () => Promise<RemoteSimulator>;
  /** rejects with a message for the user */
  readonly loadSimulation?: () => Promise<Simulation>;
}

/** A message beside the cause: bad input in the URL, a part that no longer loads, storage refused. */
export interface Notice {
  readonly id: string;
  readonly level: 'info' | 'warn' | 'error';
  /** what was wrong, and what to do */
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A recording that is looked at, without what it holds. */
export interface OpenedRecording extends Omit<Recording, 'log' | 'series'> {
  /** what was left out or could not be read, in words for the user */
  readonly notes: readonly string[];
  /** the link's fragment that it came from, with its number sign */
  readonly fragment?: string;
}

/** What is looked at in place of the present run: an opened recording, or an earlier moment of either. */
export interface ShownLog {
  /** the beginning of `whole`, up to the moment */
  readonly log: readonly LogEntry[];
  readonly whole: readonly LogEntry[];
  readonly summary: SessionSummary;
  readonly startedAt: number | undefined;
  /** ms since the run began */
  readonly clock: number;
  readonly series: RunSeries | undefined;
  /** ms since the run began; undefined at the end */
  readonly moment?: number;
  /** undefined: the present run */
  readonly opened?: OpenedRecording;
}

/** The present run, whatever is looked at. */
export interface PresentRun {
  readonly log: ReadonlySignal<readonly LogEntry[]>;
  readonly summary: ReadonlySignal<SessionSummary>;
  readonly startedAt: ReadonlySignal<number | undefined>;
  readonly clock: ReadonlySignal<number>;
  readonly series: ReadonlySignal<RunSeries | undefined>;
}

/** The run, its log, and all that follows from it. Actions only change signals; nothing here touches the DOM. */
export interface SessionModel {
  readonly target: Target;
  /** undefined: the present run as it is. Otherwise it is read-only, and all that is derived follows from this. */
  readonly shown: ReadonlySignal<ShownLog | undefined>;
  /** of the present run, whatever is shown */
  readonly runOutcome: ReadonlySignal<Outcome>;
  /** undefined until they are loaded */
  readonly recordings: ReadonlySignal<RecordingsModel | undefined>;
  /** grows; a new array object per batch of entries */
  readonly log: ReadonlySignal<readonly LogEntry[]>;
  readonly summary: ReadonlySignal<SessionSummary>;
  /** the verdict first */
  readonly diagnoses: ReadonlySignal<readonly Diagnosis[]>;
  readonly sdkView: ReadonlySignal<SdkView | undefined>;
  /** what the silences of a waiting run will be taken for, most likely first */
  readonly foreseen: ReadonlySignal<readonly Diagnosis[]>;
  /** harmless findings */
  readonly advice: ReadonlySignal<readonly Diagnosis[]>;
  /** undefined before the first sample of the run */
  readonly series: ReadonlySignal<RunSeries | undefined>;
  /** undefined while no session lives */
  readonly live: ReadonlySignal<LiveControls | undefined>;
  /** what a paused run sends next; undefined where its next step sends nothing */
  readonly pendingRequest: ReadonlySignal<PendingRequest | undefined>;
  /** undefined before the first test of this run's servers */
  readonly iceServerTest: ReadonlySignal<IceServerTest | undefined>;
  /** undefined while it is still loading */
  readonly catalogue: ReadonlySignal<readonly CatalogueRow[] | undefined>;
  /** ms since the run began, ticking while it runs; the last value afterwards */
  readonly clock: ReadonlySignal<number>;
  /** wall clock of the run's begin, epoch ms */
  readonly startedAt: ReadonlySignal<number | undefined>;
  /** undefined while the simulation's list is still loading; empty on the live target */
  readonly scenarios: ReadonlySignal<readonly ScenarioInfo[] | undefined>;
  /** by catalogue code: why none of them provokes it */
  readonly withoutScenario: ReadonlySignal<Readonly<Record<string, string>> | undefined>;
  readonly scenario: ReadonlySignal<ScenarioInfo | undefined>;
  readonly settings: ReadonlySignal<Settings>;
  readonly limits: ReadonlySignal<Limits>;
  readonly switches: ReadonlySignal<Switches>;
  readonly settingsProblems: ReadonlySignal<readonly SettingsProblem[]>;
  readonly notices: ReadonlySignal<readonly Notice[]>;
  /** secrets typed by hand: memory only. Never read back by the UI but for the field itself. */
  readonly pastedToken: ReadonlySignal<string>;
  /** lines of headers for the session endpoint that hold credentials: memory only, as the token */
  readonly secretHeaders: ReadonlySignal<string>;
  /** the relay on this machine, on a live target; undefined while it is looked for */
  readonly relay: ReadonlySignal<RelayFacts | 'absent' | undefined>;
  /** on a live target: the simulator that it may go to */
  readonly loadRemoteSimulator: (() => Promise<RemoteSimulator>) | undefined;
  /** real time limits for scenarios that wait for one */
  readonly realtime: ReadonlySignal<boolean>;

  /** `hold`: waits before the first step already, with its request in view */
  run(options?: { from?: SessionStep; until?: SessionStep; hold?: boolean }): Promise<void>;
  /** runs one step and waits; begins a run when none is going on */
  step(): Promise<void>;
  continue(until?: SessionStep): void;
  /** in place of what was changed before */
  editRequest(edit: RequestEdit): void;
  stop(): void;
  /** a further attempt of the same run */
  retry(action: RemedyAction): void;
  clear(): void;
  /** asks each ICE server of the run by itself; a second call begins anew */
  testIceServers(): Promise<void>;
  stopIceServerTest(): void;
  selectScenario(id: string): void;
  /** chooses a recorded session as the scenario `replay`; rejects with a message for the user */
  chooseReplay(replay: ReplayScenario): Promise<void>;
  set<K extends keyof Settings>(key: K, value: Settings[K]): void;
  setLimit(step: SessionStep, ms: number): void;
  setSwitch<K extends keyof Switches>(key: K, value: Switches[K]): void;
  resetSettings(): void;
  setPastedToken(value: string): void;
  setSecretHeaders(value: string): void;
  setRealtime(value: boolean): void;
  notify(notice: Notice): void;
  dismiss(id: string): void;
}
