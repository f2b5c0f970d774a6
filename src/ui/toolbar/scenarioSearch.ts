import { type SessionStep, sessionSteps } from '../../core/session/step.ts';
import type { ScenarioInfo } from '../../state/contracts.ts';
import { stepTitles } from '../steps/stepWords.ts';

export interface ScenarioGroup {
  readonly title: string;
  readonly scenarios: readonly ScenarioInfo[];
}

/** Those that contain every word, in the order of the steps, the good ones first. */
export function searchScenarios(scenarios: readonly ScenarioInfo[], text: string): readonly ScenarioGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = scenarios.filter((scenario) => {
    const hay =
      `${scenario.id} ${scenario.httpStatus ?? ''} ${scenario.title} ${scenario.story}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
  const groups: readonly (SessionStep | undefined)[] = [undefined, ...sessionSteps];
  return groups
    .map((step) => ({
      title: step === undefined ? 'Connects' : `Fails at ${stepTitles[step]}`,
      scenarios: found.filter((scenario) => scenario.step === step),
    }))
    .filter((group) => group.scenarios.length > 0);
}

/** The title without the status that it may begin with: for lists that give the status a column. */
export function scenarioName(scenario: ScenarioInfo): string {
  const status = `${scenario.httpStatus ?? ''} · `;
  return scenario.title.startsWith(status) ? scenario.title.slice(status.length) : scenario.title;
}

/** `401 · Token already used` */
export function scenarioLabel(scenario: ScenarioInfo): string {
  const name = scenarioName(scenario);
  return scenario.httpStatus === undefined ? name : `${scenario.httpStatus} · ${name}`;
}
