import type { ReadonlySignal } from '@preact/signals';
import { describe } from '../../core/session/describe.ts';
import type { LogEntry } from '../../core/session/log.ts';
import type { SessionSummary } from '../../core/session/summary.ts';
import { Code } from '../kit/Code.tsx';
import { Facts } from '../kit/Facts.tsx';
import { logTime } from '../kit/logTime.ts';
import { Placeholder } from '../kit/Placeholder.tsx';
import { stepTitles } from '../steps/stepWords.ts';
import { exchangeFacts, stepFacts } from './exchangeFacts.tsx';
import css from './Inspector.module.css';
import type { Inspected } from './inspected.ts';
import { stepDetails } from './stepDetails.tsx';
import { TokenFacts } from './TokenFacts.tsx';

interface OverviewProps {
  readonly log: readonly LogEntry[];
  readonly inspected: Inspected;
  readonly summary: SessionSummary;
  readonly clock: ReadonlySignal<number>;
  readonly time: 'relative' | 'utc';
  readonly startedAt: number | undefined;
  readonly onSelect: (id: string) => void;
}

export function Overview({ log, inspected, summary, clock, time, startedAt, onSelect }: OverviewProps) {
  const { entry, step, request, token } = inspected;
  if (step === undefined && entry === undefined) {
    return (
      <Placeholder>
        Nothing is selected. Select a step or a line of the log to see what was on the wire.
      </Placeholder>
    );
  }
  const stepSummary = summary.steps.find((candidate) => candidate.step === step);
  return (
    <div class={css.overview}>
      {entry !== undefined && (
        <div class={css.block}>
          <h3 class={css.title}>{describe(entry)}</h3>
          <Facts
            facts={[
              ['Entry', `${entry.id} · ${entry.kind}`],
              [
                time === 'utc' ? 'At (UTC)' : 'At',
                `${logTime(entry.at, time, startedAt)}${time === 'utc' ? '' : ' s'}`,
              ],
            ]}
          />
        </div>
      )}
      {stepSummary !== undefined && (
        <div class={css.block}>
          <h3 class={css.title}>{stepTitles[stepSummary.step]}</h3>
          <Facts facts={stepFacts(stepSummary, onSelect)} />
          <Facts facts={stepDetails(log, stepSummary.step)} />
          {request !== undefined && <Facts facts={exchangeFacts(inspected)} />}
          {token !== undefined && <TokenFacts token={token} startedAt={startedAt} clock={clock} />}
        </div>
      )}
      {entry !== undefined && (
        <div class={css.block}>
          <h3 class={css.label}>Everything recorded in this entry</h3>
          <Code label="The entry as JSON" text={JSON.stringify(entry, undefined, 2)} />
        </div>
      )}
    </div>
  );
}
