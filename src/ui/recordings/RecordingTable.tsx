import { useRef, useState } from 'preact/hooks';
import type { StoredRecording } from '../../core/recording/storedRecording.ts';
import type { RecordingsModel } from '../../state/RecordingsModel.ts';
import { RecordingRow } from './RecordingRow.tsx';
import css from './Recordings.module.css';

interface RecordingTableProps {
  readonly recordings: RecordingsModel;
  readonly list: readonly StoredRecording[];
}

/** One row is in the tab order; the arrow keys move it. Enter opens, F2 renames, Delete deletes. */
export function RecordingTable({ recordings, list }: RecordingTableProps) {
  const [active, setActive] = useState(0);
  const [renaming, setRenaming] = useState<string | undefined>(undefined);
  const body = useRef<HTMLTableSectionElement>(null);
  const current = Math.min(active, list.length - 1);

  function focusRow(index: number) {
    setActive(index);
    body.current?.querySelectorAll<HTMLElement>('[data-open]')[index]?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const recording = list[current];
    if (recording === undefined || renaming !== undefined) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: list.length - 1,
    };
    const wanted = moves[event.key];
    if (wanted !== undefined) focusRow(Math.min(list.length - 1, Math.max(0, wanted)));
    else if (event.key === 'F2') setRenaming(recording.id);
    else if (event.key === 'Delete') {
      focusRow(Math.max(0, current === list.length - 1 ? current - 1 : current + 1));
      setActive(Math.min(current, list.length - 2));
      void recordings.remove(recording);
    } else return;
    event.preventDefault();
  }

  return (
    <table class={css.table} aria-label="Recordings" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {['Time', 'Target', 'Scenario or name', 'Outcome', 'Verdict', 'Duration', 'Size', 'Actions'].map(
            (name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody ref={body}>
        {list.map((recording, index) => (
          <RecordingRow
            key={recording.id}
            recordings={recordings}
            recording={recording}
            active={index === current}
            renaming={recording.id === renaming}
            onActive={() => setActive(index)}
            onRename={(on) => setRenaming(on ? recording.id : undefined)}
          />
        ))}
      </tbody>
    </table>
  );
}
