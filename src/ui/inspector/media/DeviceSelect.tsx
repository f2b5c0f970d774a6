import { useEffect, useState } from 'preact/hooks';
import type { LiveDevice } from '../../../state/contracts.ts';
import css from './Media.module.css';

type Choices = Parameters<Parameters<LiveDevice['watchChoices']>[0]>[0];

/** The devices there are. Their names are known once one was allowed, of which no event tells: `on` asks anew. */
export function useDeviceChoices(controls: LiveDevice | undefined, on: boolean): Choices {
  const [choices, setChoices] = useState<Choices>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `on` changes what the browser tells
  useEffect(() => {
    if (controls === undefined) setChoices([]);
    return controls?.watchChoices(setChoices);
  }, [controls, on]);
  return choices;
}

interface DeviceSelectProps {
  readonly label: string;
  readonly choices: Choices;
  /** undefined: whichever the browser takes */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** Which of several devices is sent. */
export function DeviceSelect({ label, choices, chosen, onChoose }: DeviceSelectProps) {
  return (
    <label class={css.choice}>
      {label}
      <select
        value={chosen ?? ''}
        onChange={(event) => onChoose(choices[event.currentTarget.selectedIndex - 1]?.id)}
      >
        <option value="">The browser’s choice</option>
        {choices.map(({ id, label: name }, index) => (
          <option key={id} value={id}>
            {name === '' ? `${label} ${index + 1}` : name}
          </option>
        ))}
      </select>
    </label>
  );
}
