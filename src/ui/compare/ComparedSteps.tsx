import type {
  Both,
  ComparedStep,
  SessionComparison,
} from '../../core/recording/compare/sessionComparison.ts';
import type { LogEntry } from '../../core/session/log.ts';
import { duration } from '../../core/session/wording.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { stepTitles } from '../steps/stepWords.ts';
import css from './Compare.module.css';
import { EntryLinks, type OpenEntry } from './EntryLinks.tsx';

interface ComparedStepsProps {
  readonly compared: SessionComparison;
  readonly titles: Both<string>;
  readonly logs: Both<readonly LogEntry[]>;
  readonly open: Both<OpenEntry | undefined>;
}

/** One row per step: what each side came to, and in which time. */
export function ComparedSteps({ compared, titles, open }: ComparedStepsProps) {
  return (
    // What scrolls must be reachable by keyboard
    <div class={css.scroll} role="region" aria-label="Steps, compared" tabIndex={0}>
      <table class={css.table}>
        <caption>Steps</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">{titles.left}</th>
            <th scope="col">{titles.right}</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          {compared.steps.map((step) => (
            <tr key={step.step} data-differs={step.differs} tabIndex={step.differs ? -1 : undefined}>
              <th scope="row">
                {step.differs && <Icon name="warn" />} {stepTitles[step.step]}
              </th>
              <td>
                <StepSide step={step} side="left" open={open} />
              </td>
              <td>
                <StepSide step={step} side="right" open={open} />
              </td>
              <td>{times(step)}</td>
            </tr>
          ))}
          <tr
            data-differs={compared.verdicts.left !== compared.verdicts.right}
            tabIndex={compared.verdicts.left === compared.verdicts.right ? undefined : -1}
          >
            <th scope="row">Verdict</th>
            <td>{compared.verdicts.left}</td>
            <td>{compared.verdicts.right}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

const icons: Readonly<Record<ComparedStep['state']['left'], IconName>> = {
  waiting: 'ring',
  running: 'running',
  done: 'check',
  failed: 'cross',
  skipped: 'skip',
};

const words = {
  waiting: 'not reached',
  running: 'not finished',
  done: 'done',
  failed: 'failed',
  skipped: 'skipped',
} as const;

function StepSide({
  step,
  side,
  open,
}: {
  readonly step: ComparedStep;
  readonly side: 'left' | 'right';
  readonly open: Both<OpenEntry | undefined>;
}) {
  const state = step.state[side];
  const took = step.took[side];
  const other = side === 'left' ? 'right' : 'left';
  return (
    <span class={css.side} data-state={state}>
      <Icon name={icons[state]} />
      <span>
        {step.failure[side] ?? words[state]}
        {step.status[side] !== undefined && state !== 'failed' && ` · ${step.status[side]}`}
        {took !== undefined && ` · ${duration(took)}`}
        <EntryLinks
          entries={{ left: undefined, right: undefined, [side]: step.entries[side] }}
          open={{ ...open, [other]: undefined }}
        />
      </span>
    </span>
  );
}

function times({ ratio, slower }: ComparedStep): string {
  if (ratio === undefined) return '';
  return slower ? `${ratio.toFixed(1)} times` : 'alike';
}
