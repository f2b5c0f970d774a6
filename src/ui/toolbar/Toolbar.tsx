import type { Target } from '../../core/session/settings.ts';
import type { Outcome } from '../../core/session/summary.ts';
import type { Overlay, ScenarioInfo, Theme } from '../../state/contracts.ts';
import type { ShortcutKeys } from '../../state/shortcutKeys.ts';
import { Button } from '../kit/Button.tsx';
import { ScenarioPicker } from './ScenarioPicker.tsx';
import { TargetSwitch } from './TargetSwitch.tsx';
import css from './Toolbar.module.css';
import { nextTheme, themeIcons, themeWords } from './themeWords.ts';

interface ToolbarProps {
  readonly target: Target;
  /** of the present run */
  readonly outcome: Outcome;
  /** there is nothing to clear */
  readonly empty: boolean;
  readonly scenarios: readonly ScenarioInfo[] | undefined;
  readonly scenario: ScenarioInfo | undefined;
  readonly theme: Theme;
  /** undefined while single keys are switched off */
  readonly keys: ShortcutKeys | undefined;
  readonly onChoose: (id: string) => void;
  readonly onRun: () => void;
  readonly onStep: () => void;
  readonly onStop: () => void;
  readonly onClear: () => void;
  readonly onOpen: (overlay: Overlay) => void;
  readonly onTheme: (theme: Theme) => void;
}

/** `aria-keyshortcuts`, where there is one. */
function keysOf(key: string | undefined) {
  return key === undefined ? {} : { keys: key };
}

export function Toolbar(props: ToolbarProps) {
  const { target, outcome, theme, keys, onOpen } = props;
  const watched = target === 'watched';
  const named = (words: string, key: string | undefined) => (key === undefined ? words : `${words} (${key})`);
  const alive = outcome === 'running' || outcome === 'paused' || outcome === 'connected';
  return (
    <header class={css.toolbar} data-target={target}>
      <h1 class={css.name}>Session debugger</h1>
      <TargetSwitch target={target} />
      {target === 'simulated' && (
        <ScenarioPicker scenarios={props.scenarios} chosen={props.scenario} onChoose={props.onChoose} />
      )}
      {/* A group of three buttons is no form */}
      <div class={css.controls} role="group" aria-label="Session">
        <Button
          label="Run"
          icon="play"
          look="primary"
          {...keysOf(keys?.run)}
          title={watched ? 'The watched page runs its sessions itself' : named('Run all steps', keys?.run)}
          disabled={watched}
          onPress={props.onRun}
        />
        <Button
          label="Step"
          icon="step"
          {...keysOf(keys?.step)}
          title={named('Run one step and wait', keys?.step)}
          disabled={watched || outcome === 'running' || outcome === 'connected'}
          onPress={props.onStep}
        />
        <Button
          label="Stop"
          icon="stop"
          keys="Escape"
          title="Stop at once (Esc)"
          disabled={watched || !alive}
          onPress={props.onStop}
        />
        <Button
          label="Clear"
          icon="clear"
          look="quiet"
          iconOnly
          disabled={props.empty}
          title="Clear the log and begin afresh"
          onPress={props.onClear}
        />
      </div>
      <div class={css.end}>
        <Button
          label="Save or send"
          icon="send"
          look="quiet"
          disabled={props.empty}
          title="Save or send: a file, a report, a link"
          onPress={() => onOpen('send')}
        />
        <Button
          label="Recordings"
          icon="tape"
          look="quiet"
          title="Recordings: what is kept, and what you open"
          onPress={() => onOpen('recordings')}
        />
        <Button
          label="Catalogue"
          icon="cards"
          look="quiet"
          title="Catalogue of failures"
          onPress={() => onOpen('docs')}
        />
        <Button
          label="Commands"
          icon="command"
          look="quiet"
          iconOnly
          keys="Control+K Meta+K"
          title="Commands (Ctrl+K or ⌘K)"
          onPress={() => onOpen('palette')}
        />
        <Button
          label="Keyboard shortcuts"
          icon="keys"
          look="quiet"
          iconOnly
          {...keysOf(keys?.keys)}
          title={named('Keyboard shortcuts', keys?.keys)}
          onPress={() => onOpen('shortcuts')}
        />
        <Button
          label={`Theme: ${themeWords[theme]}`}
          icon={themeIcons[theme]}
          look="quiet"
          iconOnly
          onPress={() => props.onTheme(nextTheme(theme))}
        />
      </div>
    </header>
  );
}
