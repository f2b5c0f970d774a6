import type { StoredRecording } from '../../core/recording/storedRecording.ts';
import { duration } from '../../core/session/wording.ts';
import type { RecordingsModel } from '../../state/RecordingsModel.ts';
import { Icon } from '../kit/Icon.tsx';
import { RecordingActions } from './RecordingActions.tsx';
import css from './Recordings.module.css';
import { RenameField } from './RenameField.tsx';
import { outcomeWords, sizeWords, targetWord, whenWords } from './recordingWords.ts';

interface RecordingRowProps {
  readonly recordings: RecordingsModel;
  readonly recording: StoredRecording;
  /** its buttons are in the tab order */
  readonly active: boolean;
  readonly renaming: boolean;
  readonly onActive: () => void;
  readonly onRename: (on: boolean) => void;
}

export function RecordingRow(props: RecordingRowProps) {
  const { recordings, recording, active, renaming, onActive, onRename } = props;
  const { id, name, scenario, verdict, startedAt, target, state } = recording;
  const { word, icon, tone } = outcomeWords(recording);
  const current = recordings.current() === id;
  return (
    <tr data-recording={id} data-state={state} data-active={active} onFocusIn={onActive}>
      <td class={css.when}>
        <button
          type="button"
          class={css.openLink}
          data-open
          tabIndex={active ? 0 : -1}
          title="Open this recording"
          onClick={() => void recordings.openStored(recording)}
        >
          {whenWords(startedAt)}
        </button>
        {current && <span class={css.now}>this run</span>}
      </td>
      <td>{targetWord(target)}</td>
      <td class={css.named}>
        {renaming ? (
          <RenameField
            name={name ?? ''}
            onDone={(given) => {
              onRename(false);
              if (given !== undefined) void recordings.rename(id, given);
            }}
          />
        ) : (
          <>
            {name !== undefined && <strong>{name}</strong>}
            {scenario !== undefined && <code>{scenario}</code>}
            {name === undefined && scenario === undefined && <span class={css.none}>–</span>}
          </>
        )}
      </td>
      <td>
        <span class={css.outcome} data-tone={tone}>
          <Icon name={icon} />
          {word}
        </span>
      </td>
      <td class={css.verdict}>
        {verdict === undefined ? (
          <span class={css.none}>–</span>
        ) : (
          <>
            {verdict.title}
            <code>{verdict.code}</code>
          </>
        )}
      </td>
      <td class={css.number}>{duration(recording.duration)}</td>
      <td class={css.number}>{sizeWords(recording.bytes)}</td>
      <td class={css.actions}>
        <RecordingActions
          recordings={recordings}
          recording={recording}
          active={active}
          onRename={() => onRename(true)}
        />
      </td>
    </tr>
  );
}
