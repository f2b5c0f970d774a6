import { computed, effect, signal } from '@preact/signals';
import { sessionSteps, stepIndex } from '../core/session/step.ts';
import type { InspectorTab, Overlay, Selection, Theme, TimeRange, ViewModel } from './contracts.ts';
import { formatDeepLink } from './deepLink.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';
import { readKeys, writeKeys } from './shortcutKeys.ts';

/** Where small choices are remembered; both calls tolerate a storage that is refused. */
export interface Preferences {
  read(key: string): string | undefined;
  write(key: string, value: string): void;
}

const themes: readonly Theme[] = ['system', 'light', 'dark'];

export interface ViewModelOptions {
  readonly session: SessionModelWithScripts;
  readonly preferences: Preferences;
  /** absolute URL of the page without query and fragment */
  readonly pageUrl: string;
}

export function createViewModel({ session, preferences, pageUrl }: ViewModelOptions): ViewModel {
  const selection = signal<Selection | undefined>(undefined);
  const tab = signal<InspectorTab>('overview');
  const filter = signal('');
  const follow = signal(true);
  const time = signal<'relative' | 'utc'>(preferences.read('time') === 'utc' ? 'utc' : 'relative');
  const theme = signal<Theme>(themes.find((name) => name === preferences.read('theme')) ?? 'system');
  const shortcuts = signal(preferences.read('shortcuts') !== 'off');
  const keys = signal(readKeys(preferences.read('keys')));
  const overlay = signal<Overlay | undefined>(undefined);
  const range = signal<TimeRange | undefined>(undefined);
  const docs = signal<string | undefined>(undefined);

  // Another run has another clock.
  effect(() => {
    void session.startedAt.value;
    range.value = undefined;
  });

  const link = computed(() => {
    const opened = session.shown.value?.opened;
    const { outcome, pausedBefore } = session.summary.value;
    const last = pausedBefore === undefined ? undefined : sessionSteps[stepIndex(pausedBefore) - 1];
    const runs = outcome !== 'idle' && session.target === 'simulated' && opened === undefined;
    const run = runs ? (last ?? 'all') : undefined;
    const query = formatDeepLink({
      target: session.target,
      scenario: session.scenario.value?.id,
      run,
      select: selection.value,
      realtime: session.realtime.value,
      changes: session.changes(),
      docs: overlay.value === 'docs' ? docs.value : undefined,
    });
    return pageUrl + query + (opened?.fragment ?? '');
  });

  return {
    selection,
    tab,
    filter,
    follow,
    time,
    theme,
    shortcuts,
    keys,
    overlay,
    range,
    docs,
    link,
    select(next) {
      selection.value = next;
    },
    showTab(next) {
      tab.value = next;
    },
    setFilter(text) {
      filter.value = text;
    },
    setFollow(value) {
      follow.value = value;
    },
    setTime(value) {
      time.value = value;
      preferences.write('time', value);
    },
    setTheme(value) {
      theme.value = value;
      preferences.write('theme', value);
    },
    setShortcuts(value) {
      shortcuts.value = value;
      preferences.write('shortcuts', value ? 'on' : 'off');
    },
    setKeys(next) {
      keys.value = next;
      preferences.write('keys', writeKeys(next));
    },
    open(next) {
      overlay.value = next;
    },
    setRange(next) {
      range.value = next;
    },
    showDocs(code) {
      docs.value = code;
      overlay.value = 'docs';
    },
  };
}
