import type { CatalogueEntry } from './entry.ts';

export const invalidRequestError = {
  code: 'invalid_request_error',
  origin: 'specification',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    malformed: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'wrong-key': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'api-key': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'token-as-key': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'no-authorization': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    offer: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'not-a-token': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    param: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    other: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
