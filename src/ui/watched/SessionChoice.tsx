import type { WatchedSessionInfo } from '../../state/WatchedModel.ts';
import css from './Watched.module.css';

interface SessionChoiceProps {
  readonly sessions: readonly WatchedSessionInfo[];
  readonly shown: number | undefined;
  readonly onShow: (number: number | undefined) => void;
}

/** Which of the page’s sessions is shown; the latest unless another is chosen. */
export function SessionChoice({ sessions, shown, onShow }: SessionChoiceProps) {
  if (sessions.length < 2) return undefined;
  return (
    <label class={css.choice}>
      Session
      <select
        value={String(shown)}
        onChange={(event) => {
          const number = Number(event.currentTarget.value);
          onShow(number === sessions.length ? undefined : number);
        }}
      >
        {sessions.map(({ number, startedAt, outcome }) => (
          <option key={number} value={String(number)}>
            {`${number} of ${sessions.length} · ${new Date(startedAt).toISOString().slice(11, 19)} UTC · ${outcome}`}
          </option>
        ))}
      </select>
    </label>
  );
}
