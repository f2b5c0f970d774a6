import { useState } from 'preact/hooks';
import type { Draft, Sending } from '../../state/Sending.ts';
import { Button } from '../kit/Button.tsx';
import { saveFile } from './saveFile.ts';

interface SaveButtonProps {
  readonly sending: Sending;
  readonly draft: Draft;
  readonly disabled: boolean;
}

/** Saves the file; says when it is on its way to the browser's downloads. */
export function SaveButton({ sending, draft, disabled }: SaveButtonProps) {
  const [saved, setSaved] = useState<Draft | undefined>(undefined);
  async function save() {
    saveFile(await sending.pack(draft), draft.fileName);
    setSaved(draft);
  }
  const done = saved === draft;
  return (
    <Button
      label={done ? 'Saved' : 'Save the file'}
      icon={done ? 'check' : 'download'}
      look="primary"
      disabled={disabled}
      onPress={() => void save()}
    />
  );
}
