/** The five steps of a session, in the order in which they happen. Failure reasons of the connection arise in the fifth. */
export const sessionSteps = ['token', 'ice-config', 'offer', 'call', 'connection'] as const;

export type SessionStep = (typeof sessionSteps)[number];

/** Names of the steps for people. */
export const stepTitles: Readonly<Record<SessionStep, string>> = {
  token: 'Token',
  'ice-config': 'ICE config',
  offer: 'SDP offer',
  call: 'Call',
  connection: 'Connection',
};

/** `skipped`: not run in this run, because the run began at a later step with what an earlier run had obtained. */
export type StepState = 'waiting' | 'running' | 'done' | 'failed' | 'skipped';

export function isSessionStep(value: string): value is SessionStep {
  return (sessionSteps as readonly string[]).includes(value);
}

/** Position in the order of steps, from 0. */
export function stepIndex(step: SessionStep): number {
  return sessionSteps.indexOf(step);
}
