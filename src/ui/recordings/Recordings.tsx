import { useEffect, useState } from 'preact/hooks';
import type { RecordingsModel } from '../../state/RecordingsModel.ts';
import { nameOf } from '../../state/recordingName.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import { ExplainText } from './ExplainText.tsx';
import { OpenAnything } from './OpenAnything.tsx';
import { OpeningNote } from './OpeningNote.tsx';
import css from './Recordings.module.css';
import { RecordingTable } from './RecordingTable.tsx';
import { searchRecordings } from './recordingWords.ts';

/** What is kept in this browser, and every way to open something else. */
export function Recordings({ recordings }: { readonly recordings: RecordingsModel }) {
  const [text, setText] = useState('');
  useEffect(() => void recordings.refresh(), [recordings]);
  const list = recordings.list.value;
  const problem = recordings.problem.value ?? recordings.listProblem.value;
  const removed = recordings.removed.value;
  return (
    <div class={css.recordings} data-part="recordings">
      <OpenAnything recordings={recordings} />
      <ExplainText explaining={recordings.explaining} openBlob={recordings.openBlob} />
      <OpeningNote recordings={recordings} />
      {problem !== undefined && (
        <p class={css.problem} role="alert">
          <Icon name="cross" />
          <span>{problem}</span>
        </p>
      )}
      <div class={css.bar}>
        <h3>Kept in this browser</h3>
        <input
          type="search"
          class={css.search}
          aria-label="Search the recordings"
          placeholder="Search"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {removed !== undefined && (
        <p class={css.undo} role="status">
          <span>Deleted: {nameOf(removed)}.</span>
          <Button label="Undo" onPress={() => void recordings.undoRemove()} />
        </p>
      )}
      <List recordings={recordings} list={list} text={text} />
      <p class={css.note}>
        The last 50 runs stay here, and those that are pinned. Nothing is uploaded. Keys, tokens and passwords
        are never stored.
      </p>
    </div>
  );
}

function List({
  recordings,
  list,
  text,
}: {
  readonly recordings: RecordingsModel;
  readonly list: ReturnType<typeof searchRecordings> | undefined;
  readonly text: string;
}) {
  if (list === undefined) {
    return (
      <Placeholder>
        {recordings.listProblem.value === undefined ? 'Reading the list…' : 'There is no list to show.'}
      </Placeholder>
    );
  }
  if (list.length === 0) {
    return (
      <Placeholder>
        Nothing yet. Every run is recorded here as it happens: press Run, then come back.
      </Placeholder>
    );
  }
  const found = searchRecordings(list, text);
  if (found.length === 0) return <Placeholder>No recording says “{text}”.</Placeholder>;
  return <RecordingTable recordings={recordings} list={found} />;
}
