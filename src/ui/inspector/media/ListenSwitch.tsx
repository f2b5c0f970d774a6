import { useState } from 'preact/hooks';
import type { LogEntryOf } from '../../../core/session/log.ts';
import type { LiveControls } from '../../../state/contracts.ts';
import { MediaRow } from './MediaRow.tsx';

interface ListenSwitchProps {
  readonly controls: LiveControls['playback'] | undefined;
  readonly last: LogEntryOf<'media'> | undefined;
  readonly onSelect: (id: string) => void;
}

/** The far end's audio, once it has any. */
export function ListenSwitch({ controls, last, onSelect }: ListenSwitchProps) {
  const [, redraw] = useState(0);
  const on = controls?.listening() ?? false;
  const blocked = last?.event === 'blocked';

  async function toggle() {
    await controls?.listen(!on);
    redraw((count) => count + 1);
  }

  const state = on
    ? last?.event === 'playing'
      ? 'You hear the far end.'
      : 'It will be heard as soon as the far end sends audio.'
    : blocked
      ? 'The browser refused to play: a page may make sound only after somebody clicked or typed in it. Your app needs a button for this; press the switch here, and it plays.'
      : 'Off.';
  return (
    <MediaRow
      icon="sound"
      label="Listen to the far end"
      on={on}
      disabled={controls === undefined}
      state={state}
      entry={last}
      onSelect={onSelect}
      onToggle={() => void toggle()}
    />
  );
}
