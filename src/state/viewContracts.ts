import type { ReadonlySignal } from '@preact/signals';
import type { SessionStep } from '../core/session/step.ts';
import type { ShortcutKeys } from './shortcutKeys.ts';

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
