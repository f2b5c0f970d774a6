import type { Evidence } from '../diagnosis/evidence.ts';
import type { Variant } from './entry.ts';
import { answeredByOrga, endpointName, orgaHttp, quoted, whatCameBack, whatWasSent } from './reply.ts';

/** The variants that are about the request itself. */
export const requestVariants = {
  malformed: {
    title: 'The service found the request malformed',
    actor: 'backend',
    specificity: 55,
    fallback: 'in-code',
    recognise: (evidence) => {
      const trouble = badRequest(evidence);
      if (trouble === undefined) return undefined;
      const said = quoted(trouble.reading.message);
      return {
        certainty: answeredByOrga(trouble) ? 'proved' : 'likely',
        actor: trouble.at === 'calls' ? 'browser' : 'backend',
        cause: `${endpointName(trouble.at)} could not make sense of the request${said === '' || trouble.forwarded ? '' : ` and says ${said}`}. The credential is not the trouble: that would be a 401.`,
        remedy:
          'Compare method, query, headers and body with the documentation and correct the request. Neither a new token nor a retry helps.',
        evidence: [...whatWasSent(evidence, 'the request as it was sent'), whatCameBack(evidence)],
        ruledOut: notAboutTheToken,
      };
    },
  },
  offer: {
    title: 'The service cannot use the SDP offer',
    actor: 'browser',
    specificity: 72,
    recognise: (evidence) => {
      const trouble = badRequest(evidence);
      if (trouble?.at !== 'calls' || trouble.reading.param?.startsWith('params')) return undefined;
      const sdp = sentOffer(evidence);
      const broken = sdp !== undefined && !sdp.startsWith('v=');
      const named = /\boffer\b|\bsdp\b/i.test(`${trouble.reading.message} ${trouble.reading.param}`);
      if (!broken && !named) return undefined;
      const said = quoted(trouble.reading.message);
      return {
        certainty: broken ? 'proved' : 'likely',
        cause: broken
          ? `offer.sdp is no SDP: it begins with ${quoted(sdp.slice(0, 24))} where every session description begins with “v=0”.`
          : `/calls could not use the offer and says ${said}.`,
        remedy:
          'Send localDescription as the browser made it, after setLocalDescription, with its line ends (CR LF) untouched.',
        evidence: [
          ...whatWasSent(evidence, broken ? 'offer.sdp does not begin with v=' : 'the offer as it was sent'),
          whatCameBack(evidence),
        ],
        ruledOut: notAboutTheToken,
      };
    },
  },
  param: {
    title: 'The service refused the value of one field',
    actor: 'backend',
    specificity: 74,
    recognise: (evidence) => {
      const trouble = badRequest(evidence);
      const param = trouble?.reading.param;
      if (trouble === undefined || param === undefined || param === '') return undefined;
      if (/^(body\.)?offer/.test(param)) return undefined;
      return {
        certainty: 'proved',
        actor: trouble.at === 'calls' ? 'browser' : 'backend',
        cause: `The reply names the field ${param}${trouble.reading.message === undefined ? '' : ` and says ${quoted(trouble.reading.message)}`}.`,
        remedy: `Correct ${param}: its name, its type, and the values that the service allows.`,
        evidence: [...whatWasSent(evidence, `${param} as it was sent`), whatCameBack(evidence)],
        ruledOut: notAboutTheToken,
      };
    },
  },
  other: {
    title: 'The service refused the request as invalid',
    actor: 'backend',
    specificity: 31,
    fallback: 'in-code',
    recognise: (evidence) => {
      const trouble = orgaHttp(evidence);
      if (trouble === undefined || ![401, 403].includes(trouble.status)) return undefined;
      if (!answeredByOrga(trouble)) return undefined;
      // Upstream at client-secrets these are what the SDK makes an authentication error of.
      if (trouble.forwarded && trouble.at === 'client-secrets') return undefined;
      return {
        certainty: 'likely',
        cause: `${endpointName(trouble.at)} answered ${trouble.status}${trouble.forwarded ? '' : `, ${quoted(trouble.reading.message)}`}: the credential was not accepted for this request${trouble.status === 403 ? ', for want of a header or of a scope' : ''}.`,
        remedy:
          'Check which credential goes with this request (the API key to /client-secrets, the ephemeral token to /ice-config and /calls) and what it may do.',
        evidence: [...whatWasSent(evidence, 'the request as it was sent'), whatCameBack(evidence)],
      };
    },
  },
} as const satisfies Readonly<Record<string, Variant>>;

const notAboutTheToken = [
  {
    code: 'invalid_ephemeral_token',
    variant: 'unexplained',
    because: 'a refused token is answered 401, and this is a 400',
  },
];

function badRequest(evidence: Evidence) {
  const trouble = orgaHttp(evidence, 400);
  return trouble === undefined || (!trouble.forwarded && trouble.reading.format === 'html')
    ? undefined
    : trouble;
}

function sentOffer({ exchange }: Evidence): string | undefined {
  try {
    const body: unknown = JSON.parse(exchange?.request?.body ?? '');
    if (typeof body !== 'object' || body === null || !('offer' in body)) return undefined;
    const { offer } = body;
    if (typeof offer !== 'object' || offer === null || !('sdp' in offer)) return undefined;
    return typeof offer.sdp === 'string' ? offer.sdp : undefined;
  } catch {
    return undefined;
  }
}
