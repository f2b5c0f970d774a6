import { diagnose } from '../../diagnosis/diagnose.ts';
import type { LogEntry } from '../../session/log.ts';
import { stepIndex } from '../../session/step.ts';
import { summarise } from '../../session/summarise.ts';
import { compareCandidates, compareChannel, comparePairs } from './compareConnection.ts';
import { compareSections } from './compareSections.ts';
import { compareParameters, compareServers } from './compareSetup.ts';
import { compareSteps } from './compareSteps.ts';
import {
  type Both,
  type ComparedFact,
  type ComparedSession,
  type ComparedStep,
  type Difference,
  type SessionComparison,
  type Weight,
  weights,
} from './sessionComparison.ts';

/**
 * Two sessions side by side, and the first difference that matters. Of the last attempt of each. Takes any logs of the
 * declared shape, also empty ones, never throws; linear in their length beside what `diagnose` takes. Symmetric:
 * exchanged sessions give exchanged sides.
 */
export function compareSessions(left: ComparedSession, right: ComparedSession): SessionComparison {
  const logs: Both<readonly LogEntry[]> = { left: lastAttempt(left.log), right: lastAttempt(right.log) };
  const summaries = { left: summarise(left.log), right: summarise(right.log) };
  const verdicts = { left: verdictOf(left.log), right: verdictOf(right.log) };
  const steps = compareSteps(logs, summaries);
  const reached = reachedBy(steps);
  const parameters = compareParameters({ left: left.log, right: right.log }).map((fact) =>
    fact.name.startsWith('params.') ? reached(fact, 'call') : fact,
  );
  const servers = compareServers(logs).map((fact) => reached(fact, 'ice-config'));
  const candidates = compareCandidates(logs).map((fact) =>
    reached(fact, fact.name.startsWith('remote') ? 'connection' : 'offer'),
  );
  const pairs = comparePairs(logs).map((fact) => reached(fact, 'connection'));
  const channel = compareChannel(logs).map((fact) => reached(fact, 'connection'));
  const sdp = compareSections(logs).map((section) => {
    const facts = section.facts.map((fact) =>
      reached(fact, section.side === 'local' ? 'offer' : 'connection'),
    );
    return { ...section, facts, differs: facts.some(({ differs }) => differs) };
  });
  const verdict: ComparedFact = {
    name: 'Verdict',
    text: verdicts,
    entries: { left: undefined, right: undefined },
    differs: verdicts.left !== verdicts.right,
  };
  const differences = [
    ...steps.flatMap(differencesOfStep),
    ...found([verdict], 'status'),
    ...found(parameters, 'reply', 'call'),
    ...found(servers, 'servers', 'ice-config'),
    ...found(candidates, 'candidates', 'offer'),
    ...found(pairs, 'candidates', 'connection'),
    ...found(channel, 'candidates', 'connection'),
    ...sdp.flatMap(({ facts, title, side }) =>
      found(
        facts.map((fact) => ({ ...fact, name: `${title}, ${fact.name}` })),
        'sdp',
        side === 'local' ? 'offer' : 'call',
      ),
    ),
  ].toSorted(byWeight);
  const [first] = differences;
  return {
    first,
    differences,
    verdicts,
    steps,
    parameters,
    servers,
    candidates,
    pairs,
    channel,
    sdp,
  };
}

function lastAttempt(log: readonly LogEntry[]): readonly LogEntry[] {
  const begin = log.findLastIndex(({ kind }) => kind === 'attempt' || kind === 'run-started');
  return begin <= 0 ? log : log.slice(begin);
}

function verdictOf(log: readonly LogEntry[]): string {
  const [verdict] = diagnose(log);
  if (verdict !== undefined) return `${verdict.title} (${verdict.code})`;
  const { outcome } = summarise(log);
  return outcome === 'idle' ? 'nothing was run' : outcome;
}

/** What one side lacks because it never got so far is no difference of its own: the step that it did not reach is. */
function reachedBy(steps: readonly ComparedStep[]) {
  return (fact: ComparedFact, step: ComparedStep['step']): ComparedFact => {
    const { left, right } = steps[stepIndex(step)]?.state ?? { left: 'waiting', right: 'waiting' };
    const alike = (left === 'waiting') === (right === 'waiting');
    return alike ? fact : { ...fact, differs: false };
  };
}

/** Failure and status first, then the shape of the reply, then time. */
function differencesOfStep(step: ComparedStep): readonly Difference[] {
  const { entries, state, status, took, failure } = step;
  const say = (weight: Weight, sentence: string): Difference => ({
    weight,
    step: step.step,
    entries,
    sentence,
  });
  const words = names[step.step];
  if (status.left !== status.right && status.left !== undefined && status.right !== undefined) {
    return [say('status', `${words}: answered ${status.left} on the left, ${status.right} on the right.`)];
  }
  if (failure.left !== failure.right) {
    return [
      say(
        'status',
        `${words}: ${failure.left ?? stateWords[state.left]} on the left, ${failure.right ?? stateWords[state.right]} on the right.`,
      ),
    ];
  }
  if (state.left !== state.right) {
    const sentence = `${words}: ${stateWords[state.left]} on the left, ${stateWords[state.right]} on the right.`;
    return [say('reply', sentence)];
  }
  if (!step.slower || took.left === undefined || took.right === undefined) return [];
  const ratio = `${step.ratio?.toFixed(1)} times`;
  const slower = took.left > took.right ? 'left' : 'right';
  return [
    say(
      'timing',
      `${words}: ${Math.round(took.left)} ms on the left, ${Math.round(took.right)} ms on the right; the ${slower} one took ${ratio} as long.`,
    ),
  ];
}

const names = {
  token: 'Token',
  'ice-config': 'ICE config',
  offer: 'SDP offer',
  call: 'Call',
  connection: 'Connection',
} as const;

const stateWords = {
  waiting: 'not reached',
  running: 'not finished',
  done: 'done',
  failed: 'failed',
  skipped: 'skipped',
} as const;

function found(
  facts: readonly ComparedFact[],
  weight: Weight,
  step?: Difference['step'],
): readonly Difference[] {
  return facts
    .filter(({ differs }) => differs)
    .map(({ name, text, entries }) => ({
      weight,
      ...(step !== undefined && { step }),
      entries,
      sentence: `${name}: ${text.left ?? 'none'} on the left, ${text.right ?? 'none'} on the right.`,
    }));
}

/** A stable order: weight, then step; a verdict has no step and comes after those that explain it. */
function byWeight(one: Difference, other: Difference): number {
  const position = ({ step }: Difference) => (step === undefined ? 9 : stepIndex(step));
  return weights.indexOf(one.weight) - weights.indexOf(other.weight) || position(one) - position(other);
}
