import type { Actor, Certainty, Diagnosis } from '../diagnosis/diagnosis.ts';
import { describe, levelOf } from './describe.ts';
import type { Failure } from './failure.ts';
import type { Level, LogEntry } from './log.ts';
import type { Route, Target } from './settings.ts';
import type { SessionStep, StepState } from './step.ts';
import type { Outcome, SessionSummary } from './summary.ts';

/** A diagnosis as scripts get it: evidence as log ids. */
export interface ReportedDiagnosis {
  readonly code: string;
  readonly variant: string;
  readonly certainty: Certainty;
  readonly actor: Actor;
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
  readonly causedBy: { readonly step: SessionStep; readonly entry: string };
  readonly evidence: readonly string[];
  readonly ruledOut: readonly { readonly code: string; readonly variant: string; readonly because: string }[];
}

export interface ReportedStep {
  readonly step: SessionStep;
  readonly state: StepState;
  readonly startedAt?: number;
  readonly took?: number;
  readonly failure?: Failure;
}

export type ReportedEntry = LogEntry & { readonly level: Level; readonly summary: string };

/** What `window.sessionDebugger.report()` returns (README, “Automation”). Absent members are omitted, never null. */
export interface Report {
  readonly run: number;
  readonly target: Target;
  readonly scenario?: string;
  readonly route: Route;
  readonly outcome: Outcome;
  readonly endedBy?: 'user' | 'failure' | 'new-run';
  readonly connectedAt?: number;
  readonly attempts: number;
  readonly failedStep?: SessionStep;
  readonly diagnosis?: ReportedDiagnosis;
  readonly otherDiagnoses: readonly ReportedDiagnosis[];
  /** what is worth a remark and is no verdict */
  readonly advice: readonly ReportedDiagnosis[];
  readonly steps: readonly ReportedStep[];
  readonly log: readonly ReportedEntry[];
}

function reportDiagnosis(diagnosis: Diagnosis): ReportedDiagnosis {
  const { code, variant, certainty, actor, title, cause, remedy, causedBy } = diagnosis;
  const evidence = diagnosis.evidence.map((proof) => proof.entry);
  const ruledOut = diagnosis.ruledOut.map(({ title: _, ...reason }) => reason);
  return { code, variant, certainty, actor, title, cause, remedy, causedBy, evidence, ruledOut };
}

/** One log entry as scripts, exports and copies get it: with its level and its line. */
export function reportEntry(entry: LogEntry): ReportedEntry {
  return { ...entry, level: levelOf(entry), summary: describe(entry) };
}

/** Joins what was derived from one log into the plain data that scripts read. */
export function toReport(parts: {
  readonly log: readonly LogEntry[];
  readonly summary: SessionSummary;
  readonly diagnoses: readonly Diagnosis[];
  readonly advice: readonly Diagnosis[];
  readonly scenario: string | undefined;
}): Report {
  const { log, summary, diagnoses, advice, scenario } = parts;
  const [verdict, ...others] = diagnoses.map(reportDiagnosis);
  return {
    run: summary.run,
    target: summary.target,
    ...(scenario === undefined ? {} : { scenario }),
    route: summary.route,
    outcome: summary.outcome,
    ...(summary.endedBy === undefined ? {} : { endedBy: summary.endedBy }),
    ...(summary.connectedAt === undefined ? {} : { connectedAt: summary.connectedAt }),
    attempts: summary.attempts,
    ...(summary.failedStep === undefined ? {} : { failedStep: summary.failedStep }),
    ...(verdict === undefined ? {} : { diagnosis: verdict }),
    otherDiagnoses: others,
    advice: advice.map(reportDiagnosis),
    steps: summary.steps.map(({ step, state, startedAt, took, failure }) => ({
      step,
      state,
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(took === undefined ? {} : { took }),
      ...(failure === undefined ? {} : { failure }),
    })),
    log: log.map(reportEntry),
  };
}
