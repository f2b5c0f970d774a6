import type { Endpoint } from '../../src/core/session/log.ts';
import { sessionPath } from '../origins.ts';

/** Which endpoint a request is for; `undefined` for none that we know. */
export function endpointAt(method: string, path: string): Endpoint | undefined {
  switch (`${method} ${path}`) {
    case 'POST /v1/realtime/client-secrets':
      return 'client-secrets';
    case 'GET /v1/realtime/ice-config':
      return 'ice-config';
    case 'POST /v1/realtime/calls':
      return 'calls';
    case `GET ${sessionPath}`:
      return 'session';
    default:
      return undefined;
  }
}
