import type { CatalogueEntry } from './entry.ts';

export const backendSilent = {
  code: 'backend.silent',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    'no-response': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
