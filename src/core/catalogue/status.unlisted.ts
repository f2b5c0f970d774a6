import type { CatalogueEntry } from './entry.ts';

export const statusUnlisted = {
  code: 'status.unlisted',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    '408': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    '413': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    other: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
