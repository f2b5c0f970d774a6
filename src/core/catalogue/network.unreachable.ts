import type { CatalogueEntry } from './entry.ts';

export const networkUnreachable = {
  code: 'network.unreachable',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    'no-response': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    'fetch-failed': { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
