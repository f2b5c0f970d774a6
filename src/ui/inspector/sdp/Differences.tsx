import type { SdpDifference } from './differences.ts';
import css from './Sdp.module.css';

/** In which the answer differs from the offer, where it matters. */
export function Differences({ differences }: { readonly differences: readonly SdpDifference[] }) {
  if (differences.length === 0) return undefined;
  return (
    <ul class={css.differences} aria-label="Differences between offer and answer">
      {differences.map(({ topic, offer, answer }) => (
        <li key={topic}>
          <span class={css.why}>{topic}</span>
          <span>{offer}</span>
          <span>{answer}</span>
        </li>
      ))}
    </ul>
  );
}
