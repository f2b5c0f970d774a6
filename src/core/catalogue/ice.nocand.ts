import type { CatalogueEntry } from './entry.ts';

export const iceNocand = {
  code: 'ice.nocand',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    answer: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
