import { tellConnectionStory } from '../../diagnosis/connectionStory.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { type SdkView, sdkView } from '../../sdk/sdkView.ts';
import type { LogEntryOf } from '../../session/log.ts';
import { stepTitles } from '../../session/step.ts';
import { summarise } from '../../session/summarise.ts';
import type { SessionSummary, StepSummary } from '../../session/summary.ts';
import { duration } from '../../session/wording.ts';
import { type LintFinding, lintSdp } from '../../webrtc/lintSdp.ts';
import type { RecordedVerdict, Recording } from '../recording.ts';
import { type Exchange, exchangesOf } from './exchanges.ts';

/** What a recording means today, for those who write about it. */
export interface JudgedRecording {
  readonly recording: Recording;
  readonly run: LogEntryOf<'run-started'> | undefined;
  readonly summary: SessionSummary;
  readonly verdict: Diagnosis | undefined;
  readonly others: readonly Diagnosis[];
  /** what the version that recorded it took it for, where that was something else */
  readonly before: RecordedVerdict | undefined;
  /** the verdict's or, without one, what came of the run */
  readonly title: string;
  readonly sdk: SdkView | undefined;
  readonly exchanges: readonly Exchange[];
  /** the exchange that the verdict is about */
  readonly failed: Exchange | undefined;
  readonly offer: string | undefined;
  readonly answer: string | undefined;
  readonly lint: readonly LintFinding[];
}

/** Judges a recording by its log alone. */
export function judgeRecording(recording: Recording): JudgedRecording {
  const { log } = recording;
  const run = log.find((entry) => entry.kind === 'run-started');
  const summary = summarise(log);
  const [verdict, ...others] = diagnose(log);
  const exchanges = exchangesOf(log);
  const last = log.at(-1);
  const story = last && tellConnectionStory(log, last, run?.settings.iceTransportPolicy);
  // In somebody's file this side may be the one that answered.
  const described = (side: 'local' | 'remote') =>
    log.findLast(
      (entry): entry is LogEntryOf<'description'> =>
        entry.kind === 'description' && entry.side === side && entry.attempt === last?.attempt,
    )?.sdp;
  const offer = story?.offer?.sdp ?? described('local');
  const answer = story?.answer?.sdp ?? described('remote');
  return {
    recording,
    run,
    summary,
    verdict,
    others,
    before: isSame(recording.verdict, verdict) ? undefined : recording.verdict,
    title: verdict?.title ?? outcomeTitle(summary),
    sdk: sdkView(log),
    exchanges,
    failed: exchanges.findLast(({ error }) => error !== undefined),
    offer,
    answer,
    lint: lintSdp({ offer, answer, iceTransportPolicy: run?.settings.iceTransportPolicy }),
  };
}

/** `Call: failed after 31 ms, status 401` */
export function stepLine({ step, state, took, status }: StepSummary): string {
  const after = took === undefined ? '' : ` after ${duration(took)}`;
  return `${stepTitles[step]}: ${state}${after}${status === undefined ? '' : `, status ${status}`}`;
}

function isSame(before: RecordedVerdict | undefined, verdict: Diagnosis | undefined): boolean {
  return before?.code === verdict?.code && before?.variant === verdict?.variant;
}

function outcomeTitle({ outcome, endedBy }: SessionSummary): string {
  switch (outcome) {
    case 'connected':
      return 'The session connected';
    case 'failed':
      return 'The session failed';
    case 'stopped':
      return endedBy === 'new-run' ? 'The session was stopped by a new run' : 'The session was stopped';
    case 'running':
    case 'paused':
      return 'The session was not over when it was saved';
    case 'idle':
      return 'A recorded session';
  }
}
