import { useState } from 'preact/hooks';
import { duration } from '../../core/session/wording.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { Button } from '../kit/Button.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import css from './Inspector.module.css';
import { charts } from './stats/charts.ts';
import { Sparkline } from './stats/Sparkline.tsx';
import { StatsTable } from './stats/StatsTable.tsx';

/** The running statistics as small charts on the timeline's clock, or as a table. */
export function StatsTab({ session, view }: { readonly session: SessionModel; readonly view: ViewModel }) {
  const [table, setTable] = useState(false);
  const series = session.series.value?.series;
  if (series === undefined || series.length === 0) {
    return (
      <Placeholder>
        No statistics yet: they are taken from the offer on, fast while paths are checked, each second once it
        is connected.
      </Placeholder>
    );
  }
  const whole = { from: 0, to: Math.max(session.clock.value, series.range()?.to ?? 0, 100) * 1.02 };
  const range = view.range.value ?? whole;
  return (
    <div class={css.stack}>
      <div class={css.bar}>
        <p class={css.note}>
          {series.length.toLocaleString('en')} samples, {duration(range.from)} to {duration(range.to)}
          {view.range.value === undefined ? '' : ', as the timeline shows'}
        </p>
        <Button label="Table" look="quiet" pressed={table} onPress={() => setTable(!table)} />
      </div>
      {table ? (
        <StatsTable series={series} range={range} />
      ) : (
        <ul aria-label="Charts">
          {charts.map((chart) => (
            <Sparkline key={chart.name} chart={chart} points={chart.points(series)} range={range} />
          ))}
        </ul>
      )}
    </div>
  );
}
