import type { CatalogueEntry } from './entry.ts';

export const missing = {
  code: 'missing',
  origin: 'specification',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    email: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    offer: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    params: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    body: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    other: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
