import type { ReadonlySignal } from '@preact/signals';
import type { Diagnosis } from '../core/diagnosis/diagnosis.ts';
import type { RequestFaults } from '../core/session/alteration.ts';
import type { LogEntry, Unlogged } from '../core/session/log.ts';
import type { Limits, Settings, Target } from '../core/session/settings.ts';
import type { SessionStep } from '../core/session/step.ts';
import type { Switches } from '../core/session/switches.ts';

/** One line of the scenario list, as `window.sessionDebugger.scenarios()` gives it. */
export interface ScenarioInfo {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly code?: string;
  readonly variant?: string;
  readonly step?: SessionStep;
  readonly httpStatus?: number;
  readonly route?: 'rest' | 'backend';
}
