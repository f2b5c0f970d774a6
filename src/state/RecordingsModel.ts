import { computed, type ReadonlySignal } from '@preact/signals';
import { createRecording } from '../core/recording/createRecording.ts';
import type { Pasted } from '../core/recording/read/pasted.ts';
import type { Reading, Recording } from '../core/recording/recording.ts';
import type { StoredRecording } from '../core/recording/storedRecording.ts';
import { comparisonOf } from './Comparison.ts';
import type { TimeRange, ViewModel } from './contracts.ts';
import { createExplaining, type Explaining } from './Explaining.ts';
import { createLookedAt } from './LookedAt.ts';
import { createPresentDiagnoses } from './presentDiagnoses.ts';
import { createRecorder } from './Recorder.ts';
import { createRecordingList, type RecordingList } from './RecordingList.ts';
import { createRecordingOpening, type Opening, type ReadOptions } from './RecordingOpening.ts';
import type { RecordingStore } from './RecordingStore.ts';
import { nameOf } from './recordingName.ts';
import type { Sending } from './Sending.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';

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
  readonly openFile: (blob: Blob, options: ReadOptions) => Promise<Reading>;
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
  const { opening, problem, read, cancel } = createRecordingOpening(session, view);
  const lookedAt = createLookedAt(session, view);

  function show(recording: Recording, notes: readonly string[], fragment: string | undefined): void {
    lookedAt.hold(recording, notes, fragment);
    session.dismiss('keep');
    if (list.list.peek() === undefined) void list.refresh();
    if (view.overlay.peek() === 'recordings') view.open(undefined);
    lookedAt.look();
  }

  type Read = (options: ReadOptions) => Promise<Reading>;

  const readStored =
    ({ id }: StoredRecording): Read =>
    async (options) =>
      world.openFile(await store.read(id), options);

  const open = (what: string, from: Read, fragment?: string): Promise<boolean> =>
    read(what, from, ({ recording, notes }) => show(recording, notes, fragment));

  const kept = computed(() => {
    const id = session.shown.value?.opened?.id;
    return id === undefined ? undefined : list.list.value?.some((stored) => stored.id === id);
  });

  async function keep(): Promise<boolean> {
    const recording = lookedAt.opened();
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

  return {
    ...list,
    current: recorder.current,
    opening,
    problem,
    span: lookedAt.span,
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
    cancelOpening: cancel,
    leave: () => session.show(undefined),
    goTo: lookedAt.goTo,
    recording() {
      if (session.shown.peek()?.opened !== undefined) return lookedAt.opened();
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
