import { useEffect, useState } from 'preact/hooks';
import css from './Media.module.css';

/** As often as the level is measured, ms. */
const period = 100;

/** How loud it is at this moment. Loudness is heard in decibels: 60 below full scale is the left end. */
export function LevelBar({ level }: { readonly level: (() => number | undefined) | undefined }) {
  const [now, setNow] = useState<number | undefined>(undefined);
  useEffect(() => {
    const timer = setInterval(() => setNow(level?.()), period);
    return () => clearInterval(timer);
  }, [level]);
  const decibels = now === undefined || now === 0 ? Number.NEGATIVE_INFINITY : 20 * Math.log10(now);
  const share = Math.min(1, Math.max(0, 1 + decibels / 60));
  return (
    <meter class={css.level} min={0} max={1} value={share} aria-label="Level of the microphone">
      {Math.round(share * 100)} %
    </meter>
  );
}
