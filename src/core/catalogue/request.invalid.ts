import type { CatalogueEntry } from './entry.ts';

export const requestInvalid = {
  code: 'request.invalid',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    'json-invalid': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    other: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
