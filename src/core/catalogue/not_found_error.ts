import type { CatalogueEntry } from './entry.ts';

export const notFoundError = {
  code: 'not_found_error',
  origin: 'specification',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    user: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'base-path': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'legacy-path': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    other: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
