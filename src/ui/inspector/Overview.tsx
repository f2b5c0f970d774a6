import type { ReadonlySignal } from '@preact/signals';
import type { GlossaryTerm } from '../../core/glossary.ts';
import { describe } from '../../core/session/describe.ts';
import type { LogEntry } from '../../core/session/log.ts';
import type { SessionStep } from '../../core/session/step.ts';
import type { SessionSummary } from '../../core/session/summary.ts';
import { Code } from '../kit/Code.tsx';
import { Explained } from '../kit/Explained.tsx';
import { Facts } from '../kit/Facts.tsx';
import { logTime } from '../kit/logTime.ts';
import { Placeholder } from '../kit/Placeholder.tsx';
import { Term } from '../kit/Term.tsx';
import { stepTitles } from '../steps/stepWords.ts';
import { exchangeFacts, stepFacts } from './exchangeFacts.tsx';
import css from './Inspector.module.css';
import type { Inspected } from './inspected.ts';
import { stepDetails } from './stepDetails.tsx';
import { TokenFacts } from './TokenFacts.tsx';

/** What a step’s name takes for granted. */
const stepTerms: Readonly<Record<SessionStep, GlossaryTerm>> = {
  token: 'token',
  'ice-config': 'turn',
  offer: 'offer',
  call: 'answer',
  connection: 'ice',
};

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
          <div class={css.named}>
            <h3>{stepTitles[stepSummary.step]}</h3>
            <Term term={stepTerms[stepSummary.step]} />
          </div>
          <Facts facts={stepFacts(stepSummary, onSelect)} />
          <Facts facts={stepDetails(log, stepSummary.step)} name={(name) => <Explained text={name} />} />
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
