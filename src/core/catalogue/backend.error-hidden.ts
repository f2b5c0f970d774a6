import type { CatalogueEntry } from './entry.ts';
import { backendHttp, quoted, whatCameBack, whatWasAnswered } from './reply.ts';

export const backendErrorHidden = {
  code: 'backend.error-hidden',
  origin: 'debugger',
  title: 'Your backend failed and kept the reason',
  cause: 'The session endpoint answered an error and passed on nothing of what it met.',
  remedy: 'Look into the log of the backend, and let it answer with code, status and message of the error.',
  surfaces: [{ step: 'token', route: 'backend', statuses: [500] }],
  variants: {
    opaque: {
      title: 'Your backend kept the reason',
      actor: 'backend',
      specificity: 45,
      recognise: (evidence) => {
        const trouble = backendHttp(evidence);
        if (trouble === undefined || [404, 405, 429].includes(trouble.status)) return undefined;
        if (trouble.status === 401 || trouble.status === 403) return undefined;
        const { status } = trouble;
        const gateway = status === 502 || status === 503 || status === 504;
        const said = quoted(trouble.reading.message ?? trouble.reading.passedOn?.message);
        return {
          certainty: 'proved',
          cause: `Your session endpoint answered ${status}${said === '' ? ' and nothing else' : ` and says only ${said}`}. What it met on its way to Orga is in no part of the reply.${gateway ? ` A ${status} often comes from the gateway before the backend: it may not be running.` : ''}`,
          remedy:
            'Look into the backend’s log at this moment: @orga-ai/node throws an error with code, status and message. Then pass those three on (never the token or the key), and this page can name the cause.',
          evidence: [...whatWasAnswered(evidence, 'the reply names no cause'), whatCameBack(evidence)],
          ruledOut: [
            {
              code: 'OrgaAIServerError',
              variant: '500',
              because: `the ${status} is your backend’s own; nothing in it speaks of Orga’s service`,
            },
            { code: 'network.unreachable', variant: 'no-response', because: 'your backend did answer' },
          ],
          ...(gateway && { action: 'retry-with-backoff' as const }),
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
