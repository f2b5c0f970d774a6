import type { CatalogueEntry } from './entry.ts';

export const dcRemoteClose = {
  code: 'dc.remote-close',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    closed: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
