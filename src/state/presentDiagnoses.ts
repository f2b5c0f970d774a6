import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Diagnosis } from '../core/diagnosis/diagnosis.ts';
import type { LogEntry } from '../core/session/log.ts';
import type { Knowledge } from './contracts.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';

const nothing: readonly Diagnosis[] = [];

/** What is made of the present run, also while something else is looked at. */
export function createPresentDiagnoses(
  session: Pick<SessionModelWithScripts, 'shown' | 'diagnoses' | 'present' | 'runOutcome' | 'knows'>,
): ReadonlySignal<readonly Diagnosis[]> {
  const knowledge = signal<Knowledge | undefined>(undefined);
  // Where it does not load, the session has said so.
  session.knows().then(
    (known) => {
      knowledge.value = known;
    },
    () => undefined,
  );
  let last: { readonly log: readonly LogEntry[]; readonly diagnoses: readonly Diagnosis[] } | undefined;

  return computed(() => {
    const log = session.present.log.value;
    const failed = session.runOutcome.value === 'failed';
    if (session.shown.value === undefined) last = { log, diagnoses: session.diagnoses.value };
    else if (last?.log !== log && failed) {
      last = { log, diagnoses: knowledge.value?.diagnose(log) ?? nothing };
    }
    return last?.diagnoses ?? nothing;
  });
}
