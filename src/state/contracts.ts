import type { ReadonlySignal } from '@preact/signals';
import type { CatalogueRow } from '../core/catalogue/catalogueRow.ts';
import type { Diagnosis, RemedyAction } from '../core/diagnosis/diagnosis.ts';
import type { Recording } from '../core/recording/recording.ts';
import type { ReplayScenario } from '../core/recording/replay/replayScenario.ts';
import type { Redactor } from '../core/redaction.ts';
import type { SdkView } from '../core/sdk/sdkView.ts';
import type { RequestFaults } from '../core/session/alteration.ts';
import type { SettingsProblem } from '../core/session/checkSettings.ts';
import type { ConnectionFailure, ErrorFacts } from '../core/session/failure.ts';
import type { Endpoint, LogEntry, Unlogged } from '../core/session/log.ts';
import type { RelayFacts } from '../core/session/relayFacts.ts';
import type { NextRequest, RequestEdit } from '../core/session/requestEdit.ts';
import type { Series, SeriesOptions, SeriesValue } from '../core/session/series.ts';
import type { Limits, Route, Settings, Target } from '../core/session/settings.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { Outcome, SessionSummary } from '../core/session/summary.ts';
import type { Switches } from '../core/session/switches.ts';
import type { PendingRequest } from './PendingRequest.ts';
import type { planProblems } from './planProblems.ts';
import type { RecordingsModel } from './RecordingsModel.ts';
import type { RemoteSimulator } from './RemoteSimulator.ts';
import type { ShortcutKeys } from './shortcutKeys.ts';

/** One line of the scenario list, as `window.sessionDebugger.scenarios()` gives it, with its story. */
export interface ScenarioInfo {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  /** the verdict it must get; undefined for the good ones */
  readonly code?: string;
  readonly variant?: string;
  readonly step?: SessionStep;
  readonly httpStatus?: number;
  readonly route?: 'rest' | 'backend';
}

/** A scenario as far as a run needs it; what the world does with it is the simulation's own business. */
export interface RunnableScenario {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly route?: Route;
  readonly request?: RequestFaults;
  readonly settings?: Partial<Settings>;
  readonly limits?: Partial<Limits>;
  readonly world: {
    readonly switches?: Partial<Switches>;
    /** the scenario is about ICE servers: those under reserved names are used too */
    readonly keepReservedServers?: true;
  };
  readonly expect: {
    readonly code?: string | undefined;
    readonly variant?: string | undefined;
    readonly step?: SessionStep | undefined;
    readonly httpStatus?: number | undefined;
  };
}

/** Answers one request of a step so, once, in the simulated world. */
export interface Override {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** ms */
  readonly delay?: number;
}

/** The simulated world, loaded lazily. */
export interface Simulation {
  readonly apiKey: string;
  readonly scenarios: readonly RunnableScenario[];
  /** by catalogue code: why no scenario provokes it */
  readonly withoutScenario: Readonly<Record<string, string>>;
  /** makes a recorded session playable, as the scenario `replay` */
  replayed(replay: ReplayScenario): RunnableScenario;
  begin(options: {
    scenario: string;
    switches: Switches;
    overrides: Partial<Record<Endpoint, Override>>;
  }): void;
  ensureAlive(): Promise<'alive' | 'restarted'>;
  hangUp(): void;
}

/** What a run is given; `carried` is what an earlier one obtained, opaque here. */
export interface RunOrder<Carried> {
  readonly settings: Settings;
  readonly limits: Limits;
  readonly from: SessionStep;
  readonly carried?: Carried | undefined;
  readonly secrets: { readonly apiKey?: string; readonly token?: string; readonly headers?: string };
  readonly faults?: RequestFaults;
  /** use ICE servers under reserved names too, which otherwise stay out of the peer connection */
  readonly keepReservedServers?: true;
  readonly attempt?: { readonly why: 'retry' | 'new-token'; readonly number: number; readonly delay: number };
}

export interface RunControls<Carried = unknown> {
  readonly signal: AbortSignal;
  /** aborts when another attempt or run begins: what follows on a failure is over */
  readonly aftermath: AbortSignal;
  /** with what the user changed of the request that the step sends */
  readonly mayBegin: (
    step: SessionStep,
    next?: () => NextRequest | undefined,
  ) => Promise<RequestEdit | undefined>;
  readonly report: (entry: Unlogged) => string;
  readonly redactor: Redactor;
  readonly beforeRequest: () => Promise<void>;
  /** ms since the run began */
  readonly now: () => number;
  /** the running statistics, sample by sample */
  readonly sample: (values: Readonly<Record<string, SeriesValue>>) => void;
  /** what can be done with the session of the present attempt; undefined once it is over */
  readonly onLive: (live: LiveControls | undefined) => void;
  /** what the run has obtained so far */
  readonly onHeld: (held: Carried) => void;
}

/** A real device of the visitor's; off until it is turned on. */
export interface LiveDevice {
  /** undefined once it is sent, or why it cannot be had */
  turnOn(deviceId?: string): Promise<ConnectionFailure | undefined>;
  turnOff(): void;
  /** the devices of this kind, now and at each change, until the returned function is called */
  watchChoices(
    tell: (choices: readonly { readonly id: string; readonly label: string }[]) => void,
  ): () => void;
  readonly isOn: () => boolean;
  /** for a picture */
  readonly stream: () => MediaStream | undefined;
  /** 0 to 1; undefined where nothing is measured */
  readonly level: () => number | undefined;
}

/** What can be done with a session while it lives. */
export interface LiveControls {
  /** undefined, or why it could not be sent */
  send(text: string): ErrorFacts | undefined;
  readonly microphone: LiveDevice;
  readonly camera: LiveDevice;
  readonly playback: {
    listen(on: boolean): Promise<void>;
    readonly listening: () => boolean;
  };
  readonly signal: AbortSignal;
}

/** The running statistics; a new object each time that they grew, at most four times a second. */
export interface RunSeries {
  readonly series: Series;
}

/** What one URL of the ICE servers did when it was asked by itself. */
export interface IceServerResult {
  readonly url: string;
  readonly result: 'answered' | 'error' | 'silent';
  /** ms to the first answer or error, or to the end of the wait */
  readonly ms: number;
  readonly candidates: readonly string[];
  readonly errorCode?: number;
  readonly errorText?: string;
}

/** A test of the ICE servers, server by server. */
export interface IceServerTest {
  readonly state: 'running' | 'done' | 'stopped';
  /** in the order of their end */
  readonly results: readonly IceServerResult[];
  /** URLs with reserved names: nobody is asked */
  readonly leftOut: readonly string[];
  readonly total: number;
}

export type RunSession<Carried> = (
  order: RunOrder<Carried>,
  controls: RunControls<Carried>,
) => Promise<Carried>;

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

/** One selection, the same in steps, verdict, inspector, timeline and log. */
export type Selection =
  | { readonly kind: 'step'; readonly step: SessionStep }
  | { readonly kind: 'entry'; readonly id: string };

export type InspectorTab =
  | 'overview'
  | 'request'
  | 'response'
  | 'sdp'
  | 'ice'
  | 'stats'
  | 'channel'
  | 'media';
export type Theme = 'system' | 'light' | 'dark';
export type Overlay =
  | 'palette'
  | 'shortcuts'
  | 'setup'
  | 'docs'
  | 'recordings'
  | 'send'
  | 'compare'
  | 'replay';

/** A part of the run's clock, ms since it began. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** What is selected, filtered and open. */
export interface ViewModel {
  readonly selection: ReadonlySignal<Selection | undefined>;
  readonly tab: ReadonlySignal<InspectorTab>;
  readonly filter: ReadonlySignal<string>;
  /** the log keeps its end in view */
  readonly follow: ReadonlySignal<boolean>;
  readonly time: ReadonlySignal<'relative' | 'utc'>;
  readonly theme: ReadonlySignal<Theme>;
  /** single-key shortcuts on (WCAG 2.1.4: can be switched off) */
  readonly shortcuts: ReadonlySignal<boolean>;
  /** which single key does what */
  readonly keys: ReadonlySignal<ShortcutKeys>;
  readonly overlay: ReadonlySignal<Overlay | undefined>;
  /** the part of the clock that timeline and charts show; undefined: all of it */
  readonly range: ReadonlySignal<TimeRange | undefined>;
  /** the failure that the documentation shows */
  readonly docs: ReadonlySignal<string | undefined>;
  /** deep link to the present state, absolute URL */
  readonly link: ReadonlySignal<string>;

  select(selection: Selection | undefined): void;
  showTab(tab: InspectorTab): void;
  setFilter(text: string): void;
  setFollow(value: boolean): void;
  setTime(value: 'relative' | 'utc'): void;
  setTheme(value: Theme): void;
  setShortcuts(value: boolean): void;
  setKeys(keys: ShortcutKeys): void;
  open(overlay: Overlay | undefined): void;
  setRange(range: TimeRange | undefined): void;
  /** opens the documentation, at one failure where a code is given */
  showDocs(code?: string): void;
}
