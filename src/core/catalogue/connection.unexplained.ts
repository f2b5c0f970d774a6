import type { CatalogueEntry } from './entry.ts';

export const connectionUnexplained = {
  code: 'connection.unexplained',
  origin: 'debugger',
  title: '',
  cause: '',
  remedy: '',
  surfaces: [],
  variants: {
    ice: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    dtls: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
    channel: { title: '', actor: 'orga', specificity: 10, recognise: () => undefined },
  },
} as const satisfies CatalogueEntry;
