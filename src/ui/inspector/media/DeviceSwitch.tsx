import { useState } from 'preact/hooks';
import type { LogEntryOf } from '../../../core/session/log.ts';
import type { LiveDevice } from '../../../state/contracts.ts';
import { DeviceSelect, useDeviceChoices } from './DeviceSelect.tsx';
import { LevelBar } from './LevelBar.tsx';
import { MediaRow } from './MediaRow.tsx';
import { mediaStateWords, refusalWords } from './mediaWords.ts';
import { Picture } from './Picture.tsx';

interface DeviceSwitchProps {
  readonly device: 'microphone' | 'camera';
  readonly controls: LiveDevice | undefined;
  readonly last: LogEntryOf<'media'> | undefined;
  readonly onSelect: (id: string) => void;
}

/** One switch sends the real device. */
export function DeviceSwitch({ device, controls, last, onSelect }: DeviceSwitchProps) {
  const [asking, setAsking] = useState(false);
  const [wanted, setWanted] = useState<string | undefined>(undefined);
  const on = controls?.isOn() ?? false;
  const choices = useDeviceChoices(controls, on);
  // One that was unplugged since cannot be asked for.
  const chosen = choices.some(({ id }) => id === wanted) ? wanted : undefined;
  const refused = last?.event === 'refused';

  async function toggle() {
    if (controls === undefined) return;
    if (on || asking) {
      controls.turnOff();
      setAsking(false);
    } else await turnOn(chosen);
  }

  async function turnOn(id: string | undefined) {
    setAsking(true);
    await controls?.turnOn(id);
    setAsking(false);
  }

  function choose(id: string | undefined) {
    setWanted(id);
    if (on || asking) void turnOn(id);
  }

  const state = asking
    ? 'Waiting for your consent: the browser asks you now.'
    : on && last !== undefined
      ? mediaStateWords(last.event)
      : refused
        ? refusalWords(last)
        : last?.event === 'ended'
          ? mediaStateWords('ended')
          : 'Off.';
  return (
    <MediaRow
      icon={device}
      label={device === 'microphone' ? 'Send the microphone' : 'Send the camera'}
      on={on || asking}
      disabled={controls === undefined}
      state={state}
      entry={last}
      onSelect={onSelect}
      onToggle={() => void toggle()}
    >
      {choices.length > 1 && (
        <DeviceSelect
          label={device === 'microphone' ? 'Microphone' : 'Camera'}
          choices={choices}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      {on && device === 'microphone' && <LevelBar level={controls?.level} />}
      {on && device === 'camera' && <Picture stream={controls?.stream()} />}
    </MediaRow>
  );
}
