import { useState } from 'preact/hooks';
import { remember, remembered } from './kit/remember.ts';

/** Sizes of the panes that can be resized, px. Where none was chosen the stylesheet decides. */
export function usePaneSizes() {
  const [steps, setSteps] = useState(remembered('steps'));
  const [verdict, setVerdict] = useState(remembered('verdict'));
  const [log, setLog] = useState(remembered('log'));
  const height = window.innerHeight;
  const measured = (id: string) => document.getElementById(id)?.getBoundingClientRect().height;

  function keep(key: string, set: (value: number) => void) {
    return (value: number) => {
      set(value);
      remember(key, value);
    };
  }

  return {
    style: {
      '--steps-width': steps === undefined ? undefined : `${steps}px`,
      '--verdict-height': verdict === undefined ? undefined : `${verdict}px`,
      '--log-height': log === undefined ? undefined : `${log}px`,
    },
    steps: { value: steps ?? 264, min: 216, max: 440, onResize: keep('steps', setSteps) },
    verdict: {
      value: verdict ?? measured('verdict') ?? 200,
      min: 48,
      max: Math.max(120, height * 0.6),
      onResize: keep('verdict', setVerdict),
    },
    log: {
      value: log ?? measured('log') ?? height * 0.3,
      min: height * 0.3,
      max: Math.max(height * 0.3, height - 320),
      onResize: keep('log', setLog),
    },
  };
}
