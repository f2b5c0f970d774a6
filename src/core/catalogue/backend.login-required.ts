import type { CatalogueEntry } from './entry.ts';
import { backendHttp, quoted, whatCameBack, whatWasAnswered, whatWasSent } from './reply.ts';

export const backendLoginRequired = {
  code: 'backend.login-required',
  origin: 'debugger',
  title: 'Your backend wants the user to be logged in',
  cause:
    'The app’s own access control answered, before anything was asked of Orga. The client SDK sends no credential of its own to the session endpoint.',
  remedy: 'Log in, or let the request carry what the app’s login needs.',
  surfaces: [{ step: 'token', route: 'backend', statuses: [401, 200] }],
  variants: {
    refused: {
      title: 'Your backend refused the request: not logged in',
      actor: 'browser',
      specificity: 62,
      recognise: (evidence) => {
        const trouble = backendHttp(evidence);
        if (trouble === undefined || (trouble.status !== 401 && trouble.status !== 403)) return undefined;
        const said = quoted(trouble.reading.message);
        return {
          certainty: 'likely',
          cause: `Your session endpoint answered ${trouble.status}${said === '' ? '' : `, ${said}`}, in a form that is neither Orga’s nor the SDK’s: the app itself turned the request away. The SDK fetches this address with GET and no headers.`,
          remedy:
            'Log in to the app in this browser and try again. If the login is a header, use fetchSessionConfig of the client SDK to send it; if it is a cookie, the page must have the same site.',
          evidence: [...whatWasSent(evidence, 'no credential was sent'), whatCameBack(evidence)],
          ruledOut: [
            {
              code: 'OrgaAIAuthenticationError',
              variant: '401',
              because: 'the reply says nothing of an API key and has no code of the SDK',
            },
            {
              code: 'invalid_ephemeral_token',
              variant: 'unexplained',
              because: 'no token was involved yet',
            },
          ],
        };
      },
    },
    redirected: {
      title: 'Your backend sent the login page instead',
      actor: 'browser',
      specificity: 76,
      recognise: (evidence) => {
        const { trouble, exchange } = evidence;
        if (trouble.what !== 'bad-reply' || trouble.at !== 'session' || trouble.problem !== 'html')
          return undefined;
        const redirected = exchange?.response?.redirected === true;
        const form = /type=["']?password|log ?in|sign ?in/i.test(exchange?.response?.body ?? '');
        if (!redirected && !form) return undefined;
        return {
          certainty: redirected && form ? 'proved' : 'likely',
          cause: `The request to your session endpoint ${redirected ? `was redirected${exchange?.response?.url === undefined ? '' : ` to ${exchange.response.url}`} and ` : ''}ended at a web page${form ? ' that asks for a login' : ''}, with status ${trouble.status}. The SDK tries to read it as JSON.`,
          remedy:
            'Log in to the app in this browser and try again. Let API routes answer 401 instead of redirecting to the login page.',
          evidence: [
            ...whatWasAnswered(evidence, redirected ? 'redirected, and HTML' : 'HTML with a login form'),
            whatCameBack(evidence),
          ],
          ruledOut: [
            {
              code: 'backend.route-missing',
              variant: 'not-found',
              because: redirected ? 'the address is known: it redirects' : 'the page asks for a login',
            },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
