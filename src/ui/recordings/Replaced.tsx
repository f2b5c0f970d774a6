import type { PersonalKind, Replaced as ReplacedKind } from '../../core/recording/anonymise.ts';
import css from './Send.module.css';
import { personalWords } from './sendWords.ts';

interface ReplacedProps {
  readonly replaced: readonly ReplacedKind[];
  readonly keep: readonly PersonalKind[];
  readonly onKeep: (kind: PersonalKind, kept: boolean) => void;
}

/** What stands for whom, and ticks for what may stay. */
export function Replaced({ replaced, keep, onKeep }: ReplacedProps) {
  return (
    <fieldset class={css.group}>
      <legend>Replaced before it leaves; tick what may stay</legend>
      {replaced.map(({ kind, count, examples }) => (
        <div key={kind} class={css.kind}>
          <label>
            <input
              type="checkbox"
              checked={keep.includes(kind)}
              onChange={(event) => onKeep(kind, event.currentTarget.checked)}
            />
            <span>
              {personalWords[kind]} <span class={css.note}>({count})</span>
            </span>
          </label>
          <ul>
            {examples.map(({ from, to }) => (
              <li key={from}>
                <code>{from}</code>{' '}
                {keep.includes(kind) ? (
                  'stays'
                ) : (
                  <>
                    → <code>{to}</code>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {replaced.length === 0 && <p class={css.note}>Nothing in it says who or where somebody is.</p>}
      <p class={css.note}>
        Keys, tokens and passwords were never recorded: their names stand for them (token#1).
      </p>
    </fieldset>
  );
}
