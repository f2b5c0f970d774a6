import type { Evidence } from '../diagnosis/evidence.ts';
import type { CatalogueEntry, Finding, Variant } from './entry.ts';
import {
  answeredByOrga,
  endpointName,
  type HttpTrouble,
  orgaHttp,
  whatCameBack,
  whatWasAnswered,
} from './reply.ts';

const debugWarning =
  'The catalogue advises debug: true. It prints the ephemeral token and the TURN credentials in clear: use it only where nobody else reads the output.';

export const noNodeSdkAtCall =
  'No Node SDK takes part at the call; this is the nearest row of the specification.';

/** What an edge (522, 524, 598, 599) says when it waited for the service in vain. */
const edgeTimeouts: readonly number[] = [522, 523, 524, 598, 599];

export const orgaAIServerError = {
  code: 'OrgaAIServerError',
  origin: 'specification',
  title: 'Orga’s service failed',
  cause: 'The service, or the gateway in front of it, answered that it cannot serve this request now.',
  remedy: 'Try again with growing pauses. If it stays, report it with time and correlation id.',
  surfaces: [
    { step: 'token', statuses: [500, 502, 503, 504, 'none'] },
    { step: 'ice-config', route: 'rest', statuses: [500, 502, 503, 504, 'none'] },
    { step: 'call', statuses: [500, 502, 503, 504, 'none'] },
  ],
  specification: {
    surfaces: 'Node SDK',
    statuses: '5xx / network timeout',
    description: 'Upstream Orga Cloud responded with an error or timed out',
    recommendedAction: 'Retry with exponential backoff; inspect `error.status` and enable `debug: true`',
  },
  discrepancies: [
    {
      topic: 'What else the class means',
      catalogue: '5xx or network timeout.',
      observed:
        'The SDK throws it also for 400, 403, 404, 422 and 429 of client-secrets and for every error of ice-config, 401 included.',
    },
    {
      topic: 'error.status',
      catalogue: 'Inspect error.status.',
      observed:
        'It is 500 also where there was no HTTP response at all. Only the message can tell: “Failed to get session config: …”.',
    },
    {
      topic: 'Retries',
      catalogue: 'Retry with exponential backoff.',
      observed: 'The SDK itself never retries.',
    },
  ],
  variants: {
    500: withStatus(500, 'Orga’s service failed inside', 'something broke inside the service'),
    502: withStatus(
      502,
      'A gateway got no usable answer from Orga’s service',
      'the gateway in front of the service got no usable answer from it',
    ),
    503: withStatus(
      503,
      'Orga’s service is unavailable for now',
      'the service is overloaded or being maintained',
    ),
    504: withStatus(
      504,
      'A gateway waited too long for Orga’s service',
      'the gateway in front of the service gave up waiting for it',
    ),
    'network-timeout': {
      title: 'The network gave up waiting for Orga’s service',
      actor: 'orga',
      specificity: 58,
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, ...edgeTimeouts);
        if (trouble !== undefined)
          return finding(evidence, trouble, 'an edge server reached for the service and waited in vain');
        return afterTimeout(evidence);
      },
    },
    other: {
      title: 'Orga’s service failed',
      actor: 'orga',
      specificity: 50,
      fallback: 'in-code',
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence);
        if (trouble === undefined || trouble.status < 500 || trouble.status > 599) return undefined;
        return finding(evidence, trouble, 'the service or its gateway failed');
      },
    },
  },
} as const satisfies CatalogueEntry;

function withStatus(status: number, title: string, why: string): Variant {
  return {
    title,
    actor: 'orga',
    specificity: 58,
    recognise: (evidence) => {
      const trouble = orgaHttp(evidence, status);
      return trouble === undefined ? undefined : finding(evidence, trouble, why);
    },
  };
}

function finding(evidence: Evidence, trouble: HttpTrouble, why: string): Finding {
  const { status, at, forwarded } = trouble;
  const byOrga = answeredByOrga(trouble);
  const atCall = at === 'calls';
  const correlation = evidence.exchange?.error.correlationId;
  return {
    certainty: byOrga ? 'proved' : 'likely',
    cause: `${endpointName(at)} answered ${forwarded ? 'your backend ' : ''}${status}: ${why}.${byOrga ? '' : ' The reply is not in Orga’s format, so it comes from a gateway before the service, or from a proxy on your side.'}${atCall ? ` ${noNodeSdkAtCall}` : ''}`,
    remedy: `Try again with growing pauses; your request is not the trouble. If it stays, report it${correlation === undefined ? ' with the time of the request' : ` with the correlation id ${correlation}`}.`,
    evidence: [
      ...whatWasAnswered(evidence, correlation === undefined ? 'the reply' : `correlation id ${correlation}`),
      whatCameBack(evidence),
    ],
    ruledOut: [
      {
        code: 'timeout_error',
        variant: forwarded ? 'aborted' : 'no-response',
        because: `there was an HTTP response, ${status}`,
      },
      {
        code: 'network.unreachable',
        variant: forwarded ? 'fetch-failed' : 'no-response',
        because: `there was an HTTP response, ${status}`,
      },
    ],
    action: 'retry-with-backoff',
    warning: debugWarning,
    ...(atCall && { nearestRow: 'OrgaAIServerError' }),
  };
}

/** Beside a timeout_error: the class that `@orga-ai/node` throws for it. */
function afterTimeout(evidence: Evidence): Finding | undefined {
  const { trouble } = evidence;
  if (trouble.what !== 'timeout' || trouble.at === 'session') return undefined;
  const atCall = trouble.at === 'calls';
  return {
    certainty: 'likely',
    cause: atCall
      ? `The service did not answer in time. ${noNodeSdkAtCall}`
      : trouble.phase === 'body'
        ? 'The service did not finish its answer. The row of the specification is this class, but the SDK’s own limit ends with the headers: it would wait for ever.'
        : 'The service did not answer in time. The SDK has no class for that and throws OrgaAIServerError with status 500.',
    remedy: 'Try again with growing pauses.',
    evidence: [whatCameBack(evidence)],
    action: 'retry-with-backoff',
    warning: debugWarning,
    ...(atCall && { nearestRow: 'OrgaAIServerError' }),
  };
}
