import { Button } from '../kit/Button.tsx';
import css from './LogPanel.module.css';

interface LogToolsProps {
  readonly shown: number;
  readonly total: number;
  readonly follow: boolean;
  readonly time: 'relative' | 'utc';
  readonly onFollow: (follow: boolean) => void;
  readonly onTime: (time: 'relative' | 'utc') => void;
  readonly onExport: () => void;
}

const number = new Intl.NumberFormat('en');

export function LogTools({ shown, total, follow, time, onFollow, onTime, onExport }: LogToolsProps) {
  return (
    <div class={css.tools}>
      <span class={css.count}>
        {shown === total ? number.format(total) : `${number.format(shown)} of ${number.format(total)}`}
        <span class={css.unit}> {total === 1 ? 'entry' : 'entries'}</span>
      </span>
      <Button
        label="Follow"
        icon="arrowDown"
        look="quiet"
        pressed={follow}
        title="Keep the end of the log in view"
        onPress={() => onFollow(!follow)}
      />
      <Button
        label={time === 'utc' ? 'UTC' : 'Relative'}
        look="quiet"
        title={
          time === 'utc'
            ? 'Time of day in UTC; press for seconds since the run began'
            : 'Seconds since the run began; press for UTC'
        }
        onPress={() => onTime(time === 'utc' ? 'relative' : 'utc')}
      />
      <Button
        label="Export NDJSON"
        icon="download"
        look="quiet"
        iconOnly
        disabled={total === 0}
        onPress={onExport}
      />
    </div>
  );
}
