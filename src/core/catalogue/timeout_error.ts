import type { Evidence, Trouble } from '../diagnosis/evidence.ts';
import type { CatalogueEntry } from './entry.ts';
import { noNodeSdkAtCall } from './OrgaAIServerError.ts';
import { endpointName, quoted, whatCameBack, whatWasAnswered, whatWasSent } from './reply.ts';

export const timeoutError = {
  code: 'timeout_error',
  origin: 'specification',
  title: 'The service did not answer in time',
  cause: 'The request went out and the limit passed without a whole HTTP response.',
  remedy:
    'Check that outbound HTTPS to the API is allowed, then raise the limit if the service is merely slow.',
  surfaces: [
    { step: 'token', statuses: ['none'] },
    { step: 'ice-config', route: 'rest', statuses: ['none'] },
    { step: 'call', statuses: ['none'] },
  ],
  specification: {
    surfaces: 'Node SDK',
    statuses: 'client-side (no HTTP response)',
    description: 'SDK timed out waiting for Orga Cloud',
    recommendedAction: 'Increase `timeout` in `OrgaAIConfig` or ensure outbound HTTPS is allowed',
  },
  discrepancies: [
    {
      topic: 'The identifier',
      catalogue: 'The Node SDK reports timeout_error.',
      observed:
        'The text is in no version of the SDK. It throws OrgaAIServerError, status 500, “Failed to get session config: This operation was aborted”.',
      variants: ['no-response', 'aborted'],
    },
    {
      topic: 'What the limit covers',
      catalogue: 'Increase timeout in OrgaAIConfig.',
      observed: 'The SDK’s limit ends with the headers: a body that never ends is waited for without end.',
      variants: ['stalled-body'],
    },
    {
      topic: 'The client SDK’s timeout',
      catalogue: 'The documented default is 30,000 ms.',
      observed:
        'The setting is never read: the call has 10 s, and the request to your session endpoint has no limit.',
    },
  ],
  variants: {
    'no-response': {
      title: 'No HTTP response came in time',
      actor: 'network',
      specificity: 70,
      recognise: (evidence) => {
        const trouble = timedOut(evidence);
        if (trouble?.phase !== 'headers') return undefined;
        return {
          certainty: 'proved',
          cause: `${endpointName(trouble.at)} sent nothing within ${trouble.limit / 1_000} s. Something drops the packets, as a firewall does, or the service hangs.${atCall(trouble)}`,
          remedy:
            'Check that outbound HTTPS (port 443) to the API’s host is allowed. If the service is only slow, raise the limit (timeout in OrgaAIConfig), then try again.',
          evidence: [...whatWasSent(evidence, 'the request went out here'), whatCameBack(evidence)],
          ruledOut: [
            {
              code: 'network.unreachable',
              variant: 'no-response',
              because:
                'a refused connection or an unknown host fails at once, this waited for the whole limit',
            },
            {
              code: 'timeout_error',
              variant: 'stalled-body',
              because: 'not even the headers came',
            },
          ],
          action: 'retry-with-backoff',
          ...nearest(trouble),
        };
      },
    },
    'stalled-body': {
      title: 'The response began and never ended',
      actor: 'orga',
      specificity: 70,
      recognise: (evidence) => {
        const trouble = timedOut(evidence);
        if (trouble?.phase !== 'body') return undefined;
        return {
          certainty: 'proved',
          cause: `${endpointName(trouble.at)} sent status and headers, then a body that did not end within ${trouble.limit / 1_000} s. The way there is open; the service or a buffering proxy stalls.${atCall(trouble)}`,
          remedy:
            'Try again. If it stays, look for a proxy that buffers or scans responses, and set a limit of your own that covers the body: the SDK’s does not.',
          evidence: [...whatWasAnswered(evidence, 'the headers came'), whatCameBack(evidence)],
          ruledOut: [
            { code: 'timeout_error', variant: 'no-response', because: 'status and headers did come' },
            { code: 'reply.unusable', variant: 'truncated', because: 'the response was never closed' },
          ],
          action: 'retry-with-backoff',
          ...nearest(trouble),
        };
      },
    },
    aborted: {
      title: 'Your backend gave up waiting for Orga',
      actor: 'backend',
      specificity: 72,
      recognise: (evidence) => {
        const trouble = timedOut(evidence);
        if (trouble?.phase !== 'aborted') return undefined;
        return {
          certainty: 'proved',
          cause: `Your backend passed on ${quoted(trouble.text)}: its SDK’s limit (10 s per request unless set) passed without an answer of /client-secrets or /ice-config. The status 500 beside it is the SDK’s, not Orga’s.`,
          remedy:
            'On the machine of the backend, check that outbound HTTPS to the API is allowed; then raise timeout in OrgaAIConfig, and try again.',
          evidence: [whatCameBack(evidence)],
          ruledOut: [
            {
              code: 'OrgaAIServerError',
              variant: '500',
              because: 'the message says that there was no HTTP response',
            },
            {
              code: 'backend.silent',
              variant: 'no-response',
              because: 'the backend itself did answer',
            },
          ],
          action: 'retry-with-backoff',
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

type Timeout = Extract<Trouble, { readonly what: 'timeout' }>;

function timedOut({ trouble }: Evidence): Timeout | undefined {
  return trouble.what === 'timeout' && trouble.at !== 'session' ? trouble : undefined;
}

function atCall({ at }: Timeout): string {
  return at === 'calls' ? ` ${noNodeSdkAtCall}` : '';
}

function nearest({ at }: Timeout): { readonly nearestRow?: string } {
  return at === 'calls' ? { nearestRow: 'timeout_error' } : {};
}
