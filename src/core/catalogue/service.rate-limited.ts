import type { CatalogueEntry } from './entry.ts';

export const serviceRateLimited = {
  code: 'service.rate-limited',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    'retry-after': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'no-retry-after': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
