import './theme/tokens.css';
import './theme/base.css';
import { useState } from 'preact/hooks';
import type { SessionModel, ViewModel } from '../state/contracts.ts';
import css from './App.module.css';
import { announcement } from './announcement.ts';
import { lazyModule, lazyPart } from './kit/lazyPart.tsx';
import { RecordingBar } from './lazyRecordingParts.ts';
import { Notices } from './toolbar/Notices.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { useShortcuts } from './useShortcuts.ts';
import { Workbench } from './Workbench.tsx';

const LiveBar = lazyPart(
  'The target',
  lazyModule(() => import('./toolbar/LiveBar.tsx')),
  (part) => part.LiveBar,
);

const WatchedBar = lazyPart(
  'The watched page',
  lazyModule(() => import('./watched/WatchedBar.tsx')),
  (part) => part.WatchedBar,
);

const Overlays = lazyPart(
  'What was opened',
  lazyModule(() => import('./overlays/Overlays.tsx')),
  (part) => part.Overlays,
);

export type Pane = 'steps' | 'verdict' | 'inspector' | 'log';

interface AppProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
}

export function App({ session, view }: AppProps) {
  // On a narrow screen one pane at a time is in view.
  const [pane, setPane] = useState<Pane>('verdict');
  const summary = session.summary.value;
  const recordings = session.recordings.value;
  useShortcuts(session, view);
  return (
    <div class={css.app} data-theme={view.theme.value}>
      <Toolbar
        target={session.target}
        outcome={session.runOutcome.value}
        empty={summary.outcome === 'idle'}
        scenarios={session.scenarios.value}
        scenario={session.scenario.value}
        theme={view.theme.value}
        keys={view.shortcuts.value ? view.keys.value : undefined}
        onChoose={session.selectScenario}
        onRun={() => {
          view.select(undefined);
          void session.run();
        }}
        onStep={() => void session.step()}
        onStop={session.stop}
        onClear={session.clear}
        onOpen={view.open}
        onTheme={view.setTheme}
      />
      {session.target === 'live' && <LiveBar session={session} />}
      {session.target === 'watched' && <WatchedBar session={session} />}
      <Notices notices={session.notices.value} onDismiss={session.dismiss} />
      {recordings !== undefined && <RecordingBar session={session} view={view} recordings={recordings} />}
      <Workbench session={session} view={view} pane={pane} onPane={setPane} />
      <p class={css.announcement} role="status">
        {session.shown.value?.moment === undefined && announcement(summary, session.diagnoses.value[0])}
      </p>
      {view.overlay.value !== undefined && view.overlay.value !== 'setup' && (
        <Overlays session={session} view={view} />
      )}
    </div>
  );
}
