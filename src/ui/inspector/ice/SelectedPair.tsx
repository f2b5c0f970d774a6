import type { LogEntry } from '../../../core/session/log.ts';
import { selectedPair } from '../../../core/webrtc/selectedPair.ts';
import { EntryLink } from '../../kit/EntryLink.tsx';
import css from '../Inspector.module.css';

interface SelectedPairProps {
  readonly log: readonly LogEntry[];
  readonly onSelect: (id: string) => void;
}

/** The path that the session takes, in a sentence. */
export function SelectedPair({ log, onSelect }: SelectedPairProps) {
  const selected = selectedPair(log);
  if (selected === undefined) return <p class={css.sentence}>No path is selected.</p>;
  return (
    <p class={css.sentence} data-part="selected-pair">
      The session goes <strong>{selected.sentence}</strong>:{' '}
      <EntryLink
        id={selected.entry}
        text={selected.moment === 'connected' ? 'as it connected' : 'as last seen'}
        onSelect={onSelect}
      />
      .
    </p>
  );
}
