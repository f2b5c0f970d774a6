import type { Series } from '../../../core/session/series.ts';
import type { TimeRange } from '../../../state/contracts.ts';
import { Table } from '../Table.tsx';
import { moments } from './chartData.ts';
import { charts } from './charts.ts';

interface StatsTableProps {
  readonly series: Series;
  readonly range: TimeRange;
}

/** More rows than these nobody reads; they are chosen evenly. */
const mostRows = 60;

/** The same numbers for people who cannot use a chart. */
export function StatsTable({ series, range }: StatsTableProps) {
  const times = moments(
    series.times().filter((at) => at >= range.from && at <= range.to),
    mostRows,
  );
  const columns = charts.map(({ points, says }) => {
    const byTime = new Map(points(series).map(({ at, value }) => [at, value]));
    return (at: number) => {
      const value = byTime.get(at);
      return value === undefined ? '–' : says(value);
    };
  });
  return (
    <Table
      caption="Statistics over time"
      head={['At, s', ...charts.map(({ name }) => name)]}
      rows={times.map((at) => ({ cells: [(at / 1000).toFixed(2), ...columns.map((column) => column(at))] }))}
      none="Nothing was measured in this part of the clock."
    />
  );
}
