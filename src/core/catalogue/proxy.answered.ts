import type { CatalogueEntry } from './entry.ts';

export const proxyAnswered = {
  code: 'proxy.answered',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    page: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
