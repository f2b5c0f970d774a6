import type { CatalogueEntry } from './entry.ts';

export const backendRouteMissing = {
  code: 'backend.route-missing',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    'not-found': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
