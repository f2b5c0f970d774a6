import type { LogEntry } from '../../session/log.ts';
import type { SessionStep, StepState } from '../../session/step.ts';
import type { AlignedRow } from '../../webrtc/alignLines.ts';

/** The same fact of both sessions. By convention a good one is on the left, a bad one on the right. */
export interface Both<T> {
  readonly left: T;
  readonly right: T;
}

/** From what matters most to what matters least. What is noise is no difference. */
export const weights = ['status', 'reply', 'servers', 'candidates', 'sdp', 'timing'] as const;

export type Weight = (typeof weights)[number];

export interface Difference {
  readonly weight: Weight;
  readonly step?: SessionStep;
  /** ids of the entries that show it, where there are any */
  readonly entries: Both<string | undefined>;
  /** in words, left before right */
  readonly sentence: string;
}

/** One line of a table: what it is called, what each side has, and whether that differs in a way that matters. */
export interface ComparedFact {
  readonly name: string;
  readonly text: Both<string | undefined>;
  readonly entries: Both<string | undefined>;
  readonly differs: boolean;
}

export interface ComparedStep {
  readonly step: SessionStep;
  readonly state: Both<StepState>;
  /** HTTP status, where a request was answered */
  readonly status: Both<number | undefined>;
  /** ms */
  readonly took: Both<number | undefined>;
  /** the longer by the shorter; undefined where one is missing or both are too short to tell */
  readonly ratio: number | undefined;
  readonly slower: boolean;
  readonly failure: Both<string | undefined>;
  readonly entries: Both<string | undefined>;
  readonly differs: boolean;
}

export interface ComparedSection {
  readonly side: 'local' | 'remote';
  /** 0: the session, from 1: the media section */
  readonly index: number;
  readonly title: string;
  readonly facts: readonly ComparedFact[];
  /** `offer` is the left one, `answer` the right one */
  readonly rows: readonly AlignedRow[];
  readonly differs: boolean;
}

export interface SessionComparison {
  /** the first difference that matters; undefined where only noise differs */
  readonly first: Difference | undefined;
  /** the most important first, then in the order of the steps */
  readonly differences: readonly Difference[];
  readonly verdicts: Both<string>;
  readonly steps: readonly ComparedStep[];
  readonly parameters: readonly ComparedFact[];
  readonly servers: readonly ComparedFact[];
  readonly candidates: readonly ComparedFact[];
  readonly pairs: readonly ComparedFact[];
  readonly channel: readonly ComparedFact[];
  readonly sdp: readonly ComparedSection[];
}

/** What is compared: a log of any origin. */
export interface ComparedSession {
  readonly log: readonly LogEntry[];
}
