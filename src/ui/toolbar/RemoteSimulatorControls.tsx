import { useEffect } from 'preact/hooks';
import type { Settings } from '../../core/session/settings.ts';
import type { RemoteSimulator } from '../../state/RemoteSimulator.ts';
import { Button } from '../kit/Button.tsx';
import css from './LiveBar.module.css';
import { ScenarioPicker } from './ScenarioPicker.tsx';

interface RemoteSimulatorControlsProps {
  readonly simulator: RemoteSimulator;
  readonly settings: Settings;
}

/** Looks for a simulator behind the live target, and chooses what it plays. */
export function RemoteSimulatorControls({ simulator, settings }: RemoteSimulatorControlsProps) {
  const { route, sessionEndpoint, baseUrl } = settings;
  useEffect(() => void simulator.follow(settings), [simulator, route, sessionEndpoint, baseUrl]);
  const state = simulator.state.value;
  if (state.kind === 'found') {
    return (
      <>
        <ScenarioPicker
          scenarios={state.scenarios}
          chosen={state.scenario}
          onChoose={(id) => void simulator.choose(id)}
        />
        {state.problem !== undefined && <span role="alert">{state.problem}</span>}
      </>
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
