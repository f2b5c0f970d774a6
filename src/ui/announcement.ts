import type { Diagnosis } from '../core/diagnosis/diagnosis.ts';
import type { SessionSummary } from '../core/session/summary.ts';
import { stateWords, stepTitles } from './steps/stepWords.ts';

/** What the live region says: the result of the last step, then the verdict. Never a log row. */
export function announcement(summary: SessionSummary, verdict: Diagnosis | undefined): string {
  switch (summary.outcome) {
    case 'idle':
      return '';
    case 'running': {
      const last = summary.steps.findLast((step) => step.state === 'done' || step.state === 'failed');
      return last === undefined ? 'Running' : `${stepTitles[last.step]}: ${stateWords[last.state].word}`;
    }
    case 'paused':
      return summary.pausedBefore === undefined
        ? 'Paused'
        : `Paused before ${stepTitles[summary.pausedBefore]}`;
    case 'connected':
      return verdict === undefined ? 'Connected' : `Connected: ${verdict.title}`;
    case 'failed': {
      const at = summary.failedStep === undefined ? '' : ` at ${stepTitles[summary.failedStep]}`;
      return `Failed${at}: ${verdict?.title ?? 'no catalogue entry fits'}`;
    }
    case 'stopped':
      return 'Stopped';
  }
}
