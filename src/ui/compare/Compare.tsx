import { compareSessions } from '../../core/recording/compare/compareSessions.ts';
import type { SessionComparison } from '../../core/recording/compare/sessionComparison.ts';
import { type Comparable, comparisonOf } from '../../state/Comparison.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import css from './Compare.module.css';
import { ComparedSections } from './ComparedSections.tsx';
import { ComparedSteps } from './ComparedSteps.tsx';
import { comparisonMarkdown } from './comparisonMarkdown.ts';
import { EntryLinks, type OpenEntry } from './EntryLinks.tsx';
import { FactTable } from './FactTable.tsx';
import { sideTitle } from './sideTitle.ts';
import { useDifferenceKeys } from './useDifferenceKeys.ts';

/** Two sessions beside each other: the first difference that matters, then everything, step by step. */
export function Compare({ session, view }: { readonly session: SessionModel; readonly view: ViewModel }) {
  const comparison = comparisonOf(session);
  const sides = comparison.sides.value;
  const root = useDifferenceKeys(view.shortcuts.value, view.keys.value);
  if (sides === undefined) {
    return (
      <Placeholder>
        There is nothing to compare yet: run a session that connects, then one that does not.
      </Placeholder>
    );
  }
  const { left, right } = sides;
  const compared = compareSessions(left, right);
  const shown = session.log.value;
  const openFrom = (side: Comparable): OpenEntry | undefined =>
    side.log.length > 0 && side.log[0] === shown[0]
      ? (id) => {
          view.open(undefined);
          view.select({ kind: 'entry', id });
        }
      : undefined;
  const open = { left: openFrom(left), right: openFrom(right) };
  const titles = { left: sideTitle(left), right: sideTitle(right) };
  return (
    <div class={css.compare} data-part="compare" ref={root}>
      <First compared={compared} open={open} />
      <div class={css.actions}>
        <Button label="Exchange sides" icon="fit" onPress={comparison.exchange} />
        <CopyButton label="Copy as Markdown" text={() => comparisonMarkdown(compared, titles)} />
        {view.shortcuts.value && (
          <span class={css.hint}>
            <kbd>{view.keys.value['next-row']}</kbd> <kbd>{view.keys.value['row-before']}</kbd> next and
            previous difference
          </span>
        )}
      </div>
      <ComparedSteps
        compared={compared}
        titles={titles}
        logs={{ left: left.log, right: right.log }}
        open={open}
      />
      <FactTable caption="Parameters" facts={compared.parameters} titles={titles} open={open} />
      <FactTable caption="ICE servers" facts={compared.servers} titles={titles} open={open} />
      <FactTable caption="Candidates" facts={compared.candidates} titles={titles} open={open} />
      <FactTable caption="Candidate pairs" facts={compared.pairs} titles={titles} open={open} />
      <FactTable caption="Data channel" facts={compared.channel} titles={titles} open={open} />
      <ComparedSections sections={compared.sdp} titles={titles} />
    </div>
  );
}

function First({
  compared,
  open,
}: {
  readonly compared: SessionComparison;
  readonly open: { readonly left: OpenEntry | undefined; readonly right: OpenEntry | undefined };
}) {
  const { first, differences } = compared;
  if (first === undefined) {
    return (
      <p class={css.first} data-tone="ok" role="status">
        <Icon name="check" />
        <strong>Nothing that matters differs.</strong>
      </p>
    );
  }
  return (
    <div class={css.first} data-tone="warn" role="status" aria-label="First difference">
      <Icon name="warn" />
      <p>
        <strong>{first.sentence}</strong>
        <EntryLinks entries={first.entries} open={open} />
        {differences.length > 1 && (
          <span class={css.hint}> The first of {differences.length.toLocaleString('en')} differences.</span>
        )}
      </p>
    </div>
  );
}
