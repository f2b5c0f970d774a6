import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Diagnosis } from '../core/diagnosis/diagnosis.ts';
import type { SdkView } from '../core/sdk/sdkView.ts';
import type { LogEntry } from '../core/session/log.ts';
import type { SessionSummary } from '../core/session/summary.ts';
import type { Knowledge, SessionWorld } from './contracts.ts';

/** What the log means at this moment. A failure is judged at once, a run that goes on now and then. */
export interface Judgement {
  readonly diagnoses: ReadonlySignal<readonly Diagnosis[]>;
  readonly sdkView: ReadonlySignal<SdkView | undefined>;
  readonly foreseen: ReadonlySignal<readonly Diagnosis[]>;
  readonly advice: ReadonlySignal<readonly Diagnosis[]>;
  /** judges now what waits for its turn */
  flush(): void;
}

interface JudgementParts {
  readonly log: ReadonlySignal<readonly LogEntry[]>;
  readonly summary: ReadonlySignal<SessionSummary>;
  readonly knowledge: ReadonlySignal<Knowledge | undefined>;
  readonly world: Pick<SessionWorld<never>, 'now' | 'after'>;
}

/** How often a run that goes on is judged: at least so many ms apart, and so many times as long as judging takes. */
const pace = {
  running: { apart: 250, times: 20 },
  connected: { apart: 1_000, times: 200 },
} as const;

const nothing: readonly Diagnosis[] = [];

export function createJudgement({ log, summary, knowledge, world }: JudgementParts): Judgement {
  const diagnoses = signal(nothing);
  const foreseen = signal(nothing);
  const advice = signal(nothing);
  const sdkView = signal<SdkView | undefined>(undefined);
  let cancel: (() => void) | undefined;
  let judged: readonly LogEntry[] | undefined;
  let notBefore = Number.NEGATIVE_INFINITY;

  function judge(): void {
    cancel?.();
    cancel = undefined;
    const entries = log.peek();
    const { outcome } = summary.peek();
    const known = knowledge.peek();
    const began = world.now();
    judged = entries;
    const ended = outcome === 'failed';
    const goesOn = outcome === 'running' || outcome === 'connected';
    batch(() => {
      diagnoses.value = list(ended || outcome === 'connected' ? known?.diagnose(entries) : undefined);
      sdkView.value = ended ? known?.sdkView(entries) : undefined;
      foreseen.value = list(outcome === 'running' ? known?.foresee(entries) : undefined);
      advice.value = list(ended || goesOn ? known?.advise(entries) : undefined);
    });
    if (!goesOn) return;
    const { apart, times } = pace[outcome];
    notBefore = world.now() + Math.max(apart, times * (world.now() - began));
  }

  effect(() => {
    const entries = log.value;
    const { outcome } = summary.value;
    // Once it is loaded, what waited for it is judged.
    void knowledge.value;
    const now = world.now();
    if ((outcome !== 'running' && outcome !== 'connected') || now >= notBefore) judge();
    else if (entries !== judged) cancel ??= world.after(notBefore - now, judge);
  });

  return {
    diagnoses,
    sdkView,
    foreseen,
    advice,
    flush() {
      if (cancel !== undefined) judge();
    },
  };
}

/** One and the same empty list, so that signals do not change from nothing to nothing. */
function list(found: readonly Diagnosis[] | undefined): readonly Diagnosis[] {
  return found === undefined || found.length === 0 ? nothing : found;
}
