import type { Endpoint, ProbeNote } from '../../session/log.ts';
import { stepOfEndpoint } from '../../session/stepOfEndpoint.ts';
import { ended, type LiteralRun, request, restError, runOf } from './literalLog.ts';

const error = { name: 'TypeError', message: 'Failed to fetch' };

export interface Looked extends Partial<ProbeNote>, Pick<LiteralRun, 'pageUrl'> {
  readonly endpoint?: Endpoint;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: 'include';
}

/** A run whose only request got no response: e2 request, e3 rest-error, e4 the second look, e5 step, e6 run */
export function unanswered({ pageUrl, endpoint = 'session', headers, cookies, ...found }: Looked) {
  const url = found.url ?? 'https://app.example/api';
  return runOf(
    { route: endpoint === 'session' ? 'backend' : 'rest', ...(pageUrl !== undefined && { pageUrl }) },
    {
      ...request(endpoint, { url }),
      ...(headers !== undefined && { headers }),
      ...(cookies !== undefined && { cookies }),
    },
    restError(endpoint, { reason: 'unreachable', error }, { url }),
    {
      kind: 'note',
      step: 'token',
      topic: 'probe',
      request: 'r1',
      url,
      result: 'opaque',
      preflight: false,
      online: true,
      ...found,
    },
    ...ended(stepOfEndpoint[endpoint], 'e3'),
  );
}

/** What the request’s failure proves in such a run. */
export const sameFailure = {
  entry: 'e3',
  says: 'GET /api got no HTTP response: TypeError, “Failed to fetch”',
};
