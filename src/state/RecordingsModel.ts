import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { createRecording } from '../core/recording/createRecording.ts';
import type { Pasted } from '../core/recording/read/pasted.ts';
import type { Reading, Recording } from '../core/recording/recording.ts';
import type { StoredRecording } from '../core/recording/storedRecording.ts';
import { seriesFromJSON } from '../core/session/series.ts';
import { comparisonOf } from './Comparison.ts';
import type { OpenedRecording, TimeRange, ViewModel } from './contracts.ts';
import { createExplaining, type Explaining } from './Explaining.ts';
import { createPresentDiagnoses } from './presentDiagnoses.ts';
import { createRecorder } from './Recorder.ts';
import { createRecordingList, type RecordingList } from './RecordingList.ts';
import type { RecordingStore } from './RecordingStore.ts';
import { nameOf } from './recordingName.ts';
import type { Sending } from './Sending.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';
import { createTimeTravel, type TimeTravel } from './TimeTravel.ts';

/** Something that is being read. */
export interface Opening {
  /** a file's name, or what it is */
  readonly what: string;
  /** 0 to 1, where it is known */
  readonly progress?: number;
}

/** Recordings: those that are kept, the one that is looked at, and the moment of it. */
export interface RecordingsModel extends RecordingList {
  /** id of the recording of the present run, where there is one */
  readonly current: () => string | undefined;
  readonly opening: ReadonlySignal<Opening | undefined>;
  /** why the last one could not be opened */
  readonly problem: ReadonlySignal<string | undefined>;
  /** what can be moved through; undefined while the run goes on */
  readonly span: ReadonlySignal<TimeRange | undefined>;
  openStored(stored: StoredRecording): Promise<boolean>;
  /** beside what is looked at; whether it could be read */
  compareStored(stored: StoredRecording): Promise<boolean>;
  /** Anything that can be read. Whether it was opened. */
  openBlob(blob: Blob, what: string): Promise<boolean>;
  /** the fragment of a link, with its number sign */
  openFragment(fragment: string): Promise<boolean>;
  cancelOpening(): void;
  /** whether the opened one is in the list; undefined where that is not known, or none is opened */
  readonly kept: ReadonlySignal<boolean | undefined>;
  /** puts the opened one into the list, pinned; whether that was possible */
  keep(): Promise<boolean>;
  readonly explaining: Explaining;
  /** back to the present run */
  leave(): void;
  /** to a moment, ms since the run began; without one to the end */
  goTo(moment?: number): void;
  /** what is looked at, whole, as it would be saved; undefined where there is nothing */
  recording(): Recording | undefined;
  readonly sending: Sending;
  /** stores now what waits */
  flush(): Promise<unknown>;
}

export interface RecordingsWorld {
  readonly session: SessionModelWithScripts;
  readonly view: Pick<ViewModel, 'select' | 'overlay' | 'open' | 'showDocs'>;
  readonly store: RecordingStore;
  /** reads a file of any known kind beside the page's thread */
  readonly openFile: (
    blob: Blob,
    options: { readonly signal: AbortSignal; readonly onProgress: (fraction: number) => void },
  ) => Promise<Reading>;
  /** what a link's fragment carries */
  readonly readFragment: (fragment: string) => Promise<Reading>;
  /** what a pasted text points to */
  readonly recognise: (text: string) => Promise<Pasted>;
  readonly sending: Sending;
  readonly product: string;
  readonly newId: () => string;
  readonly now: () => number;
  readonly soon: (task: () => void, urgent: boolean) => () => void;
}

export function createRecordingsModel(world: RecordingsWorld): RecordingsModel {
  const { session, view, store } = world;
  const opening = signal<Opening | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  const list = createRecordingList(store);
  const diagnoses = createPresentDiagnoses(session);
  const recorder = createRecorder({
    ...world,
    present: session.present,
    scenario: () => session.scenario.peek()?.id,
    diagnoses: () => diagnoses.value,
    onTrouble: (why) =>
      session.notify({
        id: 'recording',
        level: 'warn',
        text: `This run is kept in memory only and is gone on reload: ${why}. Save it as a file to keep it.`,
      }),
    onChange: list.changed,
  });
  let abort: AbortController | undefined;
  /** the last recording that was opened: one press back */
  let opened: { readonly recording: Recording; readonly travel: TimeTravel } | undefined;
  let travelled: { readonly log: unknown; readonly travel: TimeTravel } | undefined;

  const span = computed((): TimeRange | undefined => {
    const { shown, present, runOutcome } = session;
    const ended = runOutcome.value === 'failed' || runOutcome.value === 'stopped';
    const whole = shown.value?.whole ?? (ended ? present.log.value : []);
    const [first] = whole;
    const last = whole.at(-1);
    if (first === undefined || last === undefined || last.at <= first.at) return undefined;
    return { from: first.at, to: last.at };
  });

  function travelOf(): TimeTravel | undefined {
    if (session.shown.peek()?.opened !== undefined) return opened?.travel;
    const log = session.present.log.peek();
    if (travelled?.log !== log) {
      const series = session.present.series.peek()?.series;
      const startedAt = session.present.startedAt.peek();
      travelled = { log, travel: createTimeTravel({ whole: log, startedAt, series }) };
    }
    return travelled.travel;
  }

  function look(): void {
    batch(() => {
      view.select(undefined);
      if (opened !== undefined) session.show(opened.travel.at());
    });
  }

  function show(recording: Recording, notes: readonly string[], fragment: string | undefined): void {
    const { log, series: data, ...head } = recording;
    const facts: OpenedRecording = { ...head, notes, ...(fragment !== undefined && { fragment }) };
    const series = data === undefined ? undefined : seriesFromJSON(data);
    const whole = { whole: log, startedAt: recording.startedAt, series, opened: facts };
    opened = { recording, travel: createTimeTravel(whole) };
    session.dismiss('left');
    session.dismiss('keep');
    if (list.list.peek() === undefined) void list.refresh();
    if (view.overlay.peek() === 'recordings') view.open(undefined);
    look();
  }

  function refuse(why: string): false {
    problem.value = why;
    if (view.overlay.peek() !== 'recordings') session.notify({ id: 'open', level: 'error', text: why });
    return false;
  }

  type Read = (options: Parameters<RecordingsWorld['openFile']>[1]) => Promise<Reading>;

  const readStored =
    ({ id }: StoredRecording): Read =>
    async (options) =>
      world.openFile(await store.read(id), options);

  const open = (what: string, from: Read, fragment?: string): Promise<boolean> =>
    read(what, from, ({ recording, notes }) => show(recording, notes, fragment));

  async function read(
    what: string,
    from: Read,
    use: (reading: Extract<Reading, { readonly ok: true }>) => void,
  ): Promise<boolean> {
    abort?.abort();
    const own = new AbortController();
    abort = own;
    problem.value = undefined;
    session.dismiss('open');
    opening.value = { what };
    try {
      const reading = await from({
        signal: own.signal,
        onProgress(progress) {
          if (abort === own) opening.value = { what, progress };
        },
      });
      if (own.signal.aborted) return false;
      if (!reading.ok) return refuse(reading.problem);
      use(reading);
      return true;
    } catch (error) {
      if (own.signal.aborted) return false;
      return refuse(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      if (abort === own) opening.value = undefined;
    }
  }

  const kept = computed(() => {
    const id = session.shown.value?.opened?.id;
    return id === undefined ? undefined : list.list.value?.some((stored) => stored.id === id);
  });

  async function keep(): Promise<boolean> {
    const recording = session.shown.peek()?.opened === undefined ? undefined : opened?.recording;
    if (recording === undefined) return false;
    try {
      await store.keep(recording);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      session.notify({ id: 'keep', level: 'error', text: `It cannot be kept: ${why}.` });
      return false;
    }
    session.dismiss('keep');
    await list.refresh();
    return true;
  }

  const openBlob = (blob: Blob, what: string) => open(what, (options) => world.openFile(blob, options));
  const explaining = createExplaining({
    session,
    view,
    recognise: world.recognise,
    openBlob,
    show: ({ recording, notes }) => show(recording, notes, undefined),
  });

  // Left by a new run, or by hand: said, and one press leads back.
  let looking = false;
  effect(() => {
    const now = session.shown.value?.opened !== undefined;
    const left = looking && !now;
    looking = now;
    if (!left || opened === undefined) return;
    session.notify({
      id: 'left',
      level: 'info',
      text: `You left the recording ${nameOf(opened.recording)}; it is unchanged.`,
      action: { label: 'Back to the recording', run: () => (session.dismiss('left'), look()) },
    });
  });

  return {
    ...list,
    current: recorder.current,
    opening,
    problem,
    span,
    compareStored(stored) {
      const looked = this.recording();
      return read(nameOf(stored), readStored(stored), ({ recording }) => {
        comparisonOf(session).compare(recording, looked ?? { log: [], startedAt: 0 });
        view.open('compare');
      });
    },
    openStored: (stored) => open(nameOf(stored), readStored(stored)),
    openBlob,
    kept,
    keep,
    explaining,
    openFragment: (fragment) => open('The link', () => world.readFragment(fragment), fragment),
    sending: world.sending,
    cancelOpening() {
      abort?.abort();
      abort = undefined;
      opening.value = undefined;
    },
    leave: () => session.show(undefined),
    goTo(moment) {
      const travel = travelOf();
      if (travel === undefined) return;
      const isOpened = session.shown.peek()?.opened !== undefined;
      const atEnd = moment === undefined || moment >= travel.to;
      session.show(atEnd && !isOpened ? undefined : travel.at(atEnd ? undefined : moment));
    },
    recording() {
      if (session.shown.peek()?.opened !== undefined) return opened?.recording;
      return presentRecording();
    },
    flush: recorder.flush,
  };

  function presentRecording(): Recording | undefined {
    session.flush();
    const log = session.present.log.peek();
    if (log.length === 0) return undefined;
    return createRecording({
      log,
      series: session.present.series.peek()?.series.toJSON(),
      diagnoses: diagnoses.peek(),
      scenario: recorder.scenario(),
      product: world.product,
      id: recorder.current() ?? world.newId(),
    });
  }
}
