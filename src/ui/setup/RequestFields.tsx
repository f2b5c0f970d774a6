import type { Modality } from '../../core/session/settings.ts';
import { CheckField } from './CheckField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { Field } from './Field.tsx';
import { problemOf, type SettingFieldsProps } from './fieldProps.ts';
import { NumberField } from './NumberField.tsx';
import css from './Setup.module.css';
import { TextField } from './TextField.tsx';

const modalities: readonly Modality[] = ['audio', 'video'];

/** What the call asks for. */
export function RequestFields({ settings, problems, set }: SettingFieldsProps) {
  const text = (key: 'voice' | 'model' | 'instructions', label: string, long = false) => (
    <TextField
      id={`setup-${key}`}
      label={label}
      long={long}
      value={settings[key]}
      problem={problemOf(problems, key)}
      onChange={(value) => set(key, value)}
    />
  );
  return (
    <fieldset class={css.group}>
      <legend>The call</legend>
      {text('voice', 'Voice')}
      {text('model', 'Model')}
      <NumberField
        id="setup-temperature"
        label="Temperature"
        hint="From 0 to 1."
        step={0.1}
        min={0}
        max={1}
        value={settings.temperature}
        problem={problemOf(problems, 'temperature')}
        onChange={(value) => set('temperature', value)}
      />
      {text('instructions', 'Instructions', true)}
      <Field id="setup-modality-audio" label="Modalities" problem={problemOf(problems, 'modalities')}>
        <span class={css.checks}>
          {modalities.map((modality) => (
            <label key={modality}>
              <input
                id={`setup-modality-${modality}`}
                type="checkbox"
                checked={settings.modalities.includes(modality)}
                onChange={(event) => {
                  const wanted = event.currentTarget.checked;
                  set(
                    'modalities',
                    modalities.filter((each) =>
                      each === modality ? wanted : settings.modalities.includes(each),
                    ),
                  );
                }}
              />
              {modality}
            </label>
          ))}
        </span>
      </Field>
      <CheckField
        id="setup-transcription"
        label="Transcription"
        hint="Sent as return_transcription."
        checked={settings.transcription}
        onChange={(value) => set('transcription', value)}
      />
      <CheckField
        id="setup-history"
        label="History"
        checked={settings.history}
        onChange={(value) => set('history', value)}
      />
      <ChoiceField
        id="setup-iceTransportPolicy"
        label="ICE transport policy"
        value={settings.iceTransportPolicy}
        choices={[
          ['all', 'all: any path'],
          ['relay', 'relay: through TURN only'],
        ]}
        problem={problemOf(problems, 'iceTransportPolicy')}
        onChange={(value) => set('iceTransportPolicy', value)}
      />
    </fieldset>
  );
}
