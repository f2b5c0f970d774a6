import type { TimeRange } from '../../../state/contracts.ts';
import { Explained } from '../../kit/Explained.tsx';
import { curve, type Point, path } from './chartData.ts';
import type { Chart } from './charts.ts';
import css from './Stats.module.css';

interface SparklineProps {
  readonly chart: Chart;
  readonly points: readonly Point[];
  readonly range: TimeRange;
}

const box = { width: 1000, height: 40 };

/** One measure over time. The line is stretched to the width, its stroke is not. */
export function Sparkline({ chart, points, range }: SparklineProps) {
  const { name, meaning, says } = chart;
  const drawn = curve(points, range);
  const spread =
    drawn === undefined
      ? 'not measured'
      : drawn.least === drawn.most
        ? 'all the time'
        : `from ${says(drawn.least)} to ${says(drawn.most)}`;
  return (
    <li class={css.chart}>
      <span class={css.name} title={meaning}>
        <Explained text={name} />
      </span>
      <span class={css.value}>{drawn === undefined ? '–' : says(drawn.last)}</span>
      <svg
        class={css.plot}
        role="img"
        aria-label={`${name}, ${meaning}: ${drawn === undefined ? spread : `${says(drawn.last)}, ${spread}`}`}
        viewBox={`0 -2 ${box.width} ${box.height + 4}`}
        preserveAspectRatio="none"
      >
        {drawn !== undefined && <path d={path(drawn, range, box)} />}
      </svg>
      <span class={css.spread}>{spread}</span>
    </li>
  );
}
