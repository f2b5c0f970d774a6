import type { CatalogueEntry } from './entry.ts';
import { endpointName, orgaHttp, placeOf, quoted, whatCameBack, whatWasSent } from './reply.ts';

export const requestInvalid = {
  code: 'request.invalid',
  origin: 'debugger',
  title: 'The request does not fit the schema',
  cause: 'The service read the request and found something of the wrong type or form in it.',
  remedy: 'Correct what loc points at.',
  surfaces: [{ step: 'call', statuses: [422] }],
  discrepancies: [
    {
      topic: 'Malformed JSON',
      catalogue: 'A malformed request is a 400.',
      observed: 'Stock FastAPI answers JSON that cannot be read with 422, type json_invalid.',
      variants: ['json-invalid'],
    },
  ],
  variants: {
    'json-invalid': {
      title: 'The body is not JSON',
      actor: 'browser',
      specificity: 79,
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, 422);
        const item = trouble?.reading.detail?.find(({ type }) => type === 'json_invalid');
        if (trouble === undefined || item === undefined) return undefined;
        const position = item.loc.find((part) => typeof part === 'number');
        return {
          certainty: 'proved',
          actor: trouble.at === 'calls' ? 'browser' : 'backend',
          cause: `${endpointName(trouble.at)} could not parse the body${position === undefined ? '' : ` (character ${position})`}: ${quoted(item.msg)}. Nothing after that was checked, not even the credential.`,
          remedy: 'Build the body with JSON.stringify, once: not by hand, not twice.',
          evidence: [...whatWasSent(evidence, 'the body as it was sent'), whatCameBack(evidence)],
          ruledOut: [
            { code: 'missing', variant: 'body', because: 'there was a body, and it could not be parsed' },
          ],
        };
      },
    },
    other: {
      title: 'A field has the wrong type or value',
      actor: 'browser',
      specificity: 64,
      fallback: 'in-code',
      recognise: (evidence) => {
        const trouble = orgaHttp(evidence, 422);
        if (trouble === undefined) return undefined;
        const items = trouble.reading.detail ?? [];
        const item = items.find(({ type }) => !type.endsWith('missing'));
        if (items.length > 0 && item === undefined) return undefined;
        return {
          certainty: item === undefined ? 'likely' : 'proved',
          actor: trouble.at === 'calls' ? 'browser' : 'backend',
          cause:
            item === undefined
              ? `${endpointName(trouble.at)} answered ${trouble.forwarded ? 'your backend ' : ''}422 and named no field.`
              : `The reply names ${placeOf(item)}: ${item.msg === '' ? item.type : `${quoted(item.msg)} (${item.type})`}.`,
          remedy:
            item === undefined
              ? 'Compare query and body with the documentation, field by field.'
              : `Correct ${placeOf(item)}.`,
          evidence: [...whatWasSent(evidence, 'the request as it was sent'), whatCameBack(evidence)],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
