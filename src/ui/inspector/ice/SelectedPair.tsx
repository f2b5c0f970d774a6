import type { CandidatePairFacts } from '../../../core/session/log.ts';
import { duration } from '../../../core/session/wording.ts';
import css from '../Inspector.module.css';

/** The path that the session takes, in a sentence. */
export function SelectedPair({ pairs }: { readonly pairs: readonly CandidatePairFacts[] }) {
  const pair = pairs.find(({ nominated, state }) => nominated && state === 'succeeded');
  if (pair === undefined) {
    return (
      <p class={css.sentence}>{pairs.length === 0 ? 'No path has been tried.' : 'No path is selected.'}</p>
    );
  }
  const [from = ''] = pair.local.split(' ');
  const [to = '', protocol = ''] = pair.remote.split(' ');
  return (
    <p class={css.sentence}>
      The session goes <strong>{`${from} to ${to} over ${protocol.toUpperCase()}`}</strong>
      {pair.roundTripTime === undefined ? '' : `, ${duration(pair.roundTripTime)}`}.
    </p>
  );
}
