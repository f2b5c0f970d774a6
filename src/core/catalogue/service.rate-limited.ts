import type { Evidence } from '../diagnosis/evidence.ts';
import type { CatalogueEntry, Finding } from './entry.ts';
import { endpointName, whatCameBack, whatWasAnswered } from './reply.ts';

export const serviceRateLimited = {
  code: 'service.rate-limited',
  origin: 'debugger',
  title: 'Too many requests',
  cause: 'Whoever answered counts requests and has had enough of them for now.',
  remedy: 'Wait as long as Retry-After says, or a minute, and send fewer requests.',
  surfaces: [
    { step: 'token', statuses: [429] },
    { step: 'call', statuses: [429] },
  ],
  discrepancies: [
    {
      topic: 'A 429',
      catalogue: 'The specification has no row for it.',
      observed: 'The Node SDK throws OrgaAIServerError with status 429 and does not read Retry-After.',
    },
  ],
  variants: {
    'retry-after': {
      title: 'Too many requests; the reply says how long to wait',
      actor: 'backend',
      specificity: 66,
      recognise: (evidence) => {
        const seconds = evidence.exchange?.response?.retryAfter;
        if (seconds === undefined) return undefined;
        return limited(evidence, `It asks to wait ${seconds} s.`, `Retry after ${seconds} s, not earlier`);
      },
    },
    'no-retry-after': {
      title: 'Too many requests; the reply does not say how long to wait',
      actor: 'backend',
      specificity: 65,
      fallback: 'in-code',
      recognise: (evidence) =>
        limited(
          evidence,
          'No Retry-After could be read: it was not sent, not passed on, or not exposed across origins.',
          'Wait a minute before the next request, and longer each time it is refused',
        ),
    },
  },
} as const satisfies CatalogueEntry;

function limited(evidence: Evidence, wait: string, remedy: string): Finding | undefined {
  const { trouble } = evidence;
  if (trouble.what !== 'http' || trouble.status !== 429) return undefined;
  return {
    certainty: 'proved',
    actor: trouble.at === 'calls' ? 'browser' : 'backend',
    cause: `${endpointName(trouble.at)} answered ${trouble.forwarded ? 'your backend ' : ''}429: too many requests in too short a time. ${wait}`,
    remedy: `${remedy}. Look for a loop that asks for tokens or retries at once.`,
    evidence: [...whatWasAnswered(evidence, 'the reply and its headers'), whatCameBack(evidence)],
    ruledOut: [
      {
        code: 'OrgaAIServerError',
        variant: '503',
        because: 'a 429 is about how often you ask, not about the service’s health',
      },
    ],
  };
}
