import type { Evidence } from '../diagnosis/evidence.ts';
import type { CatalogueEntry } from './entry.ts';
import { answeredByOrga, orgaHttp, whatCameBack, whatWasSent } from './reply.ts';

/** Paths and hosts of the 2025 READMEs, and what stands in their place (orga-contract.md, discrepancy 23). */
const legacyPaths: Readonly<Record<string, string>> = {
  '/ephemeral-token': 'POST /v1/realtime/client-secrets',
  '/ice-config': 'GET /v1/realtime/ice-config',
  '/realtime': 'POST /v1/realtime/calls',
};
const legacyHost = 'staging.orga-ai.com';

export const notFoundError = {
  code: 'not_found_error',
  origin: 'specification',
  title: 'The service knows no such resource or endpoint',
  cause: 'Either the address is wrong, or what it names (a user, for example) does not exist.',
  remedy: 'Compare host and path with the documentation, then check that what is asked for exists.',
  surfaces: [
    { step: 'token', statuses: [404] },
    { step: 'ice-config', statuses: [404] },
    { step: 'call', statuses: [404] },
  ],
  specification: {
    surfaces: 'REST',
    statuses: '404',
    description: 'Resource not found or endpoint not recognized',
    recommendedAction: 'Verify the endpoint URL and check that the requested resource exists',
  },
  variants: {
    user: {
      title: 'The service knows no user with this email',
      actor: 'backend',
      specificity: 78,
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, 404);
        if (trouble === undefined || !/user/i.test(trouble.reading.message ?? '')) return undefined;
        return {
          certainty: 'proved',
          cause:
            '/client-secrets says “User not found.”: the address was right, the email is not registered.',
          remedy:
            'Send the email of a registered user, spelt as registered. Current API versions need no email at all.',
          evidence: [...whatWasSent(evidence, 'the email that was sent'), whatCameBack(evidence)],
          ruledOut: [
            {
              code: 'not_found_error',
              variant: 'base-path',
              because: 'a wrong path is answered “Not Found”, this reply speaks of a user',
            },
          ],
        };
      },
    },
    'base-path': {
      title: 'The path is not the one of the API',
      actor: 'backend',
      specificity: 76,
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, 404);
        if (trouble === undefined || trouble.forwarded || replacement(evidence) !== undefined)
          return undefined;
        const wanted = `/v1/realtime/${trouble.at}`;
        const path = evidence.exchange?.path ?? '';
        const rightPath = path === wanted;
        if (rightPath && answeredByOrga(trouble)) return undefined;
        return {
          certainty: rightPath ? 'likely' : 'proved',
          actor: trouble.at === 'calls' ? 'browser' : 'backend',
          cause: rightPath
            ? `The path is right, but what answered is not the API: ${evidence.exchange?.host} is probably the wrong host.`
            : `The request went to ${path}; the API has ${wanted}.`,
          remedy: `Set the base URL to the origin alone, without a path; ${wanted} is added to it.`,
          evidence: [...whatWasSent(evidence, `the path is ${path}`), whatCameBack(evidence)],
          ruledOut: [
            { code: 'not_found_error', variant: 'user', because: 'the reply does not speak of a user' },
            { code: 'not_found_error', variant: 'legacy-path', because: 'this was never a path of the API' },
          ],
        };
      },
    },
    'legacy-path': {
      title: 'The address is one of an older API',
      actor: 'backend',
      specificity: 77,
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, 404);
        const modern = replacement(evidence);
        if (trouble === undefined || trouble.forwarded || modern === undefined) return undefined;
        const { host, path } = evidence.exchange ?? { host: '', path: '' };
        return {
          certainty: 'proved',
          actor: trouble.at === 'calls' ? 'browser' : 'backend',
          cause: `${host === legacyHost ? host : path} is from the 2025 READMEs and is no longer served.`,
          remedy: `Use ${modern} instead.`,
          evidence: [...whatWasSent(evidence, `the address is ${host}${path}`), whatCameBack(evidence)],
          ruledOut: [
            { code: 'not_found_error', variant: 'user', because: 'the reply does not speak of a user' },
          ],
        };
      },
    },
    other: {
      title: 'The service found nothing there',
      actor: 'backend',
      specificity: 50,
      fallback: 'in-code',
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, 404);
        if (trouble === undefined) return undefined;
        return {
          certainty: trouble.forwarded ? 'likely' : 'proved',
          cause: trouble.forwarded
            ? `Your backend got a 404 from /${trouble.at}. The SDK does not read the reply, so it cannot tell an unknown email from a wrong base URL.`
            : 'The path is the documented one, and the API itself answered that it knows nothing there.',
          remedy: trouble.forwarded
            ? 'In your backend, check baseUrl (the origin alone) first, then that userEmail is registered.'
            : 'Check that the base URL belongs to the environment that you mean, and that its API version is the documented one.',
          evidence: [...whatWasSent(evidence, 'the address that was used'), whatCameBack(evidence)],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;

/** What stands in the place of a legacy path or host today. */
function replacement({ exchange }: Evidence): string | undefined {
  if (exchange === undefined) return undefined;
  const path = exchange.path.replace(/\/+$/, '');
  const modern = legacyPaths[path];
  if (modern !== undefined) return modern;
  return exchange.host === legacyHost ? `https://api.orga-ai.com${path}` : undefined;
}
