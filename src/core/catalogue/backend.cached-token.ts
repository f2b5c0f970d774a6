import type { CatalogueEntry } from './entry.ts';

export const backendCachedToken = {
  code: 'backend.cached-token',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    used: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
