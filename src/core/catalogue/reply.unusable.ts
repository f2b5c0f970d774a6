import type { Evidence } from '../diagnosis/evidence.ts';
import type { BadReplyProblem } from '../session/failure.ts';
import type { CatalogueEntry, Finding, Variant } from './entry.ts';
import { endpointName, quoted, whatCameBack, whatWasAnswered } from './reply.ts';

export const replyUnusable = {
  code: 'reply.unusable',
  origin: 'debugger',
  title: 'The reply promised success and cannot be read',
  cause: 'The status said 200, the body is not the JSON that was promised.',
  remedy: 'Look at the body in the log: it usually says who really answered.',
  surfaces: [
    { step: 'token', statuses: [200] },
    { step: 'ice-config', route: 'rest', statuses: [200] },
    { step: 'call', statuses: [200] },
  ],
  variants: {
    html: unusable(
      'html',
      'The reply is a web page',
      'is HTML: another server, a single-page app’s fallback, a captive portal or a login page answered',
      'Check the address; a path that the server does not know is often answered with the app’s own page.',
    ),
    empty: unusable(
      'empty',
      'The reply is empty',
      'has no body',
      'Look for a route that ends without sending its result, or for a proxy that strips bodies.',
    ),
    truncated: unusable(
      'truncated',
      'The reply is cut off',
      'ends in the middle of the JSON',
      'Try again. If it stays, look for a proxy with a size limit or a server that closes the connection early.',
    ),
    'too-large': {
      title: 'The reply is larger than this debugger reads',
      actor: 'backend',
      specificity: 67,
      recognise: (evidence) => {
        const { failure, request } = evidence.exchange?.error ?? {};
        if (failure?.reason !== 'bad-reply' || failure.size === undefined || request === undefined)
          return undefined;
        const { bytes, limit } = failure.size;
        const good =
          request.endpoint === 'calls'
            ? 'an SDP answer has some thousand bytes'
            : 'it has some hundred bytes';
        return {
          certainty: 'proved',
          actor: request.endpoint === 'session' ? 'backend' : 'orga',
          cause: `The ${failure.status} of ${endpointName(request.endpoint)} is too large: ${mebibytes(bytes)} (${bytes.toLocaleString('en')} bytes). This debugger reads ${mebibytes(limit)} of a reply; the limit is its own, but ${good} otherwise.`,
          remedy:
            'Find out what makes the reply so large: another file that is served, or a loop that repeats itself.',
          evidence: [...whatWasAnswered(evidence, 'the beginning of the body'), whatCameBack(evidence)],
          ruledOut: [
            { code: 'reply.unusable', variant: 'truncated', because: 'the rest came; it was not read' },
          ],
        };
      },
    },
    'not-json': unusable(
      'not-json',
      'The reply is not JSON',
      'is not JSON',
      'Let the server send JSON, with Content-Type: application/json.',
    ),
    'error-with-200': {
      title: 'The reply says 200 and holds an error',
      actor: 'orga',
      specificity: 68,
      recognise: (evidence) => {
        const { failure } = evidence.exchange?.error ?? {};
        if (failure?.reason !== 'bad-reply' || failure.problem !== 'error-body') return undefined;
        const { message, type } = failure.reading;
        const said = [type, quoted(message)].filter((part) => part !== undefined && part !== '').join(', ');
        const at = evidence.exchange?.error.request.endpoint ?? 'session';
        return {
          certainty: 'proved',
          actor: at === 'session' ? 'backend' : 'orga',
          // What the backend passed on in it is the root cause, and a better verdict than the wrong status.
          ...(evidence.trouble.what !== 'bad-reply' && { specificity: 30 }),
          cause: `${endpointName(at)} answered ${failure.status} with an error as its body${said === '' ? '' : `: ${said}`}. Whoever only checks the status takes it for success.`,
          remedy:
            at === 'session'
              ? 'In your backend, check response.ok after each request to Orga and answer an error with an error status.'
              : 'Treat the body as the error that it is, and report the wrong status.',
          evidence: [
            ...whatWasAnswered(evidence, 'status and body contradict each other'),
            whatCameBack(evidence),
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

function unusable(problem: BadReplyProblem, title: string, is: string, remedy: string): Variant {
  return {
    title,
    actor: 'backend',
    specificity: 66,
    recognise: (evidence) => recogniseProblem(evidence, problem, is, remedy),
  };
}

function recogniseProblem(
  evidence: Evidence,
  problem: BadReplyProblem,
  is: string,
  remedy: string,
): Finding | undefined {
  const { trouble } = evidence;
  if (trouble.what !== 'bad-reply' || trouble.problem !== problem) return undefined;
  const { at, forwarded, status, text } = trouble;
  return {
    certainty: 'proved',
    actor: at === 'session' || forwarded ? 'backend' : 'orga',
    cause: forwarded
      ? `Your backend passed on ${quoted(text)}: what it got from Orga’s address with a success status ${is}. The status 500 beside it is the SDK’s, not Orga’s.`
      : `The ${status} of ${endpointName(at)} ${is}.`,
    remedy: forwarded ? `In your backend, check baseUrl and log the body of that reply. ${remedy}` : remedy,
    evidence: [...whatWasAnswered(evidence, 'the body as it came'), whatCameBack(evidence)],
    ruledOut: [
      {
        code: 'OrgaAIServerError',
        variant: '500',
        because: forwarded ? 'the message says that the reply could not be read' : `the status was ${status}`,
      },
    ],
  };
}

/** `5 MiB` */
function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 })} MiB`;
}
