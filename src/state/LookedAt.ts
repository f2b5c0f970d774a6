import { batch, computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Recording } from '../core/recording/recording.ts';
import { seriesFromJSON } from '../core/session/series.ts';
import type { OpenedRecording, TimeRange, ViewModel } from './contracts.ts';
import { nameOf } from './recordingName.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';
import { createTimeTravel, type TimeTravel } from './TimeTravel.ts';

/** What is looked at: the recording that was opened, or the present run, and the moment of it. */
export interface LookedAt {
  /** what can be moved through; undefined while the run goes on */
  readonly span: ReadonlySignal<TimeRange | undefined>;
  /** Holds it until the next one: `look` shows it. `notes`: what was left out; `fragment`: of the link it came from. */
  hold(recording: Recording, notes: readonly string[], fragment: string | undefined): void;
  look(): void;
  /** to a moment, ms since the run began; without one to the end */
  goTo(moment?: number): void;
  /** the opened one, where that is looked at */
  opened(): Recording | undefined;
}

export function createLookedAt(
  session: Pick<SessionModelWithScripts, 'dismiss' | 'notify' | 'present' | 'runOutcome' | 'show' | 'shown'>,
  view: Pick<ViewModel, 'select'>,
): LookedAt {
  /** the last recording that was opened: one press back */
  let opened: { readonly recording: Recording; readonly travel: TimeTravel } | undefined;
  let travelled: { readonly log: unknown; readonly travel: TimeTravel } | undefined;

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
    span: computed((): TimeRange | undefined => {
      const { shown, present, runOutcome } = session;
      const ended = runOutcome.value === 'failed' || runOutcome.value === 'stopped';
      const whole = shown.value?.whole ?? (ended ? present.log.value : []);
      const [first] = whole;
      const last = whole.at(-1);
      if (first === undefined || last === undefined || last.at <= first.at) return undefined;
      return { from: first.at, to: last.at };
    }),
    hold(recording, notes, fragment) {
      const { log, series: data, ...head } = recording;
      const facts: OpenedRecording = { ...head, notes, ...(fragment !== undefined && { fragment }) };
      const series = data === undefined ? undefined : seriesFromJSON(data);
      const whole = { whole: log, startedAt: recording.startedAt, series, opened: facts };
      opened = { recording, travel: createTimeTravel(whole) };
      session.dismiss('left');
    },
    look,
    goTo(moment) {
      const travel = travelOf();
      if (travel === undefined) return;
      const isOpened = session.shown.peek()?.opened !== undefined;
      const atEnd = moment === undefined || moment >= travel.to;
      session.show(atEnd && !isOpened ? undefined : travel.at(atEnd ? undefined : moment));
    },
    opened: () => (session.shown.peek()?.opened === undefined ? undefined : opened?.recording),
  };
}
