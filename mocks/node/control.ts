import type { PlayableScenario } from '../scenarios/scenario.ts';
import { simulatorScenarios } from './transportScenarios.ts';

/** A scenario as the page's `scenarios()` spells it; what is absent is left out. */
export interface ScenarioRow {
  readonly id: string;
  readonly title: string;
  readonly code?: string;
  readonly variant?: string;
  readonly step?: string;
  readonly httpStatus?: number;
  readonly route?: string;
}

export const controlPath = '/__simulator/';

export interface ControlReply {
  readonly status: number;
  readonly body: unknown;
}

/** What the simulator's own pages of the API answer; `choose` gives false for a name that it does not know. */
export function control(
  request: { readonly method: string; readonly path: string; readonly body: string },
  state: {
    readonly current: () => PlayableScenario;
    readonly choose: (id: string) => boolean;
    readonly certificate: string;
  },
): ControlReply | { readonly text: string } {
  switch (`${request.method} ${request.path.slice(controlPath.length)}`) {
    case 'GET scenarios':
      return { status: 200, body: simulatorScenarios.map(scenarioRow) };
    case 'GET scenario':
      return { status: 200, body: scenarioRow(state.current()) };
    case 'GET certificate':
      return { text: state.certificate };
    case 'PUT scenario': {
      const id = readId(request.body);
      if (id === undefined) return { status: 400, body: { error: 'The body must be JSON: {"id": "…"}.' } };
      if (!state.choose(id)) return { status: 404, body: { error: unknownScenario(id) } };
      return { status: 200, body: scenarioRow(state.current()) };
    }
    default:
      return {
        status: 404,
        body: { error: 'There are GET scenarios, GET and PUT scenario, and GET certificate.' },
      };
  }
}

export function scenarioRow({ id, title, route, expect }: PlayableScenario): ScenarioRow {
  const { code, variant, step, httpStatus } = expect;
  return {
    id,
    title,
    ...(code !== undefined && { code }),
    ...(variant !== undefined && { variant }),
    ...(step !== undefined && { step }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(route !== undefined && { route }),
  };
}

/** Names the nearest ones: those that share most parts with what was asked for. */
export function unknownScenario(id: string): string {
  const parts = new Set(id.split(/[.~]/));
  const shared = (name: string): number => name.split('.').filter((part) => parts.has(part)).length;
  const near = simulatorScenarios
    .map((scenario) => ({ name: scenario.id, shares: shared(scenario.id) }))
    .filter(({ shares }) => shares > 0)
    .toSorted((one, other) => other.shares - one.shares);
  const names = near.slice(0, 3).map(({ name }) => name);
  const hint = names.length === 0 ? '' : ` Perhaps ${names.join(' or ')}?`;
  return `No scenario is named ${JSON.stringify(id.slice(0, 100))}.${hint} All are listed by --list and at /__simulator/scenarios.`;
}

function readId(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
