import { useEffect } from 'preact/hooks';
import type { Settings } from '../../core/session/settings.ts';
import type { Outcome } from '../../core/session/summary.ts';
import type { RemoteSimulator } from '../../state/RemoteSimulator.ts';
import { Button } from '../kit/Button.tsx';
import css from './LiveBar.module.css';
import { ScenarioPicker } from './ScenarioPicker.tsx';

interface RemoteSimulatorControlsProps {
  readonly simulator: RemoteSimulator;
  readonly settings: Settings;
  /** of the present run: at its begin and end the simulator is asked what it plays */
  readonly outcome: Outcome;
}

/** Looks for a simulator behind the live target, and chooses what it plays. */
export function RemoteSimulatorControls({ simulator, settings, outcome }: RemoteSimulatorControlsProps) {
  const { route, sessionEndpoint, baseUrl } = settings;
  useEffect(() => void simulator.follow(settings), [simulator, route, sessionEndpoint, baseUrl]);
  useEffect(() => void simulator.refresh(), [simulator, outcome]);
  useEffect(() => {
    // Whoever comes back from a terminal or another window may have switched it there.
    const comeBack = () => void simulator.refresh();
    addEventListener('focus', comeBack);
    return () => removeEventListener('focus', comeBack);
  }, [simulator]);
  const state = simulator.state.value;
  if (state.kind === 'found') {
    return (
      <div class={css.look} onFocusIn={() => void simulator.refresh()}>
        <ScenarioPicker
          scenarios={state.scenarios}
          chosen={state.scenario}
          onChoose={(id) => void simulator.choose(id)}
        />
        {state.problem !== undefined && <span role="alert">{state.problem}</span>}
      </div>
    );
  }
  return (
    <span class={css.look}>
      <span role="status">
        {state.kind === 'absent' &&
          (state.asked.length === 0
            ? 'No URL is set to look at.'
            : `No simulator answered at ${state.asked.join(' or ')}. It answers pages of its own machine only.`)}
      </span>
      <Button
        label={state.kind === 'looking' ? 'Looking…' : 'Look for a simulator'}
        icon="simulated"
        look="quiet"
        disabled={state.kind === 'looking'}
        title="Asks these hosts for /__simulator/scenarios: is it “npm run simulator”?"
        onPress={() => void simulator.look(settings)}
      />
    </span>
  );
}
