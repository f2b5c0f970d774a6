import type { Endpoint } from './log.ts';
import type { SessionStep } from './step.ts';

/** The step that a request belongs to. */
export const stepOfEndpoint: Readonly<Record<Endpoint, SessionStep>> = {
  'client-secrets': 'token',
  session: 'token',
  'ice-config': 'ice-config',
  calls: 'call',
};
