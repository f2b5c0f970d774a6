import type { Modality } from '../../../core/session/settings.ts';
import { CheckField } from '../../setup/CheckField.tsx';
import { NumberField } from '../../setup/NumberField.tsx';
import { TextField } from '../../setup/TextField.tsx';
import type { UpdateFields } from './sessionUpdate.ts';

interface UpdateFormProps {
  readonly fields: UpdateFields;
  readonly onChange: (fields: UpdateFields) => void;
}

const modalities: readonly Modality[] = ['audio', 'video'];

/** The members of a session.update. */
export function UpdateForm({ fields, onChange }: UpdateFormProps) {
  const change = (changes: Partial<UpdateFields>) => onChange({ ...fields, ...changes });
  return (
    <>
      <TextField
        id="channel-model"
        label="Model"
        value={fields.model}
        onChange={(model) => change({ model })}
      />
      <TextField
        id="channel-voice"
        label="Voice"
        value={fields.voice}
        onChange={(voice) => change({ voice })}
      />
      <NumberField
        id="channel-temperature"
        label="Temperature, 0 to 1"
        step={0.1}
        value={fields.temperature}
        onChange={(temperature) => change({ temperature: Number.isFinite(temperature) ? temperature : 0 })}
      />
      <TextField
        id="channel-instructions"
        label="Instructions"
        value={fields.instructions}
        long
        onChange={(instructions) => change({ instructions })}
      />
      {modalities.map((modality) => (
        <CheckField
          key={modality}
          id={`channel-${modality}`}
          label={modality === 'audio' ? 'Audio' : 'Video'}
          checked={fields.modalities.includes(modality)}
          onChange={(checked) =>
            change({
              modalities: modalities.filter((each) =>
                each === modality ? checked : fields.modalities.includes(each),
              ),
            })
          }
        />
      ))}
    </>
  );
}
