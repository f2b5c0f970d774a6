import css from './EmptyTimeline.module.css';

/** Before the first run. */
export function EmptyTimeline() {
  return (
    <section class={css.empty} aria-label="Timeline">
      <p>The timeline of the run appears here.</p>
    </section>
  );
}
