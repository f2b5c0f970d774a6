import type { RecordingsModel } from '../../state/RecordingsModel.ts';
import { Button } from '../kit/Button.tsx';
import css from './Recordings.module.css';

/** What is being read, how far, and a way to stop. */
export function OpeningNote({ recordings }: { readonly recordings: RecordingsModel }) {
  const opening = recordings.opening.value;
  if (opening === undefined) return undefined;
  const { what, progress } = opening;
  return (
    <p class={css.opening} role="status">
      <span>Opening {what}…</span>
      <progress aria-label={`Opening ${what}`} max={1} {...(progress !== undefined && { value: progress })} />
      <Button label="Cancel" icon="cross" onPress={recordings.cancelOpening} />
    </p>
  );
}
