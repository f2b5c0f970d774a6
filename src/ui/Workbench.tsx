import { landmarks } from '../core/session/landmarks.ts';
import type { LogEntry } from '../core/session/log.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { SessionModel, ViewModel } from '../state/contracts.ts';
import type { Pane } from './App.tsx';
import { Verdict } from './diagnosis/Verdict.tsx';
import { entryById } from './inspector/entryById.ts';
import { selectionOrDefault } from './inspector/inspected.ts';
import { lazyModule, lazyPart } from './kit/lazyPart.tsx';
import { Separator } from './kit/Separator.tsx';
import { Inspector, Timeline } from './lazyRunParts.ts';
import { PaneTabs } from './PaneTabs.tsx';
import { runFooter } from './steps/runFooter.ts';
import { Steps } from './steps/Steps.tsx';
import { EmptyTimeline } from './timeline/EmptyTimeline.tsx';
import { usePaneSizes } from './usePaneSizes.ts';
import css from './Workbench.module.css';
import { Welcome } from './welcome/Welcome.tsx';

const Setup = lazyPart(
  'Setup',
  lazyModule(() => import('./setup/Setup.tsx')),
  (part) => part.Setup,
);

const LogPanel = lazyPart(
  'The debug log',
  lazyModule(() => import('./log/LogPanel.tsx')),
  (part) => part.LogPanel,
);

/** From here on the lanes are worth their height. */
function isConnecting(entry: LogEntry): boolean {
  return entry.kind === 'watch' || (entry.kind === 'state' && entry.machine === 'ice' && entry.to !== 'new');
}

interface WorkbenchProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}

/** The linked panes. */
export function Workbench({ session, view, pane, onPane }: WorkbenchProps) {
  const sizes = usePaneSizes();
  const summary = session.summary.value;
  const log = session.log.value;
  const selection = selectionOrDefault(view.selection.value, summary);
  const entry = selection?.kind === 'entry' ? selection.id : undefined;
  const shown = session.shown.value;
  const recordings = session.recordings.value;
  const span = recordings?.span.value;
  const idle = summary.outcome === 'idle' && shown === undefined;
  const setupOpen = view.overlay.value === 'setup';

  function openEntry(id: string) {
    view.select({ kind: 'entry', id });
    if (!['overview', 'request', 'response'].includes(view.tab.value)) view.showTab('overview');
    onPane(pane === 'log' ? 'inspector' : 'log');
  }
  function openStep(step: SessionStep) {
    view.select({ kind: 'step', step });
    onPane('inspector');
  }
  function runTo(step: SessionStep) {
    if (
      session.runOutcome.value === 'paused' &&
      shown === undefined &&
      summary.steps.some((each) => each.step === step && each.state === 'waiting')
    ) {
      session.continue(step);
    } else void session.run({ until: step });
  }

  return (
    <main class={css.main}>
      {setupOpen && <Setup session={session} onClose={() => view.open(undefined)} />}
      <div class={css.panes} data-pane={pane} data-idle={idle} style={sizes.style}>
        <PaneTabs chosen={pane} onChoose={onPane} />
        <div class={css.upper}>
          <Steps
            steps={summary.steps}
            selected={selection?.kind === 'step' ? selection.step : entryById(log, entry)?.step}
            pausedBefore={summary.outcome === 'paused' ? summary.pausedBefore : undefined}
            setupOpen={setupOpen}
            watched={session.target === 'watched'}
            footer={runFooter(summary)}
            onSelect={openStep}
            onRunTo={runTo}
            onRunFrom={(step) => void session.run({ from: step })}
            onSetup={() => view.open(setupOpen ? undefined : 'setup')}
          />
          <Separator label="Width of the steps" orientation="vertical" controls="steps" {...sizes.steps} />
          <div class={css.centre}>
            <Verdict session={session} view={view} onOpen={openEntry} onStep={openStep} />
            {idle ? (
              <Welcome session={session} view={view} />
            ) : (
              <>
                <Separator
                  label="Height of the verdict"
                  orientation="horizontal"
                  controls="verdict"
                  {...sizes.verdict}
                />
                <Inspector session={session} view={view} />
              </>
            )}
          </div>
        </div>
        {idle ? (
          <EmptyTimeline />
        ) : (
          <Timeline
            log={shown?.whole ?? log}
            moment={shown?.moment}
            travel={span && recordings && { span, goTo: recordings.goTo }}
            clock={session.clock}
            tall={landmarks(shown?.whole ?? log).some(isConnecting)}
            selected={entry}
            range={view.range.value}
            onSelect={openEntry}
            onRange={view.setRange}
          />
        )}
        <Separator
          label="Height of the log"
          orientation="horizontal"
          controls="log"
          paneAfter
          {...sizes.log}
        />
        <section class={css.log} id="log" data-panel="log" aria-label="Debug log">
          <LogPanel session={session} view={view} onOpen={openEntry} />
        </section>
      </div>
    </main>
  );
}
