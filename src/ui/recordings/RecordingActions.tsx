import type { StoredRecording } from '../../core/recording/storedRecording.ts';
import type { RecordingsModel } from '../../state/RecordingsModel.ts';
import { Button } from '../kit/Button.tsx';

interface RecordingActionsProps {
  readonly recordings: RecordingsModel;
  readonly recording: StoredRecording;
  /** in the tab order */
  readonly active: boolean;
  readonly onRename: () => void;
}

/**
 * What can be done with one recording of the list. Each button is quiet, shows its icon only and takes its place in
 * the tab order from `active`. What replays ("Run this again, simulated") is beside the verdict.
 */
export function RecordingActions({ recordings, recording, active, onRename }: RecordingActionsProps) {
  const { id, pinned } = recording;
  const common = { look: 'quiet', iconOnly: true, tabIndex: active ? 0 : -1 } as const;
  return (
    <>
      {recordings.current() !== id && (
        <Button
          {...common}
          label="Compare"
          icon="fit"
          title="Compare with what is on screen"
          onPress={() => void recordings.compareStored(recording)}
        />
      )}
      <Button {...common} label="Rename" icon="rename" title="Rename (F2)" onPress={onRename} />
      <Button
        {...common}
        label={pinned ? 'Unpin' : 'Pin'}
        icon="pin"
        pressed={pinned}
        title={pinned ? 'Pinned: it stays until you delete it' : 'Pin: it stays when newer runs come'}
        onPress={() => void recordings.pin(id, !pinned)}
      />
      <Button
        {...common}
        label="Delete"
        icon="bin"
        title="Delete (Delete key); can be undone"
        onPress={() => void recordings.remove(recording)}
      />
    </>
  );
}
