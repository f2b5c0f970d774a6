import { effect } from '@preact/signals';
import type { Diagnosis } from '../core/diagnosis/diagnosis.ts';
import { createRecording } from '../core/recording/createRecording.ts';
import type { RunFacts } from '../core/recording/storedRecording.ts';
import type { LogEntry } from '../core/session/log.ts';
import type { Series } from '../core/session/series.ts';
import type { PresentRun } from './contracts.ts';
import type { RecordingStore, RecordingWriter } from './RecordingStore.ts';

/** Statistics are stored whole: at least so many ms apart, and so many times as long as writing them down takes. */
const seriesPace = { apart: 10_000, times: 200 } as const;

export interface RecorderOptions {
  readonly present: PresentRun;
  readonly store: Pick<RecordingStore, 'begin'>;
  /** version of the product that records */
  readonly product: string;
  /** id of the scenario that is selected */
  readonly scenario: () => string | undefined;
  /** what is made of the present run so far; reads signals */
  readonly diagnoses: () => readonly Diagnosis[];
  readonly newId: () => string;
  /** monotonic, ms */
  readonly now: () => number;
  /** runs `task` within a second, when the page has time for it, or as good as at once; returns what cancels it */
  readonly soon: (task: () => void, urgent: boolean) => () => void;
  /** a run could not be stored: it goes on in memory */
  readonly onTrouble: (why: string) => void;
  /** a recording began, or got a verdict or an end */
  readonly onChange: () => void;
}

/** One run, as far as it is stored. */
interface Tape {
  readonly id: string;
  readonly first: LogEntry;
  readonly scenario: string | undefined;
  log: readonly LogEntry[];
  facts: Omit<RunFacts, 'verdict' | 'duration'>;
  diagnoses: readonly Diagnosis[];
  series: Series | undefined;
  written: number;
  /** what the stored row says of its verdict and outcome */
  told: string;
  seriesNotBefore: number;
  seriesAdded: number;
  /** writes wait for one another */
  queue: Promise<RecordingWriter | undefined>;
}

/** Records every run as it happens, in batches. A storage that fails costs the recording, never the run. */
export function createRecorder(options: RecorderOptions) {
  const { present, store, now, soon, onTrouble, onChange } = options;
  let tape: Tape | undefined;
  let cancel: (() => void) | undefined;

  function begin(log: readonly LogEntry[], first: LogEntry): Tape {
    const id = options.newId();
    const scenario =
      first.kind === 'run-started' && first.target === 'simulated' ? options.scenario() : undefined;
    const { log: _, ...head } = createRecording({
      log,
      diagnoses: [],
      scenario,
      product: options.product,
      id,
    });
    const queue = store.begin(head).then(
      (writer) => {
        onChange();
        return writer;
      },
      (error: unknown) => fail(error),
    );
    const facts = { target: 'simulated', outcome: 'running' } as const;
    const nothing = { facts, diagnoses: [], series: undefined, written: 0, told: '' };
    return { id, first, scenario, log, ...nothing, seriesNotBefore: 0, seriesAdded: 0, queue };
  }

  function fail(error: unknown): undefined {
    onTrouble(error instanceof Error ? error.message : String(error));
    return undefined;
  }

  function close(old: Tape | undefined): void {
    if (old === undefined) return;
    write(old);
    void old.queue.then((writer) => writer?.close());
  }

  /** JSON of the statistics, where it is time to store them again. */
  function seriesOf(of: Tape): string | undefined {
    const { series } = of;
    const ended = isOver(of.facts.outcome);
    const began = now();
    if (series === undefined || series.added === of.seriesAdded) return undefined;
    if (began < of.seriesNotBefore && !ended) return undefined;
    const json = JSON.stringify(series);
    of.seriesAdded = series.added;
    of.seriesNotBefore = now() + Math.max(seriesPace.apart, seriesPace.times * (now() - began));
    return json;
  }

  function write(of: Tape): void {
    const news = newsOf(of);
    const series = seriesOf(of);
    const added = of.log.slice(of.written);
    const changed = news !== of.told;
    if (added.length === 0 && !changed && series === undefined) return;
    of.written = of.log.length;
    of.told = news;
    const { diagnoses, log } = of;
    const { verdict } = createRecording({ log, diagnoses, product: options.product, id: of.id });
    const batch = {
      entries: added.map((entry) => JSON.stringify(entry)).join(','),
      count: added.length,
      ...(series !== undefined && { series }),
      facts: {
        ...of.facts,
        duration: (log.at(-1)?.at ?? 0) - of.first.at,
        ...(verdict !== undefined && { verdict }),
      },
    };
    of.queue = of.queue.then(async (writer) => {
      if (writer === undefined) return undefined;
      try {
        await writer.append(batch);
        if (changed) onChange();
        return writer;
      } catch (error) {
        writer.close();
        return fail(error);
      }
    });
  }

  function flush(): Promise<unknown> {
    cancel?.();
    cancel = undefined;
    if (tape !== undefined) write(tape);
    return tape?.queue ?? Promise.resolve();
  }

  const stop = effect(() => {
    const log = present.log.value;
    const { outcome, target } = present.summary.value;
    const series = present.series.value?.series;
    // A verdict that comes after the last entry is stored too.
    const diagnoses = options.diagnoses();
    const [first] = log;
    if (first !== tape?.first) {
      close(tape);
      tape = first === undefined ? undefined : begin(log, first);
    }
    if (tape === undefined) return;
    Object.assign(tape, { log, diagnoses, facts: { outcome, target }, series: series ?? tape.series });
    const measured = (tape.series?.added ?? 0) > tape.seriesAdded && now() >= tape.seriesNotBefore;
    const news = tape.told !== newsOf(tape);
    if (news && isOver(outcome)) {
      // Who sees a run fail may close the page at once.
      cancel?.();
      cancel = soon(() => void flush(), true);
    } else if (news || log.length > tape.written || measured) {
      cancel ??= soon(() => void flush(), false);
    }
  });

  return {
    /** id of the recording of the present run */
    current: () => tape?.id,
    scenario: () => tape?.scenario,
    /** stores now what waits; resolves when it is stored, or cannot be */
    flush,
    stop() {
      stop();
      cancel?.();
      close(tape);
    },
  };
}

function isOver(outcome: RunFacts['outcome']): boolean {
  return outcome === 'failed' || outcome === 'stopped';
}

/** What the list shows of it, and changes. */
function newsOf({ facts, diagnoses }: Tape): string {
  return `${facts.outcome} ${diagnoses[0]?.code} ${diagnoses[0]?.variant}`;
}
