import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import type { RecordingsModel } from '../../state/RecordingsModel.ts';
import { nameOf } from '../../state/recordingName.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { OpeningNote } from './OpeningNote.tsx';
import css from './RecordingBar.module.css';
import { sourceWords, verdictWords } from './recordedWords.ts';
import { useArrivals } from './useArrivals.ts';

interface RecordingBarProps {
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly recordings: RecordingsModel;
}

/** Above everything, as long as a recording is looked at: that it is one, whose, and the way back. */
export function RecordingBar({ session, view, recordings }: RecordingBarProps) {
  const dragging = useArrivals(recordings);
  const shown = session.shown.value;
  const opened = shown?.opened;
  const [today] = session.diagnoses.value;
  const differs =
    opened?.verdict !== undefined &&
    shown?.moment === undefined &&
    session.catalogue.value !== undefined &&
    (opened.verdict.code !== today?.code || (opened.verdict.variant ?? today?.variant) !== today?.variant);
  const brokenOff =
    shown?.moment === undefined && ['running', 'paused'].includes(shown?.summary.outcome ?? '');
  return (
    <>
      {dragging && (
        <p class={css.drop}>Drop it to open it: recording, HAR, webrtc-internals or rtcstats dump</p>
      )}
      {view.overlay.value !== 'recordings' && <OpeningNote recordings={recordings} />}
      {opened !== undefined && (
        <section class={css.bar} aria-label="Recording" data-recording={opened.id}>
          <Icon name="tape" />
          <div class={css.words}>
            <p>
              <strong>Recording, read-only</strong> {nameOf(opened)} · {sourceWords(opened)}
            </p>
            {differs && (
              <p data-part="verdicts">
                When it was recorded: <strong>{verdictWords(opened.verdict)}</strong>. Today’s verdict:{' '}
                <strong>{verdictWords(today)}</strong>.
              </p>
            )}
            {brokenOff && (
              <p>It breaks off before the run had ended: the page that recorded it was closed.</p>
            )}
            {opened.notes.length > 0 && (
              <details>
                <summary>
                  {opened.notes.length === 1 ? 'One remark' : `${opened.notes.length} remarks`} on what was
                  read
                </summary>
                <ul>
                  {opened.notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
          {recordings.kept.value !== undefined && (
            <Button
              label={recordings.kept.value ? 'Kept in this browser' : 'Keep in this browser'}
              icon={recordings.kept.value ? 'check' : 'pin'}
              disabled={recordings.kept.value}
              onPress={() => void recordings.keep()}
            />
          )}
          <Button label="Leave the recording" icon="cross" onPress={recordings.leave} />
        </section>
      )}
    </>
  );
}
