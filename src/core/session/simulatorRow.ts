import { isSessionStep, type SessionStep } from './step.ts';

/** A scenario as a simulator on this machine lists it. */
export interface SimulatorRow {
  readonly id: string;
  readonly title: string;
  readonly code?: string;
  readonly variant?: string;
  readonly step?: SessionStep;
  readonly httpStatus?: number;
}

/** More of them, or longer texts, no simulator of ours has. */
const mostRows = 2000;
const longestText = 300;

/** The simulator's list; `undefined` where this is none: any server may have answered. */
export function readSimulatorRows(value: unknown): readonly SimulatorRow[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostRows) return undefined;
  const rows = value.map(readSimulatorRow);
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

export function readSimulatorRow(value: unknown): SimulatorRow | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const id = textAt(value, 'id');
  const title = textAt(value, 'title');
  if (id === undefined || title === undefined) return undefined;
  const code = textAt(value, 'code');
  const variant = textAt(value, 'variant');
  const step = textAt(value, 'step');
  const httpStatus: unknown = Reflect.get(value, 'httpStatus');
  return {
    id,
    title,
    ...(code !== undefined && { code }),
    ...(variant !== undefined && { variant }),
    ...(step !== undefined && isSessionStep(step) && { step }),
    ...(typeof httpStatus === 'number' && { httpStatus }),
  };
}

function textAt(value: object, key: string): string | undefined {
  const text: unknown = Reflect.get(value, key);
  return typeof text === 'string' && text !== '' && text.length <= longestText ? text : undefined;
}
